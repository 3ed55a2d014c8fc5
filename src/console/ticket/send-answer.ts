import { sql, type Transaction } from 'kysely';
import { memberAnswer } from '../../conversation/outbox.ts';
import type { Tables } from '../../database/schema.ts';
import { messageOf } from '../../errors.ts';
import { shrinkImage } from '../../media/shrink-image.ts';
import type { TicketView } from '../../member/tickets/ticket-view.ts';
import type { AnswerAttachment } from '../../ticket/commands/answer.ts';
import type { TicketResult } from '../../ticket/result.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { withMemberTickets } from './ticket-actions.ts';

/** A message stays here this long before it leaves, so that the member can take it back. */
const undoMs = 10_000;

interface AnswerRequest {
  view: TicketView;
  memberId: string;
  text: string;
  photo: Buffer | undefined;
  /** The answer asks something: the ticket waits for the resident. */
  waits: boolean;
  now: number;
}

/** `unreadable`: the file is no picture. `not-uploaded`: Zalo did not take it. */
export type SendResult = TicketResult | { kind: 'photo'; why: 'unreadable' | 'not-uploaded' };

/** Answers the resident; the message leaves after `undoMs`. */
export async function sendAnswer(parts: ConsoleParts, request: AnswerRequest): Promise<SendResult> {
  const { view, memberId, text, waits, now } = request;
  const uploaded = await uploadPhoto(parts, request);
  if ('why' in uploaded) return { kind: 'photo', why: uploaded.why };
  const turnId = consoleTurnId(now);
  return withMemberTickets(parts, { memberId, now, turnId }, async (tickets, trx) => {
    const result = await tickets.answer(view.number, { text, attachments: uploaded.attachments });
    if (result.kind === 'done') await delay(trx, { ticketId: view.id, turnId, until: now + undoMs });
    if (result.kind === 'done' && waits) await tickets.waitForResident(view.number);
    return result;
  });
}

/** Words written in the console belong to no incoming event: their turns have negative ids. */
function consoleTurnId(now: number): number {
  return -now;
}

async function uploadPhoto(
  { media, logger }: ConsoleParts,
  { photo, view }: AnswerRequest,
): Promise<{ attachments: AnswerAttachment[] } | { why: 'unreadable' | 'not-uploaded' }> {
  if (!photo) return { attachments: [] };
  const bytes = await shrinkImage(photo);
  if (!bytes) return { why: 'unreadable' };
  try {
    const upload = { bytes, fileName: 'anh.jpg', contentType: 'image/jpeg' };
    const attachmentId = await media.upload(view.oaId, 'image', upload);
    return { attachments: [{ kind: 'image', attachmentId }] };
  } catch (error) {
    logger.warn({ oaId: view.oaId, reason: messageOf(error) }, 'a photo from the console was not uploaded');
    return { why: 'not-uploaded' };
  }
}

interface Turn {
  ticketId: number;
  turnId: number;
}

async function delay(trx: Transaction<Tables>, { ticketId, turnId, until }: Turn & { until: number }) {
  await trx
    .updateTable('outgoing_messages')
    .set({ next_attempt_at: until })
    .where('ticket_id', '=', ticketId)
    .where('turn_id', '=', turnId)
    .where('intent', '=', memberAnswer)
    .where('state', '=', 'pending')
    .execute();
}

interface UndoRequest {
  view: TicketView;
  memberId: string;
  turnId: number;
  now: number;
}

/** Takes back an answer that has not left yet. @returns its words; undefined when it is too late */
export async function undoAnswer(
  parts: ConsoleParts,
  { view, memberId, turnId, now }: UndoRequest,
): Promise<string | undefined> {
  return withMemberTickets(parts, { memberId, now }, async (tickets, trx) => {
    const words = await lockUnsent(trx, { ticketId: view.id, turnId });
    if (words === undefined) return undefined;
    const result = await tickets.retract(view.number, turnId);
    return result.kind === 'done' ? words : undefined;
  });
}

/** The words of a turn none of whose messages has left; locks them, so that none leaves meanwhile. */
async function lockUnsent(trx: Transaction<Tables>, { ticketId, turnId }: Turn): Promise<string | undefined> {
  const { rows } = await sql<{ state: string; text: string | null }>`
    select state, content ->> 'text' as text from outgoing_messages
    where ticket_id = ${ticketId} and turn_id = ${turnId} and intent = ${memberAnswer} order by id for update`.execute(
    trx,
  );
  if (rows.length === 0 || rows.some(({ state }) => state !== 'pending')) return undefined;
  return withoutHead(rows.flatMap(({ text }) => text ?? []).join('\n'));
}

/** An answer begins with a line that introduces the member, then an empty line. */
function withoutHead(text: string): string {
  const end = text.indexOf('\n\n');
  return end < 0 ? '' : text.slice(end + 2);
}
