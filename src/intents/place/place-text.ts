import { vietnameseDate } from '../../content/dates.ts';
import type { Translate } from '../../i18n.ts';
import { inSentence } from '../../nlu/text/first-letter.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { type AreaDirectory, bareName, dayAfter } from '../../team/areas/area-directory.ts';
import type { Place } from '../../team/places/place.ts';
import type { NamedPlace } from '../../understanding/places/named-place.ts';
import { villageWords } from '../../understanding/places/place-phrases.ts';

const longestTitle = 20;

/** "thôn Nhà Bè, xã Ba Sao (trước 1/7/2025 là xã Sao Mai cũ)" */
export function describePlace(t: Translate, { area, was, village }: Place): string {
  const unit = inSentence(area.name);
  const whole = village ? `${villageInWords(t, village.name)}, ${unit}` : unit;
  if (!was?.until) return whole;
  return t('place.with_past', {
    place: whole,
    date: vietnameseDate(dayAfter(was.until)),
    was: inSentence(was.name),
  });
}

/** "thôn Đông" for "Đông"; "xóm Đông" stays as it is. */
export function villageInWords(t: Translate, name: string): string {
  const [kind = '', ...rest] = name.trim().split(/\s+/);
  if (rest.length === 0 || !isVillageWord(kind)) return t('place.village', { name });
  return [kind.toLowerCase(), ...rest].join(' ');
}

/** "Đội" and "doi" are kinds of villages, the hill "đồi" is not. */
function isVillageWord(word: string): boolean {
  const isHill = word.normalize('NFC').toLowerCase() === 'đồi';
  return villageWords.has(foldText(word)) && !isHill;
}

/** One line about what a named place is today. */
export function explainPlace(t: Translate, directory: AreaDirectory, place: NamedPlace): string {
  const { area, was, via, since, village } = place;
  const named = {
    area: inSentence(area.name),
    Area: area.name,
    was: inSentence((was ?? area).name),
    Was: (was ?? area).name,
    since: vietnameseDate(since ?? area.from ?? ''),
    village: village?.name ?? '',
    parts: partsOf(directory, area.id),
  };
  if (!was) return t(area.from ? 'place.explain.today' : 'place.explain.unchanged', named);
  if (village) return t(`place.explain.${village.confidence === 'name-only' ? 'unsure' : 'village'}`, named);
  if (place.isOldAndNew) return t('place.explain.same_name', named);
  const [between] = via;
  if (!between) return t('place.explain.old', named);
  return t('place.explain.twice', {
    ...named,
    between: inSentence(between.name),
    betweenSince: vietnameseDate(between.from ?? ''),
  });
}

/** The former units of a unit, as a list in a sentence. */
function partsOf({ units }: AreaDirectory, id: string): string {
  return units
    .filter(({ becomes }) => becomes === id)
    .map(bareName)
    .join(', ');
}

/**
 * Titles for a choice of places: a village with its unit in brackets, cut to fit. They stay distinct even without
 * marks, because a tap comes back as text and is read without them.
 */
export function titlesOf(places: readonly Place[]): string[] {
  const forms = [
    ({ village, area }: Place) => (village ? `${village.name} (${bareName(area)})` : area.name),
    ({ village, was, area }: Place) =>
      village ? `${village.name} (${bareName(was ?? area)})` : (was ?? area).name,
  ];
  const lists = forms.map((form) => places.map((place) => cut(form(place))));
  const areApart = (titles: string[]) =>
    new Set(titles.map((title) => foldText(title))).size === titles.length;
  return lists.find(areApart) ?? places.map(({ area }, at) => cut(`${at + 1}: ${bareName(area)}`));
}

function cut(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}
