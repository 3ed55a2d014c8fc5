import { foldInPlace } from '../text/fold-in-place.ts';
import { oneOf, speakers, without } from './lexicon.ts';

/** One word may also be a form of address: it needs "… của tôi" or an age. */
const oneWord = '(?:bo|me|vo|chong|con|ong|ba)';
const kin = `(?:bo me|ba me|ong noi|ba noi|ong ngoai|ba ngoai|con trai|con gai|con re|con dau|chau noi|chau ngoai|em trai|em gai|anh trai|chi gai|hang xom|nguoi nha)`;
const whose = ` ${oneOf(...without(speakers, 'ong', 'ba', 'con'), 'e', 'c')}(?![a-z])`;
const age = ' (?:nam nay |da |duoc |moi )?\\d{1,3} ?tuoi';
const named = new RegExp(
  `(?<![a-z])(${kin}|${oneWord}(?=${whose}|${age}))((?:${whose})?)((?:${age})?)(?![a-z])`,
);

/**
 * For whom a resident asks, when they name a relative or neighbour: "bố 80 tuổi" for "bố em 80 tuổi nằm liệt". Pure.
 */
export function findBeneficiary(text: string): string | undefined {
  const written = text.normalize('NFC');
  const folded = foldInPlace(written);
  const match = named.exec(folded);
  if (!match) return undefined;
  const [whole, who = '', , years = ''] = match;
  const end = match.index + whole.length;
  return written.slice(match.index, match.index + who.length) + written.slice(end - years.length, end);
}
