import type { Dependencies } from '../dependencies.ts';
import { OperatorError } from '../errors.ts';
import type { Translate } from '../i18n.ts';
import type { Roster } from '../team/roster/roster.ts';
import { isKnownReason } from '../ticket/reasons.ts';
import { readTicket, type TicketDetails } from '../ticket/views/read-ticket.ts';
import { briefOf } from '../ticket/views/ticket-brief.ts';

/**
 * One follow-up in words: what is asked and missing, who has it, the clocks, the timeline, and what became of each
 * thing said.
 * @throws OperatorError when there is none of this number
 */
export async function showTicket(
  { database, tickets, words }: Dependencies,
  number: number,
): Promise<string> {
  const details = await readTicket(database.db, number);
  if (!details) throw new OperatorError(`There is no follow-up ${number}.`);
  const t = words.in('vi');
  const loaded = await tickets.roster();
  return `${[...briefLines(details, loaded, t), ...clockLines(details, t), ...timelineLines(details, loaded, t), ...saidLines(details, t)].join('\n')}\n`;
}

function briefLines({ ticket }: TicketDetails, roster: Roster, t: Translate): string[] {
  const { asked, answered, place, missing } = briefOf(ticket, roster);
  const head = {
    number: ticket.number,
    status: t(`console:tickets.status.${ticket.status}`),
    team: roster.findTeam(ticket.team_id)?.name ?? '-',
    member: roster.findMember(ticket.assignee_id)?.name ?? '-',
  };
  const none = t('console:tickets.none');
  return [
    t(ticket.urgent ? 'console:tickets.head_urgent' : 'console:tickets.head', head),
    t('console:tickets.asked', { text: asked.join(' / ') || none }),
    t('console:tickets.answered', { text: answered.join(' / ') || none }),
    t('console:tickets.place', { text: place.join(', ') || none }),
    t('console:tickets.missing', {
      text: missing.map((what) => t(`console:missing.${what}`)).join(', ') || none,
    }),
  ];
}

function clockLines({ clocks }: TicketDetails, t: Translate): string[] {
  return clocks.map(({ kind, dueAt }) => `  ${clockTime(dueAt)}  ${t(`console:clocks.${kind}`)}`);
}

function timelineLines({ timeline }: TicketDetails, roster: Roster, t: Translate): string[] {
  return [
    t('console:tickets.timeline'),
    ...timeline.map(({ event, at, actor, reason }) => {
      const who = roster.findMember(actor)?.name ?? actorWords(actor, t);
      const why =
        reason === null ? '' : ` (${isKnownReason(reason) ? t(`console:reasons.${reason}`) : reason})`;
      return `  ${clockTime(at)}  ${t(`console:events.${event}`)}${why}: ${who}`;
    }),
  ];
}

function actorWords(actor: string, t: Translate): string {
  const kinds = ['resident', 'member', 'operator', 'clock', 'staff'];
  return kinds.includes(actor) ? t(`console:actors.${actor}`) : actor;
}

function saidLines({ said }: TicketDetails, t: Translate): string[] {
  if (said.length === 0) return [];
  return [
    t('console:tickets.said'),
    ...said.map(
      ({ text, at, delivery }) =>
        `  ${clockTime(at)}  [${t(`console:delivery.${delivery}`)}] ${text.replaceAll(/\s+/g, ' ')}`,
    ),
  ];
}

/** `07/10 08:30` in Việt Nam. */
function clockTime(at: number): string {
  const local = new Date(at + 7 * 60 * 60_000).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)} ${local.slice(11, 16)}`;
}
