import { foldInPlace } from '../text/fold-in-place.ts';

/** Begins a clause: "thẻ của bố em mất rồi" speaks of a card. */
const start =
  '(?<=^ *|[.,!?;:\\n] *|(?<![a-z])(?:nha|vi|do|khi|thi|qua|kia|nay|da|thua|alo|oi|a|vang|u|co|gia dinh|nha (?:toi|tui|em|con|chau|minh|bac|co|chu|anh|chi)) )';
/** Nobody calls themselves so; words that are also said for "I" need an owner behind them. */
const kin =
  '(?:bo|me|cha|tia|thay|bam|chong|vo|(?:ong|ba) cu|cu (?:ong|ba)|(?:ong|ba) (?:noi|ngoai|xa)|(?:con|em) (?:trai|gai)|(?:anh|chi) (?:trai|gai|ruot|ca)|nguoi (?:nha|than)|(?:ma|ba|u|ong|cu|con|anh|chi|em|co|chu|bac|cau|mo|di|duong)(?= (?:cua |nha )?(?:toi|tui|em|con|chau|minh|bac|vo|chong) ))';
const whose = '(?: (?:cua |nha )?(?:toi|tui|em|con|chau|minh|bac|co|chu|ong|ba|anh|chi|de|vo|chong))*';
const died =
  '(?: (?:vua moi|moi vua|vua|moi|da))? (?:mat|qua doi|tu tran|ta the|khuat nui|tat tho|nam xuong)';
/** "Mất" is also to lose: only at the end of a clause, or before a time or a question, has somebody died. */
const notLost =
  '(?= *(?:$|[.,!?;:\\n])| (?:roi|hom|dem|sang|trua|chieu|toi qua|luc|ngay|tuan|\\d+ ngay|may (?:ngay|hom)|xong|thi|nen|gio|bay gio|phai|can(?! cuoc)|khai tu|lam (?:giay|thu tuc|khai|gi|sao|the)|a|u|ah|(?:o|tai) (?:nha|benh vien|vien))(?![a-z]))';
const bereaved = new RegExp(`${start}${kin}${whose}${died}${notLost}`);
/** "Tôi vừa mất bố": with whom after it. */
const lostKin = /(?<![a-z])(?:vua|moi) mat (?:bo|me|cha|chong|vo|con)(?! \p{L})/u;

/** Whether somebody says that one of theirs has died: they are met with sympathy before anything else. Pure. */
export function saysBereaved(text: string): boolean {
  const folded = foldInPlace(text.normalize('NFC')).replaceAll(/ {2,}/g, ' ');
  return bereaved.test(folded) || lostKin.test(folded);
}
