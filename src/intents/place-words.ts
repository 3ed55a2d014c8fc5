import type { Translate } from '../i18n.ts';
import { type AreaDirectory, bareName, dayAfter } from '../team/area-directory.ts';
import type { Place } from '../team/place.ts';
import type { NamedPlace } from './place-replies.ts';
import { vietnameseDate } from './render-answer.ts';

const longestTitle = 20;

/** "thôn Nhà Bè, xã Ba Sao (trước 1/7/2025 là xã Sao Mai cũ)" */
export function describePlace(t: Translate, { area, was, village }: Place): string {
  const unit = inSentence(area.name);
  const whole = village ? `${t('place.village', { name: village.name })}, ${unit}` : unit;
  if (!was?.until) return whole;
  return t('place.with_past', {
    place: whole,
    date: vietnameseDate(dayAfter(was.until)),
    was: inSentence(was.name),
  });
}

/** What a named place is today, as one line of an answer. */
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

/** The former units that a unit was made from, as people list them. */
function partsOf({ units }: AreaDirectory, id: string): string {
  return units
    .filter(({ becomes }) => becomes === id)
    .map(bareName)
    .join(', ');
}

/** Titles for a choice of places, no two alike: a village with its unit in brackets where that fits. */
export function titlesOf(places: readonly Place[]): string[] {
  const forms = [
    ({ village, area }: Place) => (village ? `${village.name} (${bareName(area)})` : area.name),
    ({ village, was, area }: Place) =>
      village ? `${village.name} (${bareName(was ?? area)})` : (was ?? area).name,
    ({ village, area }: Place) => village?.name ?? bareName(area),
  ];
  const titles = forms.map((form) => places.map(form));
  const fits = (list: string[]) =>
    new Set(list).size === list.length && list.every(({ length }) => length <= longestTitle);
  return (
    titles.find(fits) ??
    places.map((place, at) => `${at + 1}. ${bareName(place.area)}`.slice(0, longestTitle))
  );
}

/** "Xã Ba Sao" within a sentence: "xã Ba Sao". */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
