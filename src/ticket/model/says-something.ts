import { parseDone } from '../../nlu/phrases/answers/done.ts';
import { parseYesNo } from '../../nlu/phrases/answers/yes-no.ts';
import { elders, juniors, oneOf, peers, speakers } from '../../nlu/phrases/lexicon.ts';
import { isPhoneAlone } from '../../nlu/phrases/phone-alone.ts';
import { findRating } from '../../nlu/phrases/tickets/rating.ts';
import { refusesCall } from '../../nlu/phrases/tickets/refuses-call.ts';
import { saysStillNeeded } from '../../nlu/phrases/tickets/still-needed.ts';
import { findTicketQuestion } from '../../nlu/phrases/tickets/ticket-question.ts';
import { findWithdrawal } from '../../nlu/phrases/tickets/withdrawal.ts';
import { asksOnlyForPerson } from '../../nlu/phrases/wants-person.ts';
import { foldText } from '../../nlu/text/fold-text.ts';

/** Placeholders of secrets and numbers. */
const masks = /\[[^\]]*\]/;
const someone = oneOf(
  ...speakers,
  ...elders,
  ...peers,
  ...juniors,
  'ad',
  'xa',
  'can bo',
  'ban',
  'e',
  'c',
  'oi',
);
/** "Gọi cho tôi số 09…", "nhờ xã gọi lại". */
const onlyWantsCall = new RegExp(
  `^(?:${oneOf(someone, 'da', 'alo', 'nho', 'keu', 'ai', 'muon', 'duoc', 'cho', 'xin', 'hay')} )*(?:goi|call|alo)(?: (?:${someone}|lai|dien|dien thoai|cho|giup|voi|so|sdt|dt|di|ngay|luon|nhe|nha|nghen|a|dc|duoc|khong|ko|k|cua|la|gap|day))*$`,
);
const filler = oneOf(
  ...['da', 'vang', 'u', 'ok', 'oke', 'oki', 'thoi', 'the', 'xin', 'a', 'nhe', 'nhieu', 'roi', 'lam'],
  someone,
);
const courtesy = new RegExp(
  `^(?:${filler} )*(?:${filler}|(?:cam on|cm on|thanks|thank you|tks|chao|alo|hello|hi|ok|oke|vang|da)(?: .{0,20})?)?$`,
);

/**
 * Whether a resident's message says something about what they need: no courtesy or reaction, no request for a person or
 * a call, no answer to a question of ours. Pure.
 * @param text masked; without the text of a tapped button
 */
export function saysSomething(text: string): boolean {
  const folded = foldText(text.replaceAll(new RegExp(masks, 'g'), ' '));
  if (masks.test(text) && isPhoneAlone(folded, ['phone'])) return false;
  if (!/[a-z]{2}/.test(folded) || courtesy.test(folded)) return false;
  if (asksOnlyForPerson(text) || onlyWantsCall.test(folded)) return false;
  if (parseYesNo(folded) || parseDone(folded) || findRating(folded)) return false;
  if (findTicketQuestion(folded) || findWithdrawal(text)) return false;
  return !refusesCall(text) && !saysStillNeeded(text);
}
