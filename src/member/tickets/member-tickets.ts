import { type RawBuilder, sql, type Transaction } from 'kysely';
import { recordAudit } from '../../audit/audit-log.ts';
import type { Tables } from '../../database/schema.ts';
import type { Transcript } from '../../database/ticket-tables.ts';
import type { Roster } from '../../team/roster/roster.ts';
import {
  type AnswerAttachment,
  type AnswerWay,
  answer,
  waitForResident,
} from '../../ticket/commands/answer.ts';
import { claim, takenBy } from '../../ticket/commands/claim.ts';
import { resolve } from '../../ticket/commands/close.ts';
import { decline, passUp } from '../../ticket/commands/decline.ts';
import { note } from '../../ticket/commands/note.ts';
import { noteReveal } from '../../ticket/commands/note-reveal.ts';
import { release } from '../../ticket/commands/release.ts';
import { reopenClosed } from '../../ticket/commands/reopen.ts';
import { reportRequest } from '../../ticket/commands/report-request.ts';
import { retract } from '../../ticket/commands/retract.ts';
import { waitUntil } from '../../ticket/commands/wait-until.ts';
import { grievanceTopic } from '../../ticket/model/confidential.ts';
import type { DecisionContext } from '../../ticket/model/decision-context.ts';
import type { TicketEdit } from '../../ticket/model/ticket-edit.ts';
import { mayHelp, mayLead, officeLevels } from '../../ticket/permissions.ts';
import type { ReleaseReason } from '../../ticket/reasons.ts';
import { refused, type TicketResult } from '../../ticket/result.ts';
import { loadTickets } from '../../ticket/store/load-tickets.ts';
import { summarise } from '../../ticket/store/transcript.ts';
import type { ServiceParts } from '../../ticket/ticket-parts.ts';
import { createTicketWork } from '../../ticket/with-tickets.ts';
import { dropUnsent } from './drop-unsent.ts';
import { type EarlierTicket, listEarlier } from './earlier-tickets.ts';
import { findAnswer } from './find-answer.ts';
import { createLeadTickets, type LeadTickets } from './lead-tickets.ts';
import { readViews, type TicketView } from './ticket-view.ts';

/** What a member does with tickets, inside the transaction of their turn. */
export interface MemberTickets extends LeadTickets {
  claim(number: number): Promise<TicketResult>;
  /** Answers the resident of the member's own ticket; never claims one. */
  answer(number: number, words: AnswerWords): Promise<TicketResult<{ way: AnswerWay }>>;
  /**
   * Takes back what the member sent in a turn: unsent messages are deleted; for sent ones the bot asks the resident to
   * ignore them.
   */
  retract(number: number, turnId: number): Promise<TicketResult<{ isSent: boolean }>>;
  note(number: number, text: string): Promise<TicketResult>;
  /** @param text why, as the member typed it */
  release(number: number, reason: ReleaseReason, text?: string): Promise<TicketResult>;
  decline(number: number): Promise<TicketResult>;
  passUp(number: number): Promise<TicketResult>;
  waitForResident(number: number): Promise<TicketResult>;
  /** @param until when the resident gets a reminder, epoch ms */
  waitUntil(number: number, until: number): Promise<TicketResult>;
  /** Reopens a ticket that was closed by mistake. */
  reopen(number: number): Promise<TicketResult>;
  resolve(number: number, done: string): Promise<TicketResult>;
  /** Records in the timeline that the member saw the resident's phone number. */
  noteReveal(number: number): Promise<TicketResult>;
  /** The member's open tickets, the longest waiting first. */
  listOwn(): Promise<TicketView[]>;
  /** Tickets offered to the member, then unassigned tickets of their teams. */
  listNew(): Promise<TicketView[]>;
  /** Any ticket by its number, even if the member may see little of it. */
  find(number: number): Promise<TicketView | undefined>;
  findById(id: number): Promise<TicketView | undefined>;
  /** Whether the member may read what residents wrote in it. */
  mayRead(view: TicketView): Promise<boolean>;
  /** The last messages of both sides. */
  talkOf(view: TicketView): Promise<Transcript['messages']>;
  /** The resident's tickets before this one. */
  earlierOf(view: TicketView): Promise<EarlierTicket[]>;
  /** The last notes of members. */
  notesOf(view: TicketView): Promise<Note[]>;
  roster(): Promise<Roster>;
  /** Runs after commit: enqueues wakes and notices for the tickets that changed. */
  dispatchAfterCommit(): Promise<void>;
}

/** Visible only to those who work on the ticket. */
interface Note {
  by: string;
  at: number;
  text: string;
}

interface AnswerWords {
  text: string;
  attachments?: AnswerAttachment[];
}

interface MemberTicketsParams {
  trx: Transaction<Tables>;
  memberId: string;
  now: number;
  /** Id of the incoming event of this turn; undefined when the member wrote nothing. */
  turnId?: number | undefined;
}

const unknownTicket = refused('unknown-ticket');
/** More than wait on the worst day: a ticket beyond it would be in no list. */
const maxListed = 2_000;
const maxNotes = 5;

export function createMemberTickets(
  parts: ServiceParts,
  { trx, memberId, now, turnId }: MemberTicketsParams,
): MemberTickets {
  const work = createTicketWork(parts, { trx, now, tellsResident: true, memberId, turnId });
  const by = { memberId };
  const roster = () => parts.roster.load(trx);
  const views = async (which: RawBuilder<unknown>) =>
    readViews(trx, which, { roster: await roster(), windowAt: parts.windowAt, now, memberId });

  /** The areas of the member's teams and everything below: an escalated ticket from there may come back down. */
  const ownAreas = async (): Promise<string[]> => {
    const { tree, findTeam, findMember } = await roster();
    return (findMember(memberId)?.memberships ?? []).flatMap(({ teamId }) => {
      const areaId = findTeam(teamId)?.areaId;
      const { level } = (areaId === undefined ? undefined : tree.find(areaId)) ?? {};
      // A team of the commune or above sees what its own offers and escalations bring.
      if (areaId === undefined || level === undefined || officeLevels.has(level)) return [];
      return [areaId, ...tree.listBelow(areaId).map((area) => area.areaId)];
    });
  };

  /** A refusal changes nothing. */
  const change = <T extends object>(
    number: number,
    command: (edit: TicketEdit, context: DecisionContext) => TicketResult<T> | Promise<TicketResult<T>>,
  ): Promise<TicketResult<T>> =>
    work.change<TicketResult<T>>({
      load: () => loadTickets(trx, (eb) => eb('number', '=', number)),
      async command([edit], context) {
        if (!edit) return { result: unknownTicket, changed: [] };
        const result = await command(edit, context);
        return { result, changed: result.kind === 'done' ? [edit] : [] };
      },
      ifNone: () => unknownTicket,
    });

  const lead = createLeadTickets(
    (numbers, command) =>
      work.change<TicketResult>({
        load: () => loadTickets(trx, (eb) => eb('number', 'in', [...numbers])),
        command(edits, context) {
          const result = command(edits, context);
          return { result, changed: result.kind === 'done' ? edits : [] };
        },
        ifNone: () => unknownTicket,
      }),
    memberId,
  );

  /** For actions that only the assignee may do. */
  const ofOwn =
    <T extends object>(command: (edit: TicketEdit, context: DecisionContext) => TicketResult<T>) =>
    (edit: TicketEdit, context: DecisionContext): TicketResult<T> => {
      if (edit.ticket.status === 'resolved') return refused('resolved');
      if (edit.ticket.assignee_id === memberId) return command(edit, context);
      return edit.ticket.assignee_id === null
        ? refused('not-yours')
        : (takenBy(edit, context) as TicketResult<T>);
    };

  return {
    ...lead,
    claim: (number) => change(number, (edit, context) => claim(edit, context, memberId)),
    answer: (number, words) =>
      work.change<TicketResult<{ way: AnswerWay }>>({
        load: () => loadTickets(trx, (eb) => eb('number', '=', number)),
        async command([edit], context) {
          if (!edit) return { result: unknownTicket, changed: [] };
          const result = ofOwn((one, of) => answer(one, of, { ...words, memberId }))(edit, context);
          const isReported = reportRequest(edit, context, { memberId, result });
          return { result, changed: isReported || result.kind === 'done' ? [edit] : [] };
        },
        ifNone: () => unknownTicket,
      }),
    retract: (number, wordsTurnId) =>
      change(number, async (edit, context) => {
        const words = { ticketId: edit.ticket.id, turnId: wordsTurnId };
        const isSent = (await dropUnsent(trx, words)) === 'sent';
        return retract(edit, context, { memberId, isSent, answer: await findAnswer(trx, words) });
      }),
    note: (number, text) =>
      change(
        number,
        ofOwn((edit) => note(edit, { by, text })),
      ),
    release: (number, reason, text) =>
      change(number, (edit, context) => release(edit, context, { by, reason, text })),
    decline: (number) => change(number, (edit, context) => decline(edit, context, memberId)),
    passUp: (number) => change(number, (edit, context) => passUp(edit, context, memberId)),
    waitForResident: (number) => change(number, (edit, context) => waitForResident(edit, context, memberId)),
    waitUntil: (number, until) =>
      change(number, (edit, context) => waitUntil(edit, context, { memberId, until })),
    reopen: (number) => change(number, (edit, context) => reopenClosed(edit, context, { memberId })),
    resolve: (number, done) =>
      change(
        number,
        ofOwn((edit, context) => resolve(edit, context, { by, done })),
      ),
    noteReveal: async (number) => {
      const result = await change(
        number,
        ofOwn((edit) => noteReveal(edit, by)),
      );
      const actor = { kind: 'member' as const, id: memberId };
      if (result.kind === 'done')
        await recordAudit(trx, { actor, action: 'phone-shown', subject: number, now });
      return result;
    },
    listOwn: () =>
      views(sql`t.assignee_id = ${memberId} and t.status in ('open', 'waiting')
        order by t.urgent desc, (t.status = 'waiting'),
          (coalesce(t.last_resident_at, t.created_at) <= coalesce(t.last_answer_at, 0)),
          coalesce(t.last_resident_at, t.created_at), t.number limit ${maxListed}`),
    listNew: async () =>
      views(sql`t.status = 'new' and (
          exists (select 1 from ticket_offers o where o.ticket_id = t.id and o.member_id = ${memberId}
            and o.closed_at is null)
          or (t.team_id in (select team_id from team_members where member_id = ${memberId})
            and not exists (select 1 from ticket_offers o where o.ticket_id = t.id and o.member_id = ${memberId}
              and o.declined_at is not null))
          or (t.area_id = any (${await ownAreas()}::text[]) and coalesce(t.topic, '') <> ${grievanceTopic}))
        order by t.urgent desc, is_offered desc, t.created_at, t.number limit ${maxListed}`),
    find: async (number) => (await views(sql`t.number = ${number}`))[0],
    findById: async (id) => (await views(sql`t.id = ${id}`))[0],
    async mayRead(view) {
      const known = await roster();
      const member = known.findMember(memberId);
      if (!member || member.removedAt !== undefined) return false;
      if (view.isOffered || view.assigneeId === memberId) return true;
      const ticket = { team_id: view.teamId, area_id: view.areaId, topic: view.topic };
      const isFree = view.status === 'new' && mayHelp({ roster: known }, member, ticket);
      return isFree || mayLead({ roster: known }, by, ticket);
    },
    async talkOf({ conversationId, oaId, personId }) {
      const { messages } = await summarise({ trx, conversationId, person: { oaId, personId } });
      return messages;
    },
    earlierOf: (view) => listEarlier(trx, view),
    async notesOf({ id }) {
      const known = await roster();
      const rows = await trx
        .selectFrom('ticket_events')
        .select(['actor_id', 'at', 'data'])
        .where('ticket_id', '=', id)
        .where('event', '=', 'noted')
        .where('reason', '=', 'note')
        .orderBy('id', 'desc')
        .limit(maxNotes)
        .execute();
      return rows.reverse().map(({ actor_id, at, data }) => ({
        by: known.findMember(actor_id)?.name ?? actor_id ?? '',
        at,
        text: String(data.text ?? ''),
      }));
    },
    roster,
    dispatchAfterCommit: work.dispatchAfterCommit,
  };
}
