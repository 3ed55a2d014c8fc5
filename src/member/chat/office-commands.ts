import { foldInPlace } from '../../nlu/text/fold-in-place.ts';

/** What a lead or a member of the office does with a ticket of others; names and reasons as they typed them. */
export type OfficeCommand =
  | { kind: 'assign' | 'hand'; number: number; to: string }
  | { kind: 'dismiss' | 'return'; number: number; why: string }
  | { kind: 'merge'; number: number; into: number };

const ticket = '(?:viec |yeu cau )?#?(\\d{1,9})';
const why = '\\s*(?:[:,]|\\bvi\\b)\\s*(?=\\S)';
const patterns: [OfficeCommand['kind'], RegExp][] = [
  ['assign', new RegExp(`^giao ${ticket} cho (?=\\S)`)],
  ['assign', new RegExp(`^${ticket} giao cho (?=\\S)`)],
  ['hand', new RegExp(`^chuyen ${ticket} (?:ve|len|sang|qua|xuong|cho)(?: cho)? (?=\\S)`)],
  ['hand', new RegExp(`^${ticket} chuyen (?:ve|len|sang|qua|xuong|cho)(?: cho)? (?=\\S)`)],
  ['dismiss', new RegExp(`^(?:bo|loai|dong) ${ticket}${why}`)],
  ['return', new RegExp(`^tra lai(?: cho)?(?: to)? ${ticket}${why}`)],
  ['merge', new RegExp(`^(?:gop|nhap) ${ticket} (?:vao|voi) (?=\\S)`)],
];
const maxLength = 120;

/**
 * "giao 412 cho Hoa", "chuyển 412 về tổ thôn Đông", "bỏ 412 vì tin rác", "trả lại 412 vì xa quá", "gộp 412 vào 398".
 * Undefined for any other text; the caller checks that the number is a ticket. Pure.
 */
export function readOfficeCommand(text: string): OfficeCommand | undefined {
  const written = text.normalize('NFC').trim();
  if (written.length > maxLength) return undefined;
  const folded = foldInPlace(written);
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const number = Number(match[1]);
    const rest = written.slice(match[0].length).trim();
    if (kind === 'assign' || kind === 'hand') return { kind, number, to: rest };
    if (kind === 'dismiss' || kind === 'return') return { kind, number, why: rest };
    const into = new RegExp(`^${ticket}[\\s.!]*$`).exec(foldInPlace(rest))?.[1];
    return into === undefined ? undefined : { kind: 'merge', number, into: Number(into) };
  }
  return undefined;
}
