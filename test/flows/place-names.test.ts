import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { foldText } from '../../src/nlu/text/fold-text.ts';
import { bareName } from '../../src/team/areas/area-directory.ts';
import { areasFile } from '../../src/team/areas/area-schema.ts';
import type { FoundPlace, Place, PlaceMatch } from '../../src/team/places/place.ts';
import { createPlaceNames } from '../../src/team/places/place-names.ts';
import { everydaySentences, withoutMarks } from '../team/everyday-sentences.ts';

const areas = areasFile.parse(
  parse(readFileSync(new URL('../../locales/vi/areas.yaml', import.meta.url), 'utf8')),
);
const names = createPlaceNames(areas);
const today = '2026-09-24';
const find = (text: string, day = today) => names.find(text, { day });
const answer = (text: string) => names.find(text, { day: today, answering: true });

/** "Đục Khê, Xã Hương Sơn, Xã Hương Sơn": village, former unit, current unit. */
function told({ village, was, area }: Place): string {
  return [village?.name, was?.name, area.name].filter(Boolean).join(', ');
}

function read(matches: PlaceMatch[]): string[] {
  return matches.map((match) =>
    match.kind === 'found' ? told(match) : `? ${match.candidates.map(told).join(' | ')}`,
  );
}

interface Known {
  name: string;
  unitId: string;
  village?: string | undefined;
  prefix: string;
}

const knownNames: Known[] = names.directory.units.flatMap((unit) => [
  { name: bareName(unit), unitId: unit.id, prefix: unit.name.slice(0, -bareName(unit).length) },
  ...(unit.aliases ?? []).map((name) => ({ name, unitId: unit.id, prefix: '' })),
  ...(unit.villages ?? []).flatMap(({ name, aliases = [] }) =>
    [name, ...aliases].map((written) => ({ name: written, unitId: unit.id, village: name, prefix: 'thôn ' })),
  ),
]);
const knownPlain = new Set(knownNames.map(({ name }) => plain(name)));

function plain(text: string): string {
  return foldText(text).replaceAll(/\by\b|(?<=[bcdghklmnpqrstvx])y\b/g, 'i');
}

/** Whether a place is the current unit of the known one, and its village if named. */
function isRight({ unitId, village }: Known, place: Place): boolean {
  const parts = names.directory.partsOn(unitId, today);
  const home = names.directory.chainOn(unitId, today).at(-1);
  const isHome = parts.length > 0 ? parts.includes(place.area) : place.area === home;
  return isHome && (!village || !place.village || place.village.name === village);
}

type Verdict = 'right' | 'asked' | 'not seen' | 'wrong';

function judge(known: Known, matches: PlaceMatch[]): Verdict {
  if (matches.length === 0) return 'not seen';
  if (matches.length > 1) return 'wrong';
  const [match] = matches as [PlaceMatch];
  if (match.kind === 'ambiguous' && match.why === 'slip') return 'asked';
  if (match.kind === 'found') return isRight(known, match) ? 'right' : 'wrong';
  return match.candidates.some((place) => isRight(known, place)) ? 'asked' : 'wrong';
}

/** Moves the tone to the other vowel of a syllable with two; otherwise decomposes the diacritics. */
function otherTonePlacement(name: string): string {
  const pairs: Record<string, string> = {
    òa: 'oà',
    óa: 'oá',
    òe: 'oè',
    úy: 'uý',
    ùy: 'uỳ',
    ủy: 'uỷ',
    ụy: 'uỵ',
  };
  const moved = name.replaceAll(/òa|óa|òe|úy|ùy|ủy|ụy/g, (pair) => pairs[pair] ?? pair);
  return moved === name ? name.normalize('NFD') : moved;
}

/** Followed by these, a one-word name is complete: "Hạ ạ" is two letters from "Hạ Xá" and still means Hạ. */
const oneWordSaid = /^(?:ha|thuong|vai|ai|hoanh) (?:a|o|la|ha)$/;

/** All ways to leave out, double, swap or mistype one letter. */
function slipsOf(name: string): string[] {
  const slips = new Set<string>();
  for (let at = 0; at < name.length; at += 1) {
    const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    slips.add(before + after);
    slips.add(before + letter + letter + after);
    slips.add(before + after.charAt(0) + letter + after.slice(1));
    for (const other of 'aeghinostu') slips.add(before + other + after);
  }
  return [...slips].filter(
    (slip) => plain(slip) !== plain(name) && !knownPlain.has(plain(slip)) && !oneWordSaid.test(plain(slip)),
  );
}

describe('every known unit and village', () => {
  const asAnswer = (known: Known, text: string) => judge(known, answer(text));
  const cases = knownNames.map((known) => [`${known.prefix}${known.name}`, known] as const);

  it('knows the 22 old units, the 20 of early 2025 and the four of today', () => {
    expect(names.directory.listOn('2024-12-31')).toHaveLength(22);
    expect(names.directory.listOn('2025-01-01')).toHaveLength(20);
    expect(names.directory.listOn('2025-07-01').map(({ name }) => name)).toEqual(
      ['Mỹ Đức', 'Hồng Sơn', 'Phúc Sơn', 'Hương Sơn'].map((name) => `Xã ${name}`),
    );
    expect(cases.length).toBeGreaterThan(85);
  });

  it.each(cases)('reads %s as it is', (_, known) => {
    const isDivided = names.directory.partsOn(known.unitId, today).length > 0 && !known.village;
    const expected: Verdict = isDivided || known.name === 'Mỹ Đức' ? 'asked' : 'right';
    expect(asAnswer(known, known.name)).toBe(expected);
    expect(asAnswer(known, known.name.toLowerCase())).toBe(expected);
    expect(asAnswer(known, known.name.toUpperCase())).toBe(expected);
  });

  it.each(cases)('reads %s without diacritics, or asks which one', (_, known) => {
    expect(['right', 'asked']).toContain(asAnswer(known, withoutMarks(known.name).toLowerCase()));
    const sentence = `nha toi o ${withoutMarks(known.prefix || 'xa ')}${withoutMarks(known.name)}, gio thuoc xa nao`;
    expect(['right', 'asked']).toContain(judge(known, find(sentence)));
  });

  it.each(cases)('reads %s with the other tone placement', (_, known) => {
    expect(asAnswer(known, otherTonePlacement(known.name))).toBe(asAnswer(known, known.name));
  });

  it.each(cases)('never reads %s with one typing error as another place', (_, known) => {
    const wrong = slipsOf(known.name)
      .flatMap((slip) => [slip, withoutMarks(slip).toLowerCase(), `${known.prefix}${slip}`])
      .filter(
        (text) => asAnswer(known, text) === 'wrong' || judge(known, find(`tôi ở ${text} ạ`)) === 'wrong',
      );
    expect(wrong).toEqual([]);
  });

  it.each(cases)('reads %s after its kind, in a sentence', (_, known) => {
    const prefix = known.prefix || 'xã ';
    const verdict = known.prefix === 'Huyện ' ? 'asked' : 'right';
    expect(judge(known, find(`Nhà tôi ở ${prefix}${known.name} thì giờ thuộc xã nào`))).toBe(verdict);
    expect(judge(known, find(`${prefix}${known.name} bây giờ là xã gì?`))).toBe(verdict);
  });
});

describe('diacritics decide', () => {
  it.each([
    ['Phú Yên', ['Phú Yên, Xã Hương Sơn, Xã Hương Sơn']],
    ['Phù Yên', ['Phù Yên, Xã Phúc Lâm, Xã Phúc Sơn']],
    ['phú yen', ['Phú Yên, Xã Hương Sơn, Xã Hương Sơn']],
    ['phu yen', ['? Phú Yên, Xã Hương Sơn, Xã Hương Sơn | Phù Yên, Xã Phúc Lâm, Xã Phúc Sơn']],
    ['thôn phu yen, phuc lam', ['Phù Yên, Xã Phúc Lâm, Xã Phúc Sơn']],
    ['xã Hương Sơn, thôn phu yen', ['Phú Yên, Xã Hương Sơn, Xã Hương Sơn']],
    ['Mĩ Thành', ['Xã Mỹ Thành, Xã Phúc Sơn']],
    ['mỷ thành', ['Xã Mỹ Thành, Xã Phúc Sơn']],
  ])('%s', (text, expected) => {
    expect(read(find(text))).toEqual(expected);
  });
});

describe('names with an edit distance of 1', () => {
  it.each([
    ['hong son', ['Xã Hồng Sơn, Xã Hồng Sơn']],
    ['huong son', ['Xã Hương Sơn, Xã Hương Sơn']],
    ['hông sơn', ['Xã Hồng Sơn, Xã Hồng Sơn']],
    ['hung son', []],
    ['lương sơn', []],
  ])('%s is never guessed', (text, expected) => {
    expect(read(find(text))).toEqual(expected);
  });

  it('asks which name a typing error between two names means', () => {
    expect(read(answer('hung son'))).toEqual(['? Xã Hương Sơn, Xã Hương Sơn | Xã Hồng Sơn, Xã Hồng Sơn']);
  });

  it('corrects a typing error that is no word, and asks about one that is', () => {
    expect(read(find('dai nghja nay la xa nao'))).toEqual(['Thị trấn Đại Nghĩa, Xã Mỹ Đức']);
    expect(read(find('tuy lay nay la xa nao'))).toEqual([]);
    expect(read(answer('tuy lay'))).toEqual(['? Xã Tuy Lai, Xã Phúc Sơn']);
  });
});

describe('old and new names', () => {
  it.each([
    ['2024-10-01', 'Xã Bột Xuyên'],
    ['2025-03-01', 'Xã Bột Xuyên, Xã Mỹ Xuyên'],
    ['2025-07-01', 'Xã Bột Xuyên, Xã Phúc Sơn'],
  ])('maps a name to the unit of %s', (day, expected) => {
    expect(read(find('Bột Xuyên', day))).toEqual([expected]);
  });

  it('gives the units in between and their dates', () => {
    const [found] = find('xã Vạn Kim') as [FoundPlace];
    expect(found).toMatchObject({ since: '2025-07-01', was: { until: '2024-12-31' } });
    expect(found.via.map(({ name }) => name)).toEqual(['Xã Vạn Tín']);
  });

  it('reports that a name is both old and new', () => {
    expect(find('Hồng Sơn')).toMatchObject([{ isOldAndNew: true }]);
    expect(find('Hương Sơn')).toMatchObject([{ isOldAndNew: true }]);
    expect(find('xã Hồng Sơn cũ')).not.toHaveProperty([0, 'isOldAndNew']);
    expect(read(find('xã Hồng Sơn mới'))).toEqual(['Xã Hồng Sơn']);
  });

  it('reads the former district as any of its parts, and the commune of that name as itself', () => {
    expect(read(find('Mỹ Đức'))).toEqual(['? Xã Mỹ Đức | Xã Hồng Sơn | Xã Phúc Sơn | Xã Hương Sơn']);
    expect(read(find('xã Mỹ Đức'))).toEqual(['Xã Mỹ Đức']);
    expect(read(find('Hợp Thanh, Mỹ Đức, Hà Nội'))).toEqual(['Xã Hợp Thanh, Xã Mỹ Đức']);
  });
});

describe('running text', () => {
  it('gives the position of the name', () => {
    const text = 'Dạ cháu ở thôn Yến Vĩ, xã Hương Sơn ạ'.normalize('NFD');
    const [found] = find(text) as [FoundPlace];
    expect(text.slice(found.start, found.end).normalize('NFC')).toBe('thôn Yến Vĩ, xã Hương Sơn');
  });

  it.each([
    ['thôn Hạ, Phùng Xá', ['Hạ, Xã Phùng Xá, Xã Hồng Sơn']],
    ['tôi ở thôn Vài thì hỏi ai', ['Vài, Xã Hợp Thanh, Xã Mỹ Đức']],
    ['nha o thon hoi xa', ['Hội Xá, Xã Hương Sơn, Xã Hương Sơn']],
    ['toi o xa doc tin', ['Xã Đốc Tín, Xã Hương Sơn']],
    ['x. An Mỹ', ['Xã An Mỹ, Xã Hồng Sơn']],
    ['t.Đục Khê', ['Đục Khê, Xã Hương Sơn, Xã Hương Sơn']],
    ['TT Đại Nghĩa', ['Thị trấn Đại Nghĩa, Xã Mỹ Đức']],
    ['làng Tế Tiêu', ['Tế Tiêu, Thị trấn Đại Nghĩa, Xã Mỹ Đức']],
    ['từ An Mỹ về Đại Hưng', ['Xã An Mỹ, Xã Hồng Sơn', 'Xã Đại Hưng, Xã Mỹ Đức']],
  ])('reads %s', (text, expected) => {
    expect(read(find(text))).toEqual(expected);
  });

  it.each(everydaySentences)('finds no place in: %s', (sentence) => {
    expect(read(find(sentence))).toEqual([]);
    expect(read(find(withoutMarks(sentence)))).toEqual([]);
  });

  it('accepts a name that is an ordinary word as the answer to our question', () => {
    expect(read(find('vài'))).toEqual([]);
    expect(read(answer('vài'))).toEqual(['Vài, Xã Hợp Thanh, Xã Mỹ Đức']);
    expect(read(answer('dạ em ở hội xá ạ'))).toEqual(['Hội Xá, Xã Hương Sơn, Xã Hương Sơn']);
  });
});

describe('any text', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'xã',
      'thôn',
      'x.',
      ' ',
      ', ',
      'ở',
      'cũ',
      'huyện',
      '\u0301',
      '\u200b',
      '🙂',
      ...knownPlain,
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(...everydaySentences),
  );

  it('never throws and returns spans in order', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.boolean(), (parts, answering) => {
        const text = parts.join(' ');
        let last = 0;
        for (const { start, end } of names.find(text, { day: today, answering })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
