import { foldInPlace } from '../nlu/text/fold-in-place.ts';

/** A number and words: "139 bác vào phần đổi mật khẩu". */
const numbered = /^\s*(\d{3,4})(?:\s*[:,.]\s*|\s+)(?=\p{L})/u;
/** The number is what the text is about: "7719 là pin", "2580 nhé". */
const saysWhatItIs =
  /^(?:(?:la|do|day|nay|ne|nhe|nha|da|a|roi|thoi|luon|cua|dung)(?![a-z])|(?:lam |de )?(?:ma|pin|otp|cvv)(?![a-z]))/;
/** Only behind a longer number: no password has three digits. */
const saysPassword = /^(?:lam |de )?(?:mk|pass|mat khau)(?![a-z])/;
/** What a member tells or asks a resident, after a form of address. */
const tells =
  /^(?:(?:da|vang|u|ok|bac|ong|ba|co|chu|di|cau|mo|thim|cu|anh|chi|oi|a|em|chau|con|thi|roi|neu|khi|muon|cho) ){0,5}(?:vao|bam|mo|doi|quen|gui|doc|dung|khong|lay|dat|tai|ra|mang|den|xem|thu|chup|xin|phai|cu|nho|chon|may)(?![a-z])/;
const shortest = 3;
const fewestWords = 3;

/**
 * The end of the ticket number that a text begins with: "139 bác vào phần đổi mật khẩu" is for the resident of ticket
 * 139, though a number beside the word for a password looks like one. 0 for any other text, as for "7719 là pin thẻ".
 * Pure.
 */
export function leadingTicketEnd(text: string): number {
  const [head, digits] = numbered.exec(text) ?? [];
  if (head === undefined || digits === undefined) return 0;
  const rest = foldInPlace(text.slice(head.length));
  if (saysWhatItIs.test(rest) || rest.split(/\s+/).length < fewestWords) return 0;
  if (digits.length === shortest) return head.length;
  return tells.test(rest) && !saysPassword.test(rest) ? head.length : 0;
}
