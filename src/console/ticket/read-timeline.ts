import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Translate } from '../../i18n.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { isTicketReason } from '../../ticket/reasons.ts';

/** One row of a ticket's timeline, in words. */
export interface TimelineRow {
  at: number;
  who: string;
  what: string;
  /** What somebody typed about it. */
  text: string | undefined;
  /** A note for those who work on the ticket. */
  isNote: boolean;
}

const maxRows = 200;

/** The timeline of a ticket, oldest first. */
export async function readTimeline(
  db: Kysely<Tables>,
  ticketId: number,
  { t, roster, operators }: { t: Translate; roster: Roster; operators: ReadonlyMap<string, string> },
): Promise<TimelineRow[]> {
  const rows = await db
    .selectFrom('ticket_events')
    .select(['event', 'at', 'actor_kind', 'actor_id', 'reason', 'data'])
    .where('ticket_id', '=', ticketId)
    .orderBy('id', 'desc')
    .limit(maxRows)
    .execute();
  const nameOf = (id: unknown) =>
    typeof id === 'string' ? (roster.findMember(id)?.name ?? roster.findTeam(id)?.name) : undefined;
  return rows.reverse().map(({ event, at, actor_kind, actor_id, reason, data }) => {
    const about = nameOf(data.member) ?? nameOf(data.to);
    const why = reason !== null && isTicketReason(reason) ? t(`operator:reasons.${reason}`) : undefined;
    const what = event === 'noted' && why ? why : t(`operator:events.${event}`);
    return {
      at,
      who:
        (actor_kind === 'operator' ? operators.get(actor_id ?? '') : roster.findMember(actor_id)?.name) ??
        actor_id ??
        t(`operator:actors.${actor_kind}`),
      what: [what, about, event === 'noted' ? undefined : why].filter(Boolean).join(', '),
      text: typeof data.text === 'string' ? data.text : undefined,
      isNote: reason === 'note',
    };
  });
}
