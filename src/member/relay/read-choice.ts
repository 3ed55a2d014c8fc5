import { parseYesNo } from '../../nlu/phrases/answers/yes-no.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import type { TicketView } from '../tickets/ticket-view.ts';

/** What a member wants with the text that they were asked about, in words instead of by a button. */
export type Choice =
  | { kind: 'send' | 'drop' | 'other' | 'note' }
  /** `isOrder`: they wrote "gửi …", not only the name. */
  | { kind: 'to'; tickets: number[]; isOrder: boolean };

type Named = Pick<TicketView, 'number' | 'displayName'>;

const polite = '(?:nhe|nha|nhen|nghen|a|luon|di|giup|em|chau|minh|toi|ok|oke|da|vang|u|uh|roi|thoi)';
const around = (words: string) => new RegExp(`^(?:${polite} )*(?:${words})(?: ${polite})*$`);
const send = around('gui|gui di|dung roi');
const drop = around('bo|bo di|khong gui|dung gui|huy|khong gui nua');
const other = around('(?:gui )?(?:cho )?(?:nguoi khac|ba con khac)');
const note = around('ghi chu|ghi chu thoi|ghi vao viec');
const before = new RegExp(`^(?:${polite} )*(?:gui |tra loi )?(?:cho |toi |la )?`);
const sendTo = new RegExp(`^(?:${polite} )*(?:gui|tra loi|cho) `);
const after = new RegExp(`(?: ${polite})+$`);
const titles = /^(?:ong|ba|bac|co|chu|di|cau|mo|anh|chi|em|thay) (?=\S)/;

/** Reads the answer to the question what to do with a text. Undefined for anything else, as for new text. Pure. */
export function readChoice(text: string, own: readonly Named[]): Choice | undefined {
  const folded = foldText(text);
  if (send.test(folded)) return { kind: 'send' };
  if (drop.test(folded)) return { kind: 'drop' };
  if (other.test(folded)) return { kind: 'other' };
  if (note.test(folded)) return { kind: 'note' };
  const answer = parseYesNo(folded);
  if (answer) return { kind: answer === 'yes' ? 'send' : 'drop' };
  const tickets = findNamed(folded, own, { isLastNameEnough: true });
  const isOrder = sendTo.test(folded);
  return tickets.length > 0 ? { kind: 'to', tickets, isOrder } : undefined;
}

/**
 * The tickets whose resident a whole text names, by number or by name: "412", "bà Lan", "gửi cho bác Lan nhé". Pure.
 */
export function findNamed(
  folded: string,
  own: readonly Named[],
  { isLastNameEnough }: { isLastNameEnough: boolean },
): number[] {
  const name = folded.replace(before, '').replace(after, '');
  if (/^\d{1,9}$/.test(name)) {
    return own.flatMap(({ number }) => (number === Number(name) ? number : []));
  }
  // "Gửi bà Lan (412)", as on a button.
  const [, called = name, digits] = /^(\D+) (\d{3,9})$/.exec(name) ?? [];
  return own.flatMap((view) => {
    if (digits !== undefined && view.number !== Number(digits)) return [];
    return isNamed(view, called, isLastNameEnough) ? view.number : [];
  });
}

function isNamed({ displayName }: Named, name: string, isLastNameEnough: boolean): boolean {
  const bare = name.replace(titles, '');
  const hasTitle = bare !== name;
  const shown = foldText(displayName ?? '');
  const called = shown.replace(titles, '');
  if (called === '' || bare.length < 2) return false;
  if (name === shown || (bare === called && (hasTitle || called.includes(' ')))) return true;
  return bare === called.split(' ').at(-1) && (hasTitle || isLastNameEnough);
}
