import { foldText } from '../../text/fold-text.ts';
import { asksSomething } from '../is-question.ts';
import { oneOf } from '../lexicon.ts';

const thanks = new RegExp(
  `^(?:${oneOf('da', 'vang', 'ok', 'oke', 'u', 'the thi', 'may qua')} ){0,3}${oneOf('xin cam on', 'cam on', 'cam on nhieu', 'cam on lam', 'thank you', 'thanks', 'tks')}(?: |$)`,
);
/** "Bà gọi hình được rồi", "xong rồi", "chu đáo quá" */
const works =
  /(?:^| )(?:(?:duoc|dc|xong|on|ok|ra) (?:roi|r)|ngon lanh|(?:tot|hay|nhanh|chu dao|nhiet tinh|tan tinh) (?:qua|lam))(?: |$)/;
const trouble =
  /(?:^| )(?:khong|ko|k|chua|loi|nhung|nhung ma|van|lai bi|giup|ho|cho (?:toi|em|bac|chau|gap))(?: |$)/;

/**
 * Whether a message only thanks and says that it works now: "Cảm ơn các cháu hôm qua cài cho bà nhé, bà gọi hình được
 * rồi". Its other words are no question. Pure.
 */
export function thanksForDone(text: string): boolean {
  const folded = foldText(text);
  return thanks.test(folded) && works.test(folded) && !trouble.test(folded) && !asksSomething(text);
}
