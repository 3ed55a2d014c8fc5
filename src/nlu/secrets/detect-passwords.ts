import { isAmount } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

const name = '(?<![a-z])(mat khau|mat ma|password|passwd|pass|pwd|mk)(?![a-z])';
/** A name of a password, a few words, then "là", ":" or "=", then one word or digits in groups. */
const introduced = new RegExp(
  `${name}([^\\n:=,.;]{0,40}?)(?: (?:la|is)(?: ?[:=])? |\\s?[:=]\\s?)(\\d+(?:[ .-]\\d+)+|\\S+)`,
  'g',
);
/** The value straight after the name: "pass Abc@12345". */
const adjoining = new RegExp(`${name}((?: (?:cu|moi|cua|toi|em|vneid))*) (\\S{4,})`, 'g');

/** What else a number may be of, when such words stand between. */
const otherThing = /(?<![a-z])(?:ho so|ma|so|sdt|yeu cau|ten|ngay|nam|phi|gia)(?![a-z])/;
/** "mk" is also how young people write "mình", I. */
const aboutPassword = /^(?: (?:cua|cu|moi|toi|em|minh|e|t|vneid|dang nhap|tai khoan|wifi|app|dvc|zalo))*$/;

const hasStrongCharacter = /[\d@#$%^&*!_+~]/;
const isAddress = /:\/\/|^www\.|^[a-z\d-]+(?:\.[a-z]{2,})+/;
const isDateOrAmount = /^\d+(?:[/.]\d+)+$/;
/** No Vietnamese syllable is longer when typed without diacritics. */
const longestSyllable = 7;

/** Passwords that the text itself gives away. "Mật khẩu là gì" and "quên mật khẩu" are none. */
export function detectPasswords(folded: string): SecretSpan[] {
  return [
    ...passwordsBy(
      introduced,
      folded,
      (value) => hasStrongCharacter.test(value) || value.length > longestSyllable,
    ),
    ...passwordsBy(adjoining, folded, (value) => /\d/.test(value) && /\D|\d{6}/.test(value)),
  ];
}

function passwordsBy(pattern: RegExp, folded: string, accepts: (value: string) => boolean): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const hit of folded.matchAll(pattern)) {
    const [whole, called = '', between = '', written = ''] = hit;
    if (called === 'mk' ? !aboutPassword.test(between) : otherThing.test(between)) continue;
    const value = written.replace(/[?.,;")\]]+$/, '');
    const start = hit.index + whole.length - written.length;
    const end = start + value.length;
    if (value.length < 4 || isAddress.test(value) || isDateOrAmount.test(value) || isAmount(folded, end)) {
      continue;
    }
    if (accepts(value)) spans.push({ kind: 'password', start, end });
  }
  return spans;
}
