import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Attachment } from '../../message.ts';

/** An open channel: what the member types goes to the resident of this ticket. */
export interface Relay {
  ticket: number;
  /** When the member last sent something to that resident; undefined before the first message. */
  lastAt?: number | undefined;
}

/** What went to a resident, by the turn in which the member wrote it. */
interface SentWords {
  ticket: number;
  turnId: number;
}

/** Text that waits until the member chooses its recipient. */
export interface PendingReply {
  /** Ties a button to this reply. */
  id: string;
  lines: { text: string; attachments: Attachment[] }[];
  /** When the last line came. */
  at: number;
}

/** The bot asked how this ticket was solved. */
export interface ClosingStep {
  ticket: number;
  at: number;
  /** The member chose *Khác*: the next text says how. */
  isOther?: boolean;
  /** The member has already described it. */
  isNoted?: boolean;
}

/** State of a member's conversation between two messages. Carries a version; `toChat` upgrades old ones. */
export interface MemberChat {
  version: 1;
  /** In the order of opening; the newest is last. */
  relays: Relay[];
  pendingReply?: PendingReply | undefined;
  /** The last text that went to a resident. */
  lastSent?: SentWords | undefined;
  /** The bot asked how this ticket was solved: the next text may be the answer and not a message to its resident. */
  closing?: ClosingStep | undefined;
  /**
   * The member asks the bot as a resident would: their next message, and answers to the bot's follow-up questions until
   * `until`.
   */
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
