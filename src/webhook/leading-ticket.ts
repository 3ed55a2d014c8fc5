import { foldInPlace } from '../nlu/text/fold-in-place.ts';

/** A number and words: "139 bác vào phần đổi mật khẩu". */
const numbered = /^\s*(\d{3,4})(?:\s*[:,.]\s*|\s+)(?=\p{L})/u;
/** The number is what the text is about: "7719 là pin", "2580 nhé". */
const saysWhatItIs =
  /^(?:(?:la|do|day|nay|ne|nhe|nha|da|a|roi|thoi|luon|cua|dung)(?![a-z])|(?:lam |de )?(?:ma|pin|otp|cvv)(?![a-z]))/;
/** How to change a password, after a form of address. */
const tellsHow =
  /^(?:(?:da|vang|u|ok|bac|ong|ba|co|chu|di|cau|mo|thim|cu|anh|chi|oi|a|em|chau|con|thi|neu|khi|muon) ){0,5}(?:(?:vao|bam|mo|gui|xem|thu|chon)(?![a-z]).*?(?<![a-z]))?(?:doi|quen|dat lai|lay lai|cap lai)(?: lai)? (?:mat khau|mk|pass)(?![a-z])/;
/** "2580 bác đổi mật khẩu thế này": the number may be the new password, which a resident sends. */
const pointsAtIt = /(?<![a-z])(?:nay|day|do|the|ay|la|thanh|moi|roi|xong|otp|pin|ma)(?![a-z])/;
const shortest = 3;
const fewestWords = 3;

/**
 * The end of the ticket number that a text begins with: "139 bác vào phần đổi mật khẩu" is for the resident of ticket
 * 139, though a number beside the word for a password looks like one. 0 for any other text, as for "7719 là pin thẻ".
 * Whether a member or a resident wrote is not known yet, so that four digits, which may be a PIN, are taken for a ticket
 * only before what a member alone would say. Pure.
 */
export function leadingTicketEnd(text: string): number {
  const [head, digits] = numbered.exec(text) ?? [];
  if (head === undefined || digits === undefined) return 0;
  const rest = foldInPlace(text.slice(head.length));
  if (saysWhatItIs.test(rest) || rest.split(/\s+/).length < fewestWords) return 0;
  if (digits.length === shortest) return head.length;
  return tellsHow.test(rest) && !pointsAtIt.test(rest) ? head.length : 0;
}
