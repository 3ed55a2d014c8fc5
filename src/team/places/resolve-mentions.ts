import type { AreaDirectory } from '../areas/area-directory.ts';
import type { AmbiguousPlace, FoundPlace, Place, PlaceMatch } from './place.ts';
import { type Meaning, placesOf } from './place-meanings.ts';
import type { WrittenWord } from './tokens.ts';

/** A name found in the text; without a meaning it is a place elsewhere. `from` and `to` count words. */
export interface PlaceMention {
  from: number;
  to: number;
  meaning: Meaning | undefined;
  /** A guess that the bot must confirm. */
  isSlip: boolean;
}

interface ResolveParams {
  mentions: PlaceMention[];
  words: readonly WrittenWord[];
  text: string;
  directory: AreaDirectory;
}

interface ResolvedMentions {
  mention: PlaceMention;
  places: Place[];
}

/** Words allowed between a place and the larger one around it: "thôn A của xã B, huyện C". */
const between = /^(?:xa|huyen|thi tran|thuoc|cua|o|cu|moi|tinh|thanh pho|thuoc xa|o xa|cua xa|thuoc huyen)?$/;
/** Kinds of larger unit that no local unit has. */
const elsewhereKinds = new Set(['huyen', 'quan']);

/**
 * Resolves the places of one text by each other: a village by its commune, an ambiguous place by the larger one around
 * it.
 */
export function resolveMentions({ mentions, words, text, directory }: ResolveParams): PlaceMatch[] {
  const settled: ResolvedMentions[] = [];
  const gap = (a: PlaceMention, b: PlaceMention) =>
    words
      .slice(a.to, b.from)
      .map(({ plain }) => plain)
      .join(' ');
  for (const mention of mentions) {
    const last = settled.at(-1);
    const isNext = last !== undefined && between.test(gap(last.mention, mention));
    if (!mention.meaning) {
      if (last && isNext) settled.pop();
      continue;
    }
    const places = placesOf(mention.meaning);
    const joined = last && isNext ? joinNeighbours(directory, last, { mention, places }) : undefined;
    if (joined) settled.splice(-1, 1, joined);
    else settled.push({ mention, places });
  }
  return settled
    .filter(({ mention }) => !isElsewhere(words, mention.to))
    .map((one) => toMatch(one, { words, text }));
}

/** Merges two neighbouring names when one place lies in the other; the larger may come before or after. */
function joinNeighbours(
  directory: AreaDirectory,
  first: ResolvedMentions,
  second: ResolvedMentions,
): ResolvedMentions | undefined {
  const span = { from: first.mention.from, to: second.mention.to };
  const within = (inner: ResolvedMentions, outer: ResolvedMentions): ResolvedMentions | undefined => {
    const places = inner.places.filter((place) =>
      outer.places.some((around) => liesIn(directory, place, around)),
    );
    const { meaning } = outer.mention;
    const isWholeDistrict = meaning?.kind === 'several' && meaning.why === 'old-and-new';
    const same = inner.places.filter((place) => outer.places.some(({ area }) => area.id === place.area.id));
    const kept = places.length > 0 ? places : isWholeDistrict ? same : [];
    return kept.length > 0 ? { mention: { ...inner.mention, ...span }, places: kept } : undefined;
  };
  return within(first, second) ?? within(second, first);
}

/** Whether a place lies in the larger one named after it. */
function liesIn(directory: AreaDirectory, { area, was, village }: Place, around: Place): boolean {
  if (around.village) return false;
  const unit = was ?? area;
  const container = around.was ?? around.area;
  if (village && unit.id === container.id) return true;
  return (
    directory.isWithin(unit.id, container.id) || (around.was !== undefined && unit.id === around.area.id)
  );
}

/** "…, huyện Khác": the district after the name is not ours. */
function isElsewhere(words: readonly WrittenWord[], to: number): boolean {
  const next = words[to];
  return next !== undefined && elsewhereKinds.has(next.plain) && words[to + 1]?.isTitle === true;
}

function toMatch(
  { mention, places }: ResolvedMentions,
  { words, text }: Pick<ResolveParams, 'words' | 'text'>,
): PlaceMatch {
  const start = (words[mention.from] as WrittenWord).start;
  const end = (words[mention.to - 1] as WrittenWord).end;
  const { meaning, isSlip } = mention;
  const [place] = places as [Place, ...Place[]];
  if (places.length > 1 || isSlip) {
    const why = isSlip ? 'slip' : meaning?.kind === 'several' ? meaning.why : 'alike';
    return {
      kind: 'ambiguous',
      why,
      typed: text.slice(start, end),
      start,
      end,
      candidates: places,
    } satisfies AmbiguousPlace;
  }
  const isOldAndNew = meaning?.kind === 'one' && meaning.isOldAndNew;
  return {
    kind: 'found',
    start,
    end,
    ...place,
    ...(isOldAndNew ? { isOldAndNew } : {}),
  } satisfies FoundPlace;
}
