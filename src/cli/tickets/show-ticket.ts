import type { Dependencies } from '../../dependencies.ts';
import { OperatorError } from '../../errors.ts';
import type { Translate } from '../../i18n.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { isConfidential } from '../../ticket/model/confidential.ts';
import { briefOf } from '../../ticket/model/ticket-brief.ts';
import { isTicketReason } from '../../ticket/reasons.ts';
import { readTicket, type TicketDetails } from '../../ticket/views/read-ticket.ts';

/**
 * One ticket as text: question, missing data, assignee, timers, timeline, and the delivery state of each message.
 * @throws OperatorError when no ticket has this number
 */
export async function showTicket(
  { database, tickets, words }: Dependencies,
  number: number,
): Promise<string> {
  const details = await readTicket(database.db, number);
  if (!details) throw new OperatorError(`There is no follow-up ${number}.`);
  const t = words.in('vi');
  const loaded = await tickets.roster();
  return `${[...briefLines(details, loaded, t), ...timerLines(details, t), ...timelineLines(details, loaded, t), ...messageLines(details, t)].join('\n')}\n`;
}

function briefLines({ ticket, added }: TicketDetails, roster: Roster, t: Translate): string[] {
  const { question, forWhom, answered, place, missing } = briefOf(ticket, { roster, added });
  const head = {
    number: ticket.number,
    status: t(`operator:tickets.status.${ticket.status}`),
    team: roster.findTeam(ticket.team_id)?.name ?? '-',
    member: roster.findMember(ticket.assignee_id)?.name ?? '-',
  };
  const none = t('operator:tickets.none');
  return [
    t(ticket.urgent ? 'operator:tickets.head_urgent' : 'operator:tickets.head', head),
    ...(isConfidential(ticket) ? [t('operator:tickets.confidential')] : []),
    t('operator:tickets.asked', {
      text: [inOneLine(question), forWhom && `(${forWhom})`].filter(Boolean).join(' ') || none,
    }),
    t('operator:tickets.answered', { text: inOneLine(answered) || none }),
    t('operator:tickets.place', { text: place.join(', ').replaceAll(/\s+/g, ' ') || none }),
    t('operator:tickets.missing', {
      text: missing.map((what) => t(`operator:missing.${what}`)).join(', ') || none,
    }),
  ];
}

/** Lines of a resident must not look like lines of this program. */
function inOneLine(words: readonly string[]): string {
  return words.join(' / ').replaceAll(/\s+/g, ' ');
}

function timerLines({ timers }: TicketDetails, t: Translate): string[] {
  return timers.map(({ kind, dueAt }) => `  ${clockTime(dueAt)}  ${t(`operator:clocks.${kind}`)}`);
}

function timelineLines({ timeline }: TicketDetails, roster: Roster, t: Translate): string[] {
  return [
    t('operator:tickets.timeline'),
    ...timeline.map(({ event, at, actor, reason, text }) => {
      const who = roster.findMember(actor)?.name ?? actorWords(actor, t);
      const words = [reason === null ? undefined : reasonWords(reason, t), text && inOneLine([text])]
        .filter(Boolean)
        .join(': ');
      const why = words && ` (${words})`;
      return `  ${clockTime(at)}  ${t(`operator:events.${event}`)}${why}: ${who}`;
    }),
  ];
}

function reasonWords(reason: string, t: Translate): string {
  return isTicketReason(reason) ? t(`operator:reasons.${reason}`) : reason;
}

function actorWords(actor: string, t: Translate): string {
  const kinds = ['resident', 'member', 'operator', 'clock', 'staff'];
  return kinds.includes(actor) ? t(`operator:actors.${actor}`) : actor;
}

function messageLines({ messages }: TicketDetails, t: Translate): string[] {
  if (messages.length === 0) return [];
  return [
    t('operator:tickets.said'),
    ...messages.map(
      ({ text, at, delivery }) =>
        `  ${clockTime(at)}  [${t(`operator:delivery.${delivery}`)}] ${inOneLine([text])}`,
    ),
  ];
}

/** `07/10 08:30` in Việt Nam. */
function clockTime(at: number): string {
  const local = new Date(at + 7 * 60 * 60_000).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)} ${local.slice(11, 16)}`;
}
