import type { Kysely } from 'kysely';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Tables } from '../../database/schema.ts';
import { inSentence } from '../../nlu/text/first-letter.ts';
import { grievanceTopic } from '../../ticket/model/confidential.ts';
import type { Ticket } from '../../ticket/model/ticket-edit.ts';
import { residentLabelInSentence, topicOf, type Wording } from './card.ts';
import type { TicketView } from './ticket-view.ts';

/** Another ticket of the same resident, without what was said in it. */
export type EarlierTicket = Pick<
  Ticket,
  'number' | 'topic' | 'status' | 'reason' | 'done' | 'resolved_at'
> & {
  /** The name of the member who has it or had it last. */
  by: string | null;
};

const maxEarlier = 3;

/** The last other tickets of the resident; a confidential one is nobody's business here, and a merged one is no other. */
export function listEarlier(
  db: Kysely<Tables>,
  { id, conversationId }: Pick<TicketView, 'id' | 'conversationId'>,
): Promise<EarlierTicket[]> {
  return db
    .selectFrom('tickets')
    .leftJoin('members', 'members.member_id', 'assignee_id')
    .select(['number', 'topic', 'status', 'reason', 'done', 'resolved_at', 'members.name as by'])
    .where('conversation_id', '=', conversationId)
    .where('id', '<', id)
    .where((eb) => eb.or([eb('topic', 'is', null), eb('topic', '<>', grievanceTopic)]))
    .where((eb) => eb.or([eb('reason', 'is', null), eb('reason', '<>', 'merged')]))
    .orderBy('id', 'desc')
    .limit(maxEarlier)
    .execute();
}

/** One line for each, the last first; empty when it is the resident's first ticket. */
export function earlierText(earlier: readonly EarlierTicket[], view: TicketView, wording: Wording): string {
  const { t } = wording;
  if (earlier.length === 0) return '';
  const head = t('member:earlier.head', { who: residentLabelInSentence(view, t) });
  return [head, ...earlier.map((ticket) => lineOf(ticket, wording))].join('\n');
}

function lineOf({ number, topic, by, ...ticket }: EarlierTicket, wording: Wording): string {
  const { t, now } = wording;
  const values = { number, topic: topicOf({ topic }, wording), by: by ?? '' };
  if (ticket.status !== 'resolved' || ticket.resolved_at === null) {
    return t(by === null ? 'member:earlier.new' : 'member:earlier.open', values);
  }
  return t(by === null ? 'member:earlier.closed' : 'member:earlier.closed_by', {
    ...values,
    clock: formatTimestamp(ticket.resolved_at, now, t),
    how: howOf(ticket, t),
  });
}

/** "đã gọi hướng dẫn", "bà con thôi". */
function howOf({ done, reason }: Pick<EarlierTicket, 'done' | 'reason'>, t: Wording['t']): string {
  if (done !== null && done !== 'other') return inSentence(t(`member:done.${done}`));
  return t(`member:earlier.reasons.${reason ?? 'solved'}`);
}
