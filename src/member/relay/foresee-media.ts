import { type Kysely, sql } from 'kysely';
import { memberIntent } from '../../conversation/outbox.ts';
import type { TurnContext } from '../../conversation/turn.ts';
import type { Tables } from '../../database/schema.ts';
import { transferKind } from '../../media/kinds.ts';
import type { NeededMedia } from '../../media/media-needed.ts';
import type { Attachment, MessageEvent } from '../../message.ts';
import { type MemberChat, type StoredChat, toChat } from '../chat/chat-state.ts';
import { readAddressed } from '../chat/commands.ts';
import { readMemberMessage } from '../chat/read-message.ts';
import { findQuoted } from './find-quoted.ts';
import { isFresh, lastShown } from './pending-texts.ts';
import { readChoice } from './read-choice.ts';
import { chooseRecipient } from './relay-rules.ts';

export type MediaForecast = Pick<TurnContext, 'conversation' | 'turn' | 'now'>;

interface OwnTicket {
  number: number;
  oaId: string;
  displayName: string | null;
  lastResidentAt: number | null;
  claimedAt: number | null;
}

interface LinkedMember {
  chat: StoredChat | null;
  own: OwnTicket[] | null;
}

/**
 * Pictures and documents that a member's message sends on if it is handled now, each with the OA that will send it.
 * Runs before the turn's transaction, which must not wait for the network; empty for a person who is no member.
 */
export async function foreseeMedia(db: Kysely<Tables>, forecast: MediaForecast): Promise<NeededMedia[]> {
  const { event } = forecast.turn.last;
  if (event.kind !== 'message' || event.anonymousConversationId) return [];
  const attachments = event.attachments.filter((one) => transferKind(one) !== undefined);
  const mayChoose = forecast.turn.recentMessages.some(({ intent }) => intent === memberIntent);
  if (attachments.length === 0 && !mayChoose) return [];
  const member = await readLinkedMember(db, forecast);
  if (!member) return [];
  const own = member.own ?? [];
  const chat = toChat(member.chat ?? {});
  if (attachments.length === 0) return pendingMedia({ ...forecast, event, chat, own });
  const number = await recipientOf(db, { ...forecast, event, chat, own });
  return toNeeded(own, number, attachments);
}

async function readLinkedMember(
  db: Kysely<Tables>,
  { conversation }: MediaForecast,
): Promise<LinkedMember | undefined> {
  const { oaId, personId } = conversation.person;
  const { rows } = await sql<LinkedMember>`
    select c.state as chat,
      (select json_agg(json_build_object('number', t.number, 'oaId', t.oa_id, 'displayName', o.display_name,
          'lastResidentAt', t.last_resident_at, 'claimedAt', t.claimed_at))
        from tickets t join conversations o on o.id = t.conversation_id
        where t.assignee_id = l.member_id and t.status in ('open', 'waiting')) as own
    from member_links l left join member_chats c on c.conversation_id = ${conversation.id}
    where l.oa_id = ${oaId} and l.person_id = ${personId} and l.revoked_at is null`.execute(db);
  return rows[0];
}

/** Media of the pending text that the member sends by a button or in words. */
function pendingMedia({ turn, event, chat, own, now }: RecipientParams): NeededMedia[] {
  const { meaning } = readMemberMessage({ event, recentMessages: turn.recentMessages });
  const text = event.text?.trim() ?? '';
  const isTap = text.startsWith('#');
  const tapped =
    (isTap || /^\d{1,2}$/.test(text)) && meaning?.step === 'send'
      ? chat.pending.find(({ id }) => String(id) === meaning.data.pending)
      : undefined;
  if (tapped) return toNeeded(own, Number(meaning?.data.ticket ?? tapped.ticket), tapped.attachments);
  const pending = lastShown(chat);
  if (isTap || event.quotedMessageId || !pending || !isFresh(pending, now)) return [];
  const choice = readChoice(event.text ?? '', own);
  const named = choice?.kind === 'to' && choice.tickets.length === 1 ? choice.tickets[0] : undefined;
  const number = choice?.kind === 'send' ? pending.ticket : named;
  return toNeeded(own, number, pending.attachments);
}

interface RecipientParams extends MediaForecast {
  event: MessageEvent;
  chat: MemberChat;
  own: readonly OwnTicket[];
}

/**
 * The ticket that the message goes to at once, by the same rules as in the turn; a doubt that only the turn finds makes
 * the message pending.
 */
async function recipientOf(
  db: Kysely<Tables>,
  { conversation, event, chat, own, now }: RecipientParams,
): Promise<number | undefined> {
  const numbers = own.map(({ number }) => number);
  const addressed = readAddressed(event.text ?? '');
  const isAddressed = addressed !== undefined && numbers.includes(addressed.number);
  const picked = isAddressed
    ? addressed.number
    : await findQuoted(db, { event, conversationId: conversation.id });
  const { length } = isAddressed ? addressed.text : (event.text ?? '').trim();
  const to = chooseRecipient({ chat, own, picked, length, now });
  return to.kind === 'send' ? to.ticket : undefined;
}

function toNeeded(
  own: readonly OwnTicket[],
  number: number | undefined,
  attachments: readonly Attachment[],
): NeededMedia[] {
  const ticket = own.find((one) => one.number === number);
  return ticket ? attachments.map((attachment) => ({ oaId: ticket.oaId, attachment })) : [];
}
