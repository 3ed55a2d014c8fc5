import type { SecretSpan } from './secret-span.ts';

/** Month and year as printed on a bank card, within the years in which a current card can expire. */
const monthAndYear =
  /(?<![\d/.-])(?:0[1-9]|1[0-2]|(?<=han thang )[1-9]) ?[/-] ?(?:20)?(?:2[4-9]|3\d)(?![\d/]|[.-]\d)/g;
const cardWords = [
  '(?:so|han|ngay|tren|mat|date) the(?! (?:nao|nay|thi))',
  'the het han',
  '(?:han dung|han su dung|han) the',
  'ma sau|phia sau',
  'the (?:atm|ngan hang|visa|napas|tin dung|ghi no|luong|bank)',
  'card|visa|napas|mastercard|jcb|atm|cv[cv]2?',
  'so sau lung|mat sau|ma an toan|valid(?: thru)?|thru|expir[a-z]+',
];
const cardWord = new RegExp(`(?<![a-z])(?:${cardWords.join('|')})(?![a-z])`);
const cardNumber = /(?<!\d)(?:9704\d{4}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{16})/;
/** Other documents that expire in a month and year. */
const paperWord =
  /(?<![a-z])(?:cccd|can cuoc|cmnd|cmt|bhyt|bao hiem|ho chieu|passport|gplx|bang lai|giay phep|the (?:hoc sinh|sinh vien|dang|hoi vien|xe|tam tru))(?![a-z])/;
const reach = 80;

/** The three digits on the back, directly after the expiry date. */
const codeBehind = /^[^\d\n]{1,16}(\d{3})(?![\d.,/]|[a-z])/;

/**
 * Finds the expiry date of a card beside a word for the card, its number or its code: "hết hạn 09/29, số sau
 * lưng 162".
 */
export function detectExpiry(folded: string): SecretSpan[] {
  return [...folded.matchAll(monthAndYear)].flatMap(({ 0: whole, index: start }) => {
    const end = start + whole.length;
    const around = folded.slice(Math.max(0, start - reach), end + reach);
    const isOfCard = cardNumber.test(around) || (cardWord.test(around) && !paperWord.test(around));
    return isOfCard ? [{ kind: 'card', start, end }, ...codeAfter(folded, end)] : [];
  });
}

function codeAfter(folded: string, from: number): SecretSpan[] {
  const behind = codeBehind.exec(folded.slice(from, from + reach));
  if (behind === null) return [];
  const end = from + behind[0].length;
  return [{ kind: 'card', start: end - (behind[1] ?? '').length, end }];
}
