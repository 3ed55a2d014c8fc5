import { parseYesNo } from '../../nlu/phrases/answers/yes-no.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { findByName, type Named } from '../names/find-by-name.ts';

/** What a member wants with the text that they were asked about, in words instead of by a button. */
export type Choice =
  | { kind: 'send' | 'drop' | 'other' | 'note' }
  /** `isOrder`: they wrote "gửi …", not only the name. `isCorrection`: "không, gửi cho …". */
  | { kind: 'to'; tickets: number[]; isOrder: boolean; isCorrection?: true };

const polite = '(?:nhe|nha|nhen|nghen|a|luon|di|giup|em|chau|minh|toi|ok|oke|da|vang|u|uh|roi|thoi)';
const around = (words: string) => new RegExp(`^(?:${polite} )*(?:${words})(?: ${polite})*$`);
const send = around('gui|gui di|dung roi');
const drop = around('bo|bo di|khong gui|dung gui|huy|khong gui nua');
const other = around('(?:gui )?(?:cho )?(?:nguoi khac|ba con khac)');
const note = around('ghi chu|ghi chu thoi|ghi vao viec');
const before = new RegExp(`^(?:${polite} )*(?:gui |tra loi )?(?:cho |toi |la )?`);
const sendTo = new RegExp(`^(?:${polite} )*(?:gui|tra loi|cho) `);
const after = new RegExp(`(?: ${polite})+$`);
/** The question named the wrong resident. Without its comma "không gửi cho Lan" may forbid it: the bot asks. */
const correction =
  /^(?:a )?(?:khong(?: phai)?|ko|sai(?: roi)?|(?:gui )?nham(?: roi| nguoi)?|khoan)(?: (?:cau|tin) (?:do|nay|kia|ay|vua roi))? (?=\S)/;

/** Reads the answer to the question what to do with a text. Undefined for anything else, as for new text. Pure. */
export function readChoice(text: string, own: readonly Named[]): Choice | undefined {
  const folded = foldText(text);
  if (send.test(folded)) return { kind: 'send' };
  if (drop.test(folded)) return { kind: 'drop' };
  if (other.test(folded)) return { kind: 'other' };
  if (note.test(folded)) return { kind: 'note' };
  const corrected = correction.test(folded) ? findNamed(folded.replace(correction, ''), own) : [];
  if (corrected.length > 0) return { kind: 'to', tickets: corrected, isOrder: false, isCorrection: true };
  const answer = parseYesNo(folded);
  if (answer) return { kind: answer === 'yes' ? 'send' : 'drop' };
  const tickets = findNamed(folded, own);
  const isOrder = sendTo.test(folded);
  return tickets.length > 0 ? { kind: 'to', tickets, isOrder } : undefined;
}

/** The tickets whose resident a folded text names, by number or by name: "412", "bà Lan", "gửi cho bác Lan nhé". */
function findNamed(folded: string, own: readonly Named[]): number[] {
  const name = folded.replace(before, '');
  const bare = name.replace(after, '');
  if (/^\d{1,9}$/.test(bare)) {
    return own.flatMap(({ number }) => (number === Number(bare) ? number : []));
  }
  // "Minh" is a name and a word for oneself.
  const whole = findCalled(name, own);
  return whole.length > 0 ? whole : findCalled(bare, own);
}

function findCalled(name: string, own: readonly Named[]): number[] {
  // "Gửi bà Lan (412)", as on a button.
  const [, called = name, digits] = /^(\D+) (\d{3,9})$/.exec(name) ?? [];
  const tickets = findByName(called.split(' '), own);
  return digits === undefined ? tickets : tickets.filter((number) => number === Number(digits));
}

/** Whom "nhầm, câu đó gửi ông Thắng" is meant for; empty for other texts. Pure. */
export function readMistake(text: string, own: readonly Named[]): number[] {
  const folded = foldText(text);
  return /^(?:a )?(?:gui )?nham /.test(folded) ? findNamed(folded.replace(correction, ''), own) : [];
}
