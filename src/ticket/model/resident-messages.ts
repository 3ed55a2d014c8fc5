import { formatDueTime } from '../../calendar/spoken-time.ts';
import { addressValues } from '../../conversation/address-values.ts';
import { ticketIntent } from '../../conversation/intent-names.ts';
import type { Translate } from '../../i18n.ts';
import type { ButtonMeaning, ReplyButton } from '../../message.ts';
import type { DecisionContext } from './decision-context.ts';
import type { TicketEdit } from './ticket-edit.ts';
import type { TicketPerson } from './ticket-person.ts';
import type { TicketStep } from './ticket-steps.ts';

interface Line {
  /** Key in `bot.yaml`; gets `number`, and `when` if there is a time. */
  key: string;
  values?: Record<string, string | number>;
  /** Formatted as `when`. */
  dueAt?: number | undefined;
  buttons?: LineButton[];
}

/** A button about this ticket: key of its text, and the step of the `ticket` intent that a tap triggers. */
export interface LineButton {
  key: string;
  step: TicketStep;
  says?: ReplyButton['says'];
}

/** `bot.yaml` in the resident's language and form of address. */
export function wordsFor({ words }: Pick<DecisionContext, 'words'>, { state }: TicketPerson): Translate {
  const t = words.in(state.language);
  return (key, values) => t(key, { ...addressValues(state), ...values });
}

/**
 * The name of the ticket's team in texts for the resident; has a fallback for no team and for a team without a name.
 */
export function teamInWords(edit: Pick<TicketEdit, 'ticket' | 'person'>, context: DecisionContext): string {
  const name = context.roster.findTeam(edit.ticket.team_id)?.name.trim();
  return name || wordsFor(context, edit.person)('handoff.no_team');
}

/** Whether the free window is open, so that a message to the resident costs nothing. */
export function isWithinReach({ windowAt, now }: DecisionContext, person: TicketPerson): boolean {
  if (person.blockedAt !== null || person.withdrawnAt !== null) return false;
  return windowAt(person.lastInteractionAt, now).state === 'free';
}

/**
 * Sends the resident a line about their ticket, unless they cannot be reached or it is their own turn.
 * @returns whether it was sent
 */
export function tellResident(edit: TicketEdit, context: DecisionContext, line: Line): boolean {
  if (!context.tellsResident || !isWithinReach(context, edit.person)) return false;
  const t = wordsFor(context, edit.person);
  const { number } = edit.ticket;
  const when =
    line.dueAt === undefined ? {} : { when: formatDueTime({ dueAt: line.dueAt, now: context.now }, t) };
  const buttons = (line.buttons ?? []).map((button) => ticketButton(t, number, button));
  edit.say({
    content: {
      kind: 'text',
      text: t(line.key, { number, ...when, ...line.values }),
      ...(buttons.length > 0 ? { buttons } : {}),
    },
    intent: ticketIntent,
    outcome: 'handoff',
  });
  return true;
}

/** Its payload has the ticket number, so that the chat shows which ticket the resident meant. */
export function ticketButton(t: Translate, number: number, { key, step, says }: LineButton): ReplyButton {
  const title = t(key);
  const meaning: ButtonMeaning = { intent: ticketIntent, step, data: { ticket: number } };
  return { kind: 'reply', title, text: `#${title} ${number}`, meaning, ...(says && { says }) };
}
