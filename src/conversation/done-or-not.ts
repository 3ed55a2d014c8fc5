import type { ReplyButton } from '../message.ts';
import { ticketIntent } from './intent-names.ts';
import { replyButtons } from './numbered-options.ts';
import { memberAnswer, type RecentMessage } from './outbox.ts';

/** Whatever may come again and again is never made of others that may, or long messages are tried in endless ways. */
const done =
  /^(?:(?:da|vang|a|u|uh|o|ok|oke|oki|okie|okay|thua|toi|minh|bac|em|con|chau|anh|chi|co|chu|ong|ba|viec|lam|giai quyet|the la) )*(?:xong|roi|duoc roi|on roi|done|yes done|it is done)(?: (?:xuoi|xong|roi|het|ca|duoc|a|day|nhe|nha|chau|em|con|bac|co|chu|ban|anh|chi|can bo|oi|cam on|nhieu|thanks|now))*$/;
const notDone =
  /^(?:(?:da|vang|a|u|uh|khong|ko|thua|van|van con|hien|nay|viec|toi|minh|bac|em|con|chau|anh|chi|co|chu|ong|ba|can bo) )*(?:chua|not yet|not done|still not done)(?: (?:xong|duoc|dau|gi|ca|het|on|ai|thay|goi|lien he|lien lac|giai quyet|xu ly|lam|tra loi|a|ma|nhe|nha|chau|em|con|bac|co|chu|ban|anh|chi|can bo|oi))*$/;
/** "Chưa xong đâu cháu ơi, ông chưa ra xã": with the reason behind it, and no question. */
const notDoneAsYet =
  /^(?:(?:da|vang|a|khong|thua|van|van con|hien|nay|viec) )*chua (?:xong|duoc|on) (?!.*(?:\b(?:the nao|sao|o dau|bao gio|bao lau)\b|\b(?:gi|khong|ko)$))/;
/** Longer texts say more than that. */
const longest = 60;
const openMs = 3 * 24 * 60 * 60_000;

/** Whether a text says of a matter that it is done, or not, and nothing else. Folded. Pure. */
export function parseDone(folded: string): 'done' | 'not-done' | undefined {
  if (folded.length > longest) return undefined;
  if (notDone.test(folded) || notDoneAsYet.test(folded)) return 'not-done';
  return done.test(folded) ? 'done' : undefined;
}

/**
 * The button that a typed word means, where we have asked whether a matter is done.
 * @param said newest first
 */
export function findDoneOrNot(
  folded: string,
  recentMessages: readonly RecentMessage[],
  at: number,
): { button: ReplyButton; saidAt: number } | undefined {
  const answer = parseDone(folded);
  if (!answer) return undefined;
  for (const row of recentMessages) {
    const button = replyButtons(row.content).find(({ says }) => says === answer);
    if (at - row.saidAt > openMs) return undefined;
    if (button) return { button, saidAt: row.saidAt };
    if (isOver(row, answer)) return undefined;
  }
  return undefined;
}

/** A member has asked something since, or the question was answered: who said *not done* may still say *done*. */
function isOver({ intent, content }: RecentMessage, answer: 'done' | 'not-done'): boolean {
  if (intent !== ticketIntent) return intent === memberAnswer;
  return answer === 'not-done' || replyButtons(content).some(({ meaning }) => meaning.step === 'rate');
}
