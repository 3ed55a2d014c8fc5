import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Attachment } from '../../message.ts';

/** A ticket whose resident gets what the member types. */
export interface Relay {
  ticket: number;
  /** When something of the member last went to that resident; undefined before the first word. */
  lastAt?: number | undefined;
}

/** Words that went to a resident, by the turn in which the member wrote them. */
interface SentWords {
  ticket: number;
  turnId: number;
}

/** Words that wait for the member to say to whom they go. */
export interface PendingReply {
  /** Tells which words a button is about. */
  id: string;
  lines: { text: string; attachments: Attachment[] }[];
  /** When the last line came. */
  at: number;
}

/** A ticket of which they were asked how it was done. */
export interface ClosingStep {
  ticket: number;
  at: number;
  /** They chose *Khác*: what they type next says how. */
  isOther?: boolean;
  /** They have said it in their own words already. */
  isNoted?: boolean;
}

/** What is remembered between two messages of a member in one conversation. Carries a version; `toChat` mends old ones. */
export interface MemberChat {
  version: 1;
  /** The one opened last is last. */
  relays: Relay[];
  pendingReply?: PendingReply | undefined;
  /** The last words that went to a resident. */
  lastSent?: SentWords | undefined;
  /** They were asked how this ticket was done: what they type may be the answer, and no word to its resident. */
  closing?: ClosingStep | undefined;
  /** They want to ask as a resident would: their next message, and answers to what the bot asks back until then. */
  asResident?: { next: boolean; until: number } | undefined;
}

export const freshChat: MemberChat = { version: 1, relays: [] };

export function toChat(stored: Partial<MemberChat>): MemberChat {
  return { ...freshChat, ...stored, version: 1 };
}

interface SavedChat {
  conversationId: number;
  memberId: string;
  chat: MemberChat;
}

export async function saveChat(
  trx: Transaction<Tables>,
  { conversationId, memberId, chat }: SavedChat,
): Promise<void> {
  const state = JSON.stringify(chat);
  await trx
    .insertInto('member_chats')
    .values({ conversation_id: conversationId, member_id: memberId, state })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet({ member_id: memberId, state }))
    .execute();
}

export async function forgetChat(db: Kysely<Tables>, conversationId: number): Promise<void> {
  await db.deleteFrom('member_chats').where('conversation_id', '=', conversationId).execute();
}
