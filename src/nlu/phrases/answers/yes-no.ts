import { assents, juniors, negations, oneOf, softeners } from '../lexicon.ts';

/** Words that may surround a bare yes or no. */
const called = [...softeners, ...juniors, 'ban', 'anh', 'chi', 'can bo'];
const yes = new RegExp(
  `^(?:${oneOf(...assents, 'u', 'uh', 'um', 'uhm', 'o')} )*` +
    '(?:co|vang|da|u|uh|um|uhm|o|ok|oke|oki|okie|okay|duoc|dong y|phai|dung|dung roi|dung the|chinh no|yes|yep|sure)' +
    `(?: ${oneOf(...called, 'roi', 'di', 'day', 'gui', 'please')})*$`,
);
const no = new RegExp(
  `^(?:${oneOf(...assents, 'thoi')} )*` +
    `${oneOf(...negations, 'hong', 'hok', 'thoi', 'khoi', 'khong can', 'ko can', 'khong phai', 'ko phai', 'khong dau', 'chua', 'no', 'nope')}` +
    `(?: ${oneOf(...called, 'dau', 'cam on', 'thanks')})*$`,
);

/** "Ở nhà" (at home) folds to the same letters as "ờ nha" (yes). */
const atHome = /^o nha$/;

/**
 * Whether a text is a bare yes or no. Pure.
 * @param folded lower case, without diacritics and punctuation
 */
export function parseYesNo(folded: string): 'yes' | 'no' | undefined {
  if (yes.test(folded) && !atHome.test(folded)) return 'yes';
  return no.test(folded) ? 'no' : undefined;
}
