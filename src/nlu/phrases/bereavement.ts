import { foldInPlace } from '../text/fold-in-place.ts';

/** The start of a clause: in "thẻ của bố em mất rồi" the card is lost. */
const start =
  '(?<=^ *|[.,!?;:\\n] *|(?<![a-z])(?:nha|vi|do|khi|thi|qua|kia|nay|da|thua|alo|oi|a|vang|u|co|gia dinh|nha (?:toi|tui|em|con|chau|minh|bac|co|chu|anh|chi)) )';
/** Residents never call themselves by these words; kin words that also mean "I" need an owner behind them. */
const kin =
  '(?:bo|me|cha|tia|thay|bam|chong|vo|(?:ong|ba) cu|cu (?:ong|ba)|(?:ong|ba) (?:noi|ngoai|xa)|(?:con|em) (?:trai|gai)|(?:anh|chi) (?:trai|gai|ruot|ca)|nguoi (?:nha|than)|(?:ma|ba|u|ong|cu|con|anh|chi|em|co|chu|bac|cau|mo|di|duong)(?= (?:cua |nha )?(?:toi|tui|em|con|chau|minh|bac|vo|chong) ))';
const whose = '(?: (?:cua |nha )?(?:toi|tui|em|con|chau|minh|bac|co|chu|ong|ba|anh|chi|de|vo|chong))*';
const died =
  '(?: (?:vua moi|moi vua|vua|moi|da))? (?:mat|qua doi|tu tran|ta the|khuat nui|tat tho|nam xuong)';
/**
 * "Mất" also means "to lose". It means "died" only at the end of a clause, or before a time or a question.
 */
const notLost =
  '(?= *(?:$|[.,!?;:\\n])| (?:roi|hom|dem|sang|trua|chieu|toi qua|luc|ngay|tuan|\\d+ ngay|may (?:ngay|hom)|xong|thi|nen|gio|bay gio|phai|can(?! cuoc)|khai tu|lam (?:giay|thu tuc|khai|gi|sao|the)|a|u|ah|(?:o|tai) (?:nha|benh vien|vien))(?![a-z]))';
const bereaved = new RegExp(`${start}${kin}${whose}${died}${notLost}`);
/** "Tôi vừa mất bố": the relative comes after the verb. */
const lostKin = /(?<![a-z])(?:vua|moi) mat (?:bo|me|cha|chong|vo|con)(?! \p{L})/u;

/** Whether the resident says that a relative has died; the bot then begins with its sympathy. Pure. */
export function saysBereaved(text: string): boolean {
  const folded = foldInPlace(text.normalize('NFC')).replaceAll(/ {2,}/g, ' ');
  return bereaved.test(folded) || lostKin.test(folded);
}
