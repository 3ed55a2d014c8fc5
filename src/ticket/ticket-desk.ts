import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { TicketSummary, TicketTable } from '../database/ticket-tables.ts';
import type { Origin } from '../message.ts';

export interface TicketRef {
  number: number;
  status: TicketTable['status'];
  kind: TicketTable['kind'];
  topic: string | null;
  createdAt: number;
}

export interface NewTicket {
  kind: TicketTable['kind'];
  topic?: string | undefined;
}

/** The follow-ups of one resident, inside the transaction of their turn. */
export interface TicketDesk {
  /** Opens a follow-up, or joins the open one of the same resident and subject. */
  open(ticket: NewTicket): Promise<TicketRef>;
  listOpen(): Promise<TicketRef[]>;
  /** Keeps the phone number that came with this turn's event on the follow-up it was asked for. */
  takePhone(number: number): Promise<void>;
}

interface DeskParts {
  trx: Transaction<Tables>;
  conversationId: number;
  person: { oaId: string; personId: string };
  now: number;
  /** A phone number that came with the event of this turn; the ticket takes it. */
  phoneEncrypted: string | null;
  origin: Origin;
}

const summaryLength = 10;

export function createTicketDesk(parts: DeskParts): TicketDesk {
  const { trx, conversationId, person, now, phoneEncrypted, origin } = parts;

  async function listOpen(): Promise<TicketRef[]> {
    const rows = await trx
      .selectFrom('tickets')
      .select(['number', 'status', 'kind', 'topic', 'created_at'])
      .where('conversation_id', '=', conversationId)
      .where('status', '!=', 'resolved')
      .orderBy('number')
      .execute();
    return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }));
  }

  return {
    listOpen,
    async takePhone(number) {
      await trx
        .updateTable('tickets')
        .set({ phone_encrypted: phoneEncrypted, updated_at: now })
        .where('number', '=', number)
        .where('conversation_id', '=', conversationId)
        .execute();
    },
    async open(ticket) {
      const same = (await listOpen()).find(
        (open) => open.kind === ticket.kind && open.topic === (ticket.topic ?? null),
      );
      if (same) return same;
      const row = await trx
        .insertInto('tickets')
        .values({
          conversation_id: conversationId,
          oa_id: person.oaId,
          origin,
          kind: ticket.kind,
          topic: ticket.topic ?? null,
          status: 'new',
          summary: JSON.stringify(await summarise(parts)),
          phone_encrypted: phoneEncrypted,
          created_at: now,
          updated_at: now,
        })
        .returning(['number', 'status', 'kind', 'topic', 'created_at'])
        .executeTakeFirstOrThrow();
      const { created_at, ...ref } = row;
      return { ...ref, createdAt: created_at };
    },
  };
}

/** The last masked messages of both sides: what a member must know before answering. */
async function summarise({ trx, conversationId, person }: DeskParts): Promise<TicketSummary> {
  const asked = await trx
    .selectFrom('incoming_events')
    .select(['event', 'occurred_at'])
    .where('oa_id', '=', person.oaId)
    .where('person_id', '=', person.personId)
    .where('kind', '=', 'message')
    .orderBy('occurred_at', 'desc')
    .limit(summaryLength)
    .execute();
  const answered = await trx
    .selectFrom('outgoing_messages')
    .select(['content', 'created_at'])
    .where('conversation_id', '=', conversationId)
    .orderBy('id', 'desc')
    .limit(summaryLength)
    .execute();
  const messages: TicketSummary['messages'] = [
    ...asked.map(({ event, occurred_at }) => ({
      from: 'resident' as const,
      text: event.kind === 'message' ? (event.text ?? event.attachments[0]?.kind ?? '') : '',
      at: occurred_at,
    })),
    ...answered.map(({ content, created_at }) => ({
      from: 'bot' as const,
      text: 'text' in content ? (content.text ?? '') : '',
      at: created_at,
    })),
  ];
  return { messages: messages.sort((a, b) => a.at - b.at).slice(-summaryLength) };
}
