import { foldText } from '../../text/fold-text.ts';
import { asksSomething } from '../is-question.ts';

const no = '(?:khong|ko|k|khoi|hong|hok|dung|chang|cha|ngai)';
/** The resident's number: "số" of "sổ đỏ" or "số nhà" is another. */
const number =
  '(?:(?:so|sdt|dt)(?: (?:dien thoai|dt|may))?|dien thoai)(?= (?:cua|dau|a|ad|lam|nhe|nha|nghen|duoc|vi|thoi|ra|minh|nua)|$)';
const noNumber = new RegExp(
  `(?:^| )${no}(?: (?:muon|thich|the|dam|tien|can|co))* (?:cho|dua|gui|de lai|chia se|nho|co|xai|dung|cung cap)(?: (?:ai|xa|cac|moi|lo))* ${number}`,
);
const noCall = new RegExp(
  `(?:^| )${no}(?: (?:can|tien|co|the|muon|thich))* (?:goi|nghe (?:may|dien thoai|goi|duoc)|bat may)`,
);
const writes =
  /(?:^| )(?:nhan|chat|tra loi)(?: (?:tin|zalo|qua|o|vao|tai|cho|lai))* ?(?:day|tin|zalo|thoi|la duoc|duoc roi|di|toi|em|anh|chi|co)(?: |$)/;
const plainNoCall =
  /^(?:(?:thoi|da|a|oi|nhe|xin|em|co|chau) )*dung goi(?: (?:nua|cho|toi|em|anh|chi|co|nhe|a|nha|dien|lai))*$/;
const maxWords = 18;

/**
 * Whether a resident wants to be written to and not called, or gives no number: "tôi không cho số đâu", "đừng gọi,
 * nhắn ở đây thôi". Pure.
 */
export function refusesCall(text: string): boolean {
  const folded = foldText(text);
  if (folded.split(' ').length > maxWords || asksSomething(text)) return false;
  if (noNumber.test(folded) || plainNoCall.test(folded)) return true;
  return noCall.test(folded) && writes.test(folded);
}
