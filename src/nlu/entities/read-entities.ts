import { detectPhones } from '../secrets/detect-phones.ts';
import { foldInPlace } from '../text/fold-in-place.ts';
import { keepFirst } from '../text/span.ts';
import type { Entity, EntityFinder } from './entity.ts';
import { findAmounts } from './find-amounts.ts';
import { findDates } from './find-dates.ts';
import { findDossiers } from './find-dossiers.ts';
import { findTimes } from './find-times.ts';

/** The entities of a text in order, without overlaps. */
export type EntityReader = (text: string, today: string) => Entity[];

/** Phone numbers, digits only. */
const findPhones: EntityFinder = (folded) =>
  detectPhones(folded).map(({ start, end }) => ({
    kind: 'phone',
    start,
    end,
    value: folded.slice(start, end).replaceAll(/\D/g, ''),
  }));

/** If two finders match the same digits, the earlier one wins. */
const numberFinders: readonly EntityFinder[] = [findDossiers, findPhones, findAmounts, findDates, findTimes];

/** Finds what digits and number words stand for. Pure. */
export const findNumbers: EntityReader = createEntityReader([]);

/**
 * Finds numbers first, then names. Pure.
 * @param finders for names and places, the most reliable first
 */
export function createEntityReader(finders: readonly EntityFinder[]): EntityReader {
  return (written, today) => {
    const text = written.normalize('NFC');
    const folded = foldInPlace(text);
    const found = [...numberFinders, ...finders].flatMap((find) => find(folded, text, today));
    return keepFirst(found, text.length);
  };
}
