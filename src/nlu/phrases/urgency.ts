import { foldInPlace } from '../text/fold-in-place.ts';

/** Danger, illness, a scam in progress. */
const danger =
  /(?<![a-z])(?:khan cap|cap cuu|nguy hiem|nguy kich|cuu (?:voi|toi|em|chau|ba|ong|bac|co)|dang bi (?:lua|danh|doa|de doa|uy hiep)|vua bi lua|bi lua mat (?:tien|het)|mat het tien|gap lam|rat gap|can gap(?! (?:can bo|nguoi|ai|to |nhan vien|anh|chi|em|chu|bac|co ))|gap roi|gap gap)(?![a-z])/;
/** "hạn ngày mai", "mai là hết hạn". */
const deadline =
  /(?<![a-z])(?:(?:het han|han chot|den han|toi han|han nop|han cuoi|qua han)[^.!?\n]{0,20}(?:hom nay|ngay mai|chieu nay|sang mai|toi nay|mai|mot)|(?:hom nay|ngay mai|chieu nay|sang mai|mai)[^.!?\n]{0,15}(?:het han|han chot|den han|toi han|phai nop|phai co))(?![a-z])/;
/** Old people are urgent. */
const age = /(?<!\d)(\d{2,3}) ?tuoi(?![a-z])/g;
const oldAge = 80;
const oldestAge = 120;
/** With its diacritics "gấp" is urgent; without them it may also be "gặp", to meet. */
const hasteMarked = /(?<![\p{L}])gấp(?![\p{L}])(?! (?:đôi|ba|bội|lại|rút))/iu;

/**
 * Whether the resident says that it is urgent: danger, great age, a deadline soon. Takes the text literally
 * and does not guess. Pure.
 */
export function saysUrgent(text: string): boolean {
  const written = text.normalize('NFC');
  const folded = foldInPlace(written);
  if (danger.test(folded) || deadline.test(folded) || hasteMarked.test(written)) return true;
  return [...folded.matchAll(age)].some(([, years]) => Number(years) >= oldAge && Number(years) <= oldestAge);
}
