import { juniors, oneOf, softeners } from './lexicon.ts';

const places: Record<string, number> = {
  nhat: 1,
  mot: 1,
  dau: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
};

const one =
  '(?:so |thu )?(?<place>\\d|nhat|mot|dau(?: tien)?|hai|ba|bon|tu|nam|cuoi(?: cung)?|(?:o )?(?:tren|duoi) cung)';
const around = `(?: ${oneOf(...softeners, 'di', 'ay', 'do', 'day', 'kia', ...juniors, 'ban', 'ad')})*`;
/** A bare number, or a number with a word that makes it an ordinal: "thứ hai" alone is Monday. */
const ordinal = new RegExp(
  `^(?:(?:da|vang|o|u|chon|lay|xem|hoi) )*(?:(?:so )?(?<digit>\\d)|(?:cai|cau|muc|y|nut|dong|lua chon|phuong an) ${one})${around}$`,
);

/**
 * The position that a text picks from a list, from 1: "2", "cái thứ hai", "mục cuối ạ". Pure.
 * @param folded lower case, without diacritics and punctuation
 * @param count length of the list
 */
export function readOrdinal(folded: string, count: number): number | undefined {
  const { digit, place } = ordinal.exec(folded)?.groups ?? {};
  if (digit !== undefined) return Number(digit);
  if (place === undefined) return undefined;
  if (/^\d$/.test(place)) return Number(place);
  if (/cuoi|duoi/.test(place)) return count;
  return /tren/.test(place) ? 1 : places[place.split(' ')[0] ?? ''];
}
