import { foldText } from '../text/fold-text.ts';
import { juniors, oneOf, staff } from './lexicon.ts';

const asks =
  /(?:^| )(?:gi|sao|nao|o dau|bao gio|bao nhieu|bao lau|bao tien|may (?:gio|ngay|tien|lan|nam)|cho hoi|muon hoi|hoi them|huong dan|hay la|hay phai|hay mot|phai khong|(?:hoi|goi|keu|gap|bao) ai)(?: |$)|^ai /;
/** "Có mất tiền không", "đã có kết quả chưa": at the end of a text that is more than a bare "no". */
const asksAtTheEnd = new RegExp(
  `^(?:\\S+ ){2,}(?:khong|ko|k|hk|hok|hong|chua|ha|nhi)(?: ${oneOf('a', 'vay', 'nhi', 'ha', ...juniors, ...staff, 'ban', 'oi')})*$`,
);
/** In characters; only the beginning of a longer text is read. */
const longest = 300;

/**
 * Whether a text has the form of a question. An answer to a question of the bot or a member does not. Pure.
 */
export function asksSomething(text: string): boolean {
  if (text.includes('?')) return true;
  const folded = foldText(text, longest);
  return asks.test(folded) || asksAtTheEnd.test(folded);
}
