import { remembering } from './remembering.ts';
import { isSyllable } from './syllables.ts';

/**
 * Raw keystrokes, typed with the keyboard's Vietnamese mode off: "ddawng kys" (Telex), "d9a8ng ky1" (VNI),
 * and the occasional repeated letter ("roii").
 */

/** Foreign words that residents use and that must not be repaired into a Vietnamese syllable. */
const foreignWords = new Set(
  `app wifi otp web test post pass tax fax box fix max mix gas bus plus list host mart text next best last visa cost
  most fast rest desk mask task start smart reset user code error server ship shop sms pos form card download upload
  login logout account file mail gmail email link scan zalo facebook youtube google tiktok internet online offline
  sim esim pin pro free sale order store store apple samsung iphone android windows chrome safari word excel pdf doc
  docx jpg png http https www com net org gov usb token import export exist ssd dos has was boss less class pc laptop
  xerox off ads add wow good foods food book look zoom room see been need keep week free coffee been deep seen speed
  aws raw law saw draw new how now show low low slow tower power down town brown view review few vows views crew
  tree three green screen street meet feel deel week aaa zoo cool school tool pool too moon soon door floor`
    .split(/\s+/)
    .filter(Boolean),
);

const telexVowels: [RegExp, string][] = [
  [/dd/, 'd'],
  [/aa|aw/g, 'a'],
  [/ee/g, 'e'],
  [/oo|ow/g, 'o'],
  [/uw|w/g, 'u'],
  [/uu(?=o)/g, 'u'],
];

/** Residents use a few thousand words. */
const differentTokens = 5000;

/**
 * @param token one word, folded
 * @returns the intended syllable, or the token itself if it is a word already or cannot be repaired
 */
export const fixKeystrokes = remembering((token) => {
  if (token.length < 2 || token.length > 12 || isSyllable(token) || foreignWords.has(token)) return token;
  return fixToken(token);
}, differentTokens);

function fixToken(token: string): string {
  const withoutDigits = fixVni(token);
  if (withoutDigits !== undefined) return withoutDigits;
  const single = token.replace(/([a-z])\1+$/, '$1');
  if (single.length > 1 && isSyllable(single)) return single;
  let plain = token;
  for (const [typed, meant] of telexVowels) plain = plain.replace(typed, meant);
  if (isSyllable(plain)) return plain;
  return withoutToneKey(plain) ?? token;
}

/** VNI types diacritics as digits after the vowel; digits alone or before the letters are a number. */
function fixVni(token: string): string | undefined {
  if (!/^[a-z]+[1-9]/.test(token) || token.includes('0')) return undefined;
  const letters = token.replace(/[1-9]/g, '');
  return letters.length > 1 && isSyllable(letters) ? letters : undefined;
}

function withoutToneKey(token: string): string | undefined {
  for (let at = token.length - 1; at > 0; at--) {
    if (!'sfrxj'.includes(token[at] as string)) continue;
    const rest = token.slice(0, at) + token.slice(at + 1);
    if (isSyllable(rest)) return rest;
  }
  return undefined;
}
