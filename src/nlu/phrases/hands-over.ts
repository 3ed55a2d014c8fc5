import { assents, oneOf, softeners, speakers, staff } from './lexicon.ts';

const people = [...speakers, ...staff, 'admin', 'ban', 'shop', 'to'];
const before = oneOf(...assents, 'day', 'roi', 'nay', ...people);
const after = oneOf('lai', 'cho', 'xem', 'voi', ...softeners, 'day', 'nay', 'giup', 'ho', ...people);
/** "Bà gửi cháu", "em gui anh xem a". */
const handsOver = new RegExp(`^(?:${before} )*(?:gui|chup)(?: ${after})*$`);

/**
 * Whether a line only says that the resident is sending a photo or file. Pure.
 * @param folded lower case, without diacritics and punctuation
 */
export function saysHandOver(folded: string): boolean {
  return handsOver.test(folded);
}
