import { foldText } from '../../nlu/text/fold-text.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { asksWhomToCall } from './asks-whom-to-call.ts';

/** What a resident writes after they spoke of danger; `stay` for fear and anything unclear. */
export type FollowUp = 'silence' | 'forgiven' | 'children' | 'whom' | 'stay';

/** Longer messages are questions of their own. */
const longest = 120;

/** "Đừng báo cho ai nhé", "em không muốn ai biết", "giữ kín giúp em". */
const silence =
  /\b(?:dung|khong|ko|k|chang) (?:muon )?(?:bao|noi|ke|goi)(?: \w+){0,3} (?:ai|cong an|xa|nguoi khac|nha)\b|\bkhong muon (?:ai|nguoi khac) biet\b|\bgiu (?:kin|bi mat)\b/;
/** "Anh ấy xin lỗi rồi", "nó hứa chừa". */
const forgiven = /\b(?:xin loi|hua|lam lanh|lam hoa|hoi han|tha cho|bo qua cho)\b(?! ad| moi nguoi)/;
const children =
  /\b(?:con|chau|be|may dua|hai dua)\b(?: \w+){0,3} (?:con nho|nho qua|nho lam|be qua|con be|moi \d|so lam)\b/;
const help = /\bai giup\b|\bgiup (?:toi|em|con|chau|minh)\b/;

/** "Đùa thôi": who spoke of danger may take it back out of shame. "Đưa" looks the same without marks. */
const joking = /\b(?:(?:dua|gion)(?: (?:day|ti|chut|vui))? (?:thoi|ma|ay)|noi (?:dua|gion|choi)|troll)\b/;

/** Whether the resident asks the bot to tell no one. Pure. */
export function asksForSilence(text: string): boolean {
  return text.length <= longest && silence.test(foldText(text));
}

/**
 * The kind of a short message within the hour after the resident spoke of danger; undefined for another subject.
 * Pure.
 */
export function readFollowUp({ text, folded, isCry, withdrawal }: Understanding): FollowUp | undefined {
  if (asksForSilence(text)) return 'silence';
  if (text.length > longest) return undefined;
  if (forgiven.test(folded)) return 'forgiven';
  if (children.test(folded)) return 'children';
  if (asksWhomToCall(folded) || help.test(folded)) return 'whom';
  return isCry || withdrawal || joking.test(folded) ? 'stay' : undefined;
}
