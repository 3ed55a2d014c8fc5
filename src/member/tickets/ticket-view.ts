import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type ConversationState, upgradeState } from '../../conversation/state.ts';
import type { WindowAt } from '../../conversation/window.ts';
import type { Tables } from '../../database/schema.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { liesInVillage } from '../../ticket/model/knows-village.ts';
import { owesAnswer } from '../../ticket/model/owes-answer.ts';
import { briefOf } from '../../ticket/model/ticket-brief.ts';
import type { Ticket } from '../../ticket/model/ticket-edit.ts';
import { addedWords } from '../../ticket/store/added-words.ts';
import { overdueSince } from '../../ticket/store/overdue.ts';
import { spokenAsResident } from '../../ticket/store/transcript.ts';
import { quoteResident } from './quote-resident.ts';

/** How a ticket ended before it was reopened. */
interface EarlierEnd {
  at: number;
  /** The name of the member who closed it; undefined when a timer did. */
  by: string | undefined;
  /** As in the column: called, visited, …; null when nothing was done. */
  done: string | null;
  /** What the resident wrote to reopen it, masked; empty when they tapped a button. */
  words: string;
}

/** A ticket as a member sees it. */
export interface TicketView {
  id: number;
  number: number;
  oaId: string;
  /** The resident's id at this OA. */
  personId: string;
  conversationId: number;
  status: Ticket['status'];
  topic: string | null;
  urgent: boolean;
  teamId: string | null;
  areaId: string | null;
  assigneeId: string | null;
  claimedAt: number | null;
  resolvedAt: number | null;
  /** What a member did to close it. */
  done: string | null;
  /** Names of the areas from the smallest up, without the root. */
  places: string[];
  /** The smallest area is a village. */
  hasVillage: boolean;
  /** The village as the resident typed it, when no area has that name. */
  villageText: string | null;
  /** How to address the resident: their word for themselves, and the name that Zalo shows. */
  address: string | undefined;
  displayName: string | null;
  /** The resident's question, masked. */
  question: string;
  /** For whom they ask, when it is not themselves. */
  forWhom: string | undefined;
  /** Since when the resident waits for an answer; undefined when we owe none. */
  waitingSince: number | undefined;
  lastResidentAt: number | null;
  dueAt: number | null;
  /** Since when the answer is overdue. */
  overdueSince: number | undefined;
  /** By when it must be closed; null when it waits for the resident or is closed. */
  closeBy: number | null;
  /** When the free window closes, epoch ms; 0 when it is closed. */
  freeUntil: number;
  /** Encrypted. */
  phone: string | null;
  /** It is offered to the member who looks at it. */
  isOffered: boolean;
  /** The team above that it escalated to, when that is none of the member's. */
  escalatedTo: string | undefined;
  /** Who gave it back last, and why if they said so. */
  returned: { at: number; by: string; why: string | undefined } | undefined;
  /** Undefined when it never ended. */
  earlierEnd: EarlierEnd | undefined;
}

/** Whether it is an open ticket of this member. */
export function isOwnOpen(
  { assigneeId, status }: Pick<TicketView, 'assigneeId' | 'status'>,
  memberId: string,
): boolean {
  return assigneeId === memberId && status !== 'resolved';
}

interface Row extends Ticket {
  person_id: string;
  display_name: string | null;
  state: Partial<ConversationState>;
  last_interaction_at: number | null;
  blocked_at: number | null;
  withdrawn_at: number | null;
  due_at: number | null;
  close_by: number | null;
  overdue_since: number | null;
  returned: { at: number; by: string | null; why: string | null } | null;
  is_offered: boolean;
  ended_at: number | null;
  ended_by: string | null;
  ended_done: string | null;
  words_back: string | null;
  added: string[] | null;
}

interface ViewQuery {
  roster: Roster;
  windowAt: WindowAt;
  now: number;
  /** The member who looks at it. */
  memberId: string;
}

const maxQuestionLength = 400;

/** Reads tickets without locking them. @param which a condition on `t` and an order */
export async function readViews(
  db: Kysely<Tables>,
  which: RawBuilder<unknown>,
  query: ViewQuery,
): Promise<TicketView[]> {
  const { rows } = await sql<Row>`
    select t.*, c.person_id, c.display_name, c.state, c.last_interaction_at, c.blocked_at, c.withdrawn_at,
      (select min(due_at) from ticket_timers k
        where k.ticket_id = t.id and k.kind in ('first-answer', 'next-answer')) as due_at,
      ${overdueSince} as overdue_since,
      (select min(due_at) from ticket_timers k where k.ticket_id = t.id and k.kind = 'resolution') as close_by,
      (select json_build_object('at', e.at, 'by', e.actor_id, 'why', e.data ->> 'text') from ticket_events e
        where e.ticket_id = t.id and e.event = 'released' and e.actor_kind = 'member'
        order by e.id desc limit 1) as returned,
      exists (select 1 from ticket_offers o
        where o.ticket_id = t.id and o.member_id = ${query.memberId} and o.closed_at is null) as is_offered,
      ${addedWords} as added,
      earlier.at as ended_at, earlier.actor_id as ended_by, earlier.done as ended_done, earlier.words as words_back
    from tickets t join conversations c on c.id = t.conversation_id
    left join lateral (${earlierEnd}) earlier on t.status <> 'resolved'
    where ${which}`.execute(db);
  return rows.map((row) => toView(row, query));
}

/** How far Zalo's time may be ahead of ours. */
const aheadMs = 60_000;

/** The last end of a reopened ticket, and the resident's last message before it was reopened. */
const earlierEnd = sql`
  select ended.at, ended.actor_id, ended.data ->> 'done' as done,
    (select e.event ->> 'text' from incoming_events e
      where e.oa_id = t.oa_id and e.person_id = c.person_id and e.kind = 'message' and ${spokenAsResident}
        and e.occurred_at between ended.at and back.at + ${aheadMs} and e.event ->> 'text' !~ '^(#|$)'
      order by e.occurred_at desc, e.id desc limit 1) as words
  from ticket_events ended
  join ticket_events back on back.ticket_id = ended.ticket_id and back.event = 'reopened' and back.id > ended.id
  where ended.ticket_id = t.id and ended.event in ('resolved', 'unreachable', 'expired')
  order by ended.id desc, back.id limit 1`;

function toView(row: Row, query: ViewQuery): TicketView {
  const { roster, windowAt, now } = query;
  const path = roster.tree.pathOf(row.area_id ?? undefined).filter(({ parentId }) => parentId !== undefined);
  const { state, freeUntil } = windowAt(row.last_interaction_at, now);
  const isShut = state !== 'free' || row.blocked_at !== null || row.withdrawn_at !== null;
  const waits = owesAnswer({ ticket: row });
  const brief = briefOf(row, { roster, added: row.added ?? [] });
  return {
    id: row.id,
    number: row.number,
    oaId: row.oa_id,
    personId: row.person_id,
    conversationId: row.conversation_id,
    status: row.status,
    topic: row.topic,
    urgent: row.urgent,
    teamId: row.team_id,
    areaId: row.area_id,
    assigneeId: row.assignee_id,
    claimedAt: row.claimed_at,
    resolvedAt: row.resolved_at,
    done: row.done,
    places: path.map(({ name }) => name),
    hasVillage: liesInVillage(row, roster),
    villageText: row.village_text,
    address: upgradeState(row.state).address?.you,
    displayName: row.display_name,
    question: crop(quoteResident(brief.question.join('\n') || wordsOf(row)), maxQuestionLength),
    forWhom: brief.forWhom && quoteResident(brief.forWhom),
    waitingSince: waits ? (row.last_resident_at ?? row.created_at) : undefined,
    lastResidentAt: row.last_resident_at,
    dueAt: row.due_at,
    overdueSince: row.overdue_since === null ? undefined : Number(row.overdue_since),
    closeBy: row.close_by,
    freeUntil: isShut ? 0 : freeUntil,
    phone: row.phone_encrypted,
    isOffered: row.is_offered,
    escalatedTo: escalatedTo(row, query),
    returned: returnedBy(row, roster),
    earlierEnd: earlierEndOf(row, roster),
  };
}

function escalatedTo(row: Row, { roster, memberId }: ViewQuery): string | undefined {
  if (row.status !== 'new' || row.is_offered) return undefined;
  const own = roster.findMember(memberId)?.memberships ?? [];
  return own.some(({ teamId }) => teamId === row.team_id) ? undefined : roster.findTeam(row.team_id)?.name;
}

function returnedBy({ returned }: Row, roster: Roster): TicketView['returned'] {
  const name = returned && roster.findMember(returned.by)?.name;
  if (!returned || !name) return undefined;
  return { at: Number(returned.at), by: name, why: returned.why ?? undefined };
}

function earlierEndOf(
  { ended_at, ended_by, ended_done, words_back }: Row,
  roster: Roster,
): EarlierEnd | undefined {
  if (ended_at === null) return undefined;
  const words = crop(quoteResident(words_back ?? ''), maxQuestionLength);
  return { at: Number(ended_at), by: roster.findMember(ended_by)?.name, done: ended_done, words };
}

/** The last words of a resident who only asked for a person, unless they sent something else. */
function wordsOf({ summary }: Row): string {
  const sent = summary.messages.filter(
    ({ from, text, kind }) => from === 'resident' && (text !== '' || kind) && !text.startsWith('#'),
  );
  return sent.every(({ text }) => text !== '') ? (sent.at(-1)?.text.trim() ?? '') : '';
}

/** Cut at a word, with an ellipsis. */
export function crop(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : undefined).trimEnd()}…`;
}
