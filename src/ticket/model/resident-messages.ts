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
  /** Of `bot.yaml`; gets `number`, and `when` if there is a time. */
  key: string;
  values?: Record<string, string | number>;
  /** Told in people's words as `when`. */
  dueAt?: number | undefined;
  buttons?: LineButton[];
}

/** A button about this ticket: key of its words, and the step of the `ticket` intent that a tap means. */
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

/** The team that has it, as the resident reads it: also before anybody has, and where a team was left without a name. */
export function teamInWords(edit: Pick<TicketEdit, 'ticket' | 'person'>, context: DecisionContext): string {
  const name = context.roster.findTeam(edit.ticket.team_id)?.name.trim();
  return name || wordsFor(context, edit.person)('handoff.no_team');
}

/** Whether they can be written to at no cost. */
export function isWithinReach({ windowAt, now }: DecisionContext, person: TicketPerson): boolean {
  if (person.blockedAt !== null || person.withdrawnAt !== null) return false;
  return windowAt(person.lastInteractionAt, now).state === 'free';
}

/**
 * Says a line about their ticket to the resident, if they can be written to and it is not their own turn.
 * @returns whether it is said
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

/** Its payload names the matter, so that the chat shows which one was meant. */
export function ticketButton(t: Translate, number: number, { key, step, says }: LineButton): ReplyButton {
  const title = t(key);
  const meaning: ButtonMeaning = { intent: ticketIntent, step, data: { ticket: number } };
  return { kind: 'reply', title, text: `#${title} ${number}`, meaning, ...(says && { says }) };
}
