import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/content/read-content.ts';
import type { PlaceMatch } from '../../src/team/places/place.ts';
import { createPlaceNames } from '../../src/team/places/place-names.ts';
import {
  type PlaceReading,
  readPlaces,
  readVillageName,
  saysItIsVillage,
} from '../../src/understanding/places/parse-place.ts';
import { withoutMarks } from '../team/everyday-sentences.ts';

const content = readContent(fileURLToPath(new URL('../../locales/vi', import.meta.url)));
const names = createPlaceNames(content.areas.value);
const read = (text: string) => readPlaces(text, names, { day: '2026-09-24', province: 'Hà Nội' });

function unitOf(match: PlaceMatch | undefined): string {
  if (!match) return '-';
  return match.kind === 'found' ? (match.was ?? match.area).id : `? ${match.candidates.length}`;
}

function summary(reading: PlaceReading | undefined): string {
  switch (reading?.kind) {
    case undefined:
      return 'nothing';
    case 'home':
      return [reading.asks ? 'home?' : 'home', unitOf(reading.match), reading.village]
        .filter(Boolean)
        .join(' ');
    case 'question':
      return ['question', ...reading.matches.map(unitOf)].join(' ');
    case 'name':
      return `name ${unitOf(reading.match)}`;
  }
}

describe('what a message says about places', () => {
  it.each([
    ['tôi ở thôn Đục Khê', 'home xa-cu-huong-son'],
    ['toi la Lan thon Duc Khe, the bhyt sai ngay sinh', 'home xa-cu-huong-son'],
    ['thôn Đục Khê. tôi 81 tuổi không biết dùng máy', 'home xa-cu-huong-son'],
    ['nha toi thon Duc Khe, hoa don bi loi', 'home xa-cu-huong-son'],
    ['thon Duc Khe, gan nha van hoa', 'home xa-cu-huong-son'],
    ['Tôi muốn gặp người của tổ ở thôn Đục Khê', 'home xa-cu-huong-son'],
    ['cho em gap nguoi trong to cong nghe so thon Duc Khe', 'home xa-cu-huong-son'],
    ['muốn gặp trưởng thôn Đục Khê', 'nothing'],
    ['thôn Đục Khê mất điện từ sáng', 'nothing'],
    ['đường ở thôn Đục Khê, thôn Yến Vĩ hỏng', 'nothing'],
    ['dạ hiện nay nhà em ở An Mỹ ạ', 'home xa-cu-an-my'],
    ['em là người Lê Thanh', 'home xa-cu-le-thanh'],
    ['Tôi ở Hợp Tiến, Mỹ Đức, Hà Nội', 'home xa-cu-hop-tien'],
    ['tôi ở An Mỹ nay chuyển sang Lê Thanh', 'home xa-cu-le-thanh'],
    ['tôi không ở An Mỹ nữa, chuyển về Lê Thanh rồi', 'home xa-cu-le-thanh'],
    ['toi o phu yen', 'home ? 2'],
    ['tôi ở thôn Bãi Giữa xã An Mỹ', 'home xa-cu-an-my Bãi Giữa'],
    ['toi o thon bai giua', 'home - bai giua'],
    ['tôi ở xóm 3', 'home - xóm 3'],
    ['tôi ở thôn 3', 'home - 3'],
    ['tôi ở xóm 3 xã An Mỹ', 'home xa-cu-an-my xóm 3'],
    ['mình ở mỹ đức thì thuộc xã nào trong bốn xã', 'home? ? 4'],
    ['bà ngoại ở hợp tiến, nay gọi xã gì', 'question xa-cu-hop-tien'],
    ['giờ tôi thuộc xã nào', 'question'],
    ['thế còn Đại Hưng', 'name xa-cu-dai-hung'],
    ['an my', 'name xa-cu-an-my'],
    ['mẹ tôi ở An Mỹ', 'nothing'],
    ['có ở An Mỹ không', 'nothing'],
    ['tôi ở thôn nghèo lắm chưa có wifi', 'nothing'],
    ['tôi ở tổ công nghệ số', 'nothing'],
    ['trụ sở xã Hồng Sơn ở đâu', 'nothing'],
    ['tôi muốn chuyển hộ khẩu về An Mỹ cần giấy gì', 'nothing'],
    ['huyện mỹ đức còn không', 'nothing'],
  ])('%s: %s', (text, expected) => {
    expect(summary(read(text))).toBe(expected);
  });

  const others = content.topics
    .filter(({ value }) => value.topic !== 'local-units')
    .map(
      ({ value }) => [value.topic, Object.values(value.intents).flatMap(({ examples }) => examples)] as const,
    );

  it.each(others)('does not take a question away from %s', (_, examples) => {
    const taken = examples
      .flatMap((example) => [example, withoutMarks(example)])
      .filter((example) => {
        const reading = read(example);
        if (reading?.kind === 'home') return reading.isAll || reading.asks;
        return reading?.kind === 'name' || (reading?.kind === 'question' && reading.matches.length > 0);
      });
    expect(taken).toEqual([]);
  });

  it('reads a long text full of near matches quickly', () => {
    const start = performance.now();
    expect(read(`${'hien nay hien nay hien nay hien nay, hien nay toi '.repeat(50)} thon`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('the name of a village in a short answer', () => {
  it.each([
    ['dạ thôn Bãi Giữa ạ', 'Bãi Giữa'],
    ['bai giua', 'bai giua'],
    ['thôn 3', '3'],
    ['dạ xóm 3 ạ', 'xóm 3'],
    ['Xóm Bến Mơ', 'Xóm Bến Mơ'],
    ['cái đó', undefined],
    ['ở đấy ạ', undefined],
    ['như trên', undefined],
    ['bao giờ trả lời', undefined],
    ['gọi lại ngay đi', undefined],
    ['không nhớ', undefined],
    ['ở đâu cũng được', undefined],
    ['cảm ơn cháu', undefined],
    ['một câu dài quá để là tên thôn', undefined],
    ['', undefined],
  ])('%s: %s', (text, expected) => {
    expect(readVillageName(text)).toBe(expected);
  });
});

describe('a short answer', () => {
  it.each([
    ['thôn 3', true],
    ['dạ thôn Bãi Giữa ạ', true],
    ['xóm 3', true],
    ['thôn thông minh', false],
    ['thôn mình có wifi', false],
    ['Bãi Giữa', false],
    ['thôn', false],
  ])('says explicitly that it names a village: %s: %s', (text, expected) => {
    expect(saysItIsVillage(text)).toBe(expected);
  });
});

test.each([
  '2 triệu',
  '500 nghin',
  '80 tuoi',
  'nham roi',
  'sai roi',
  'hien nay',
  'khong phai',
  'xin chao',
  'bay gio',
  'o thuoc',
  'chuyen nha ve',
])('a text that repeats %j again and again is read at once', (words) => {
  const startedAt = performance.now();
  read(`${`${words} `.repeat(200)}x`);
  read(`toi ${`${words} `.repeat(200)}x`);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
