import type { SecretKind } from '../../../message.ts';
import type { ReadText } from '../read-text.ts';
import type { SecretSpan } from '../secret-span.ts';
import { digitOf } from '../words/digit-words.ts';

const digit = [...digitOf.keys()].join('|');
/** "Hai số đầu là 27", "ở giữa là bảy hai", "đuôi 41": a position, and the digits there. */
const part = new RegExp(
  `(?<![a-z])(?:(?:hai|ba|bon|[2-6]) (?:chu )?(?:so|con) )?(?:o |khuc |doan |phan |nua |cap )?(?:dau(?: tien)?|giua|cuoi(?: cung)?|duoi|sau|truoc|tiep(?: theo)?|(?:thu|so) (?:nhat|hai|ba)|khuc (?:mot|hai|ba))(?: (?:la|thi|thi la|ghi|co))?[ :]{1,2}(\\d{1,6}(?: \\d{1,6}){0,3}|(?:${digit})(?: (?:${digit})(?! (?:chu )?so )){1,5})(?![a-z\\d/:]|[.,]\\d)`,
  'g',
);
const digitWord = new RegExp(`(?:${digit})(?![a-z])`, 'g');
/** Words between one part and the next. */
const maxBetween = 24;
const codeLength = [4, 8] as const;
const pin = /(?<![a-z])(?:pin|rut tien|cay tien|atm|the)(?![a-z])/;
const ofCode =
  /(?<![a-z])(?:otp|ma|pin|code|passcode|mk|khau|pass|xac (?:thuc|nhan|minh)|tin nhan|nhan ve|gui ve|rut tien|cay tien|ghep)(?![a-z])/;

interface Part {
  start: number;
  end: number;
  digits: number;
}

/** Finds a code that is told by where its digits stand: "đầu là 27, giữa là 80, cuối là 41". */
export function detectToldParts({ folded }: ReadText): SecretSpan[] {
  if (!ofCode.test(folded)) return [];
  const kind: SecretKind = pin.test(folded) ? 'pin' : 'otp';
  return chainsOf(partsIn(folded))
    .filter((chain) => chain.length > 1 && isCode(chain))
    .flatMap((chain) => chain.map(({ start, end }) => ({ kind, start, end })));
}

function partsIn(folded: string): Part[] {
  return [...folded.matchAll(part)].map(({ 0: whole, 1: said = '', index }) => {
    const end = index + whole.length;
    const digits = /\d/.test(said) ? said.replaceAll(' ', '').length : (said.match(digitWord) ?? []).length;
    return { start: end - said.length, end, digits };
  });
}

function chainsOf(parts: readonly Part[]): Part[][] {
  const chains: Part[][] = [];
  for (const next of parts) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain === undefined || last === undefined || next.start - last.end > maxBetween) chains.push([next]);
    else chain.push(next);
  }
  return chains;
}

function isCode(chain: readonly Part[]): boolean {
  const digits = chain.reduce((sum, one) => sum + one.digits, 0);
  return digits >= codeLength[0] && digits <= codeLength[1];
}
