import { detectPhones } from '../secrets/detect-phones.ts';
import { foldInPlace } from '../text/fold-in-place.ts';
import { keepFirst } from '../text/span.ts';
import type { Entity, EntityFinder } from './entity.ts';
import { findAmounts } from './find-amounts.ts';
import { findDates } from './find-dates.ts';
import { findDossiers } from './find-dossiers.ts';
import { findTimes } from './find-times.ts';

/** What a text names, in order of appearance, none overlapping. */
export type EntityReader = (text: string, today: string) => Entity[];

/** Phones in their digits. */
const findPhones: EntityFinder = (folded) =>
  detectPhones(folded).map(({ start, end }) => ({
    kind: 'phone',
    start,
    end,
    value: folded.slice(start, end).replaceAll(/\D/g, ''),
  }));

/** Where two find the same figures, the earlier one names them. */
const numberFinders: readonly EntityFinder[] = [findDossiers, findPhones, findAmounts, findDates, findTimes];

/** What figures and words for numbers mean. Pure. */
export const findNumbers: EntityReader = createEntityReader([]);

/** @param finders of names and places, the surest first: they come after numbers. Pure. */
export function createEntityReader(finders: readonly EntityFinder[]): EntityReader {
  return (written, today) => {
    const text = written.normalize('NFC');
    const folded = foldInPlace(text);
    const found = [...numberFinders, ...finders].flatMap((find) => find(folded, text, today));
    return keepFirst(found, text.length);
  };
}
