import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Attachment } from '../../message.ts';
import type { Step } from './buttons.ts';

/** An open channel: what the member types goes to the resident of this ticket. */
export interface Relay {
  ticket: number;
  /** When the member last sent something to that resident; undefined before the first message. */
  lastAt?: number | undefined;
  /** When the member opened this ticket to write to its resident, and has sent nothing there since. */
  chosenAt?: number | undefined;
}

/** The member stopped writing to the resident of this ticket. */
interface PausedTicket {
  ticket: number;
  at: number;
}

/** What went to a resident, by the turn in which the member wrote it. */
interface SentWords {
  ticket: number;
  turnId: number;
  /** For sending it to somebody else after a mistake; texts of an earlier version have none. */
  text?: string;
  attachments?: Attachment[];
}

/** One message of the member that waits until they say what to do with it. It never joins another one. */
export interface PendingText {
  /** Ties a button to this text. */
  id: number;
  text: string;
  attachments: Attachment[];
  /** The ticket that it was typed for; undefined while the member must choose. */
  ticket?: number | undefined;
  /** While the member must choose: the tickets in question, when not all are. */
  among?: number[] | undefined;
  /** It went to a wrong resident before, and was taken back. */
  isRetracted?: boolean | undefined;
  /** Picked from the canned replies, not typed. */
  isCanned?: boolean | undefined;
  /** It may be a word of the member to themselves: "để tối tôi gọi". */
  isMemo?: boolean | undefined;
  /** A command that it may be instead. */
  command?: { step: Step; ticket?: number | undefined } | undefined;
  /** The ticket that it may close: the bot had asked how that was solved. */
  closes?: number | undefined;
  typedAt: number;
  /** When the member last saw it with the question. */
  shownAt: number;
  /** The turn that showed it. */
  shownIn: number;
  /** It was shown again without being asked for: the next command ends it. */
  hasReturned?: boolean | undefined;
  /** The last question listed the recipients. */
  listsRecipients?: boolean | undefined;
}

/** The bot asked how this ticket was solved. */
export interface ClosingStep {
  ticket: number;
  at: number;
  /** The member chose *Khác*: the next text says how. */
  isOther?: boolean;
  /** The turn that asked last. */
  askedIn?: number;
  /** It was asked again after something else. */
  isRepeated?: boolean;
}

/** State of a member's conversation between two messages. Carries a version; `toChat` upgrades old ones. */
export interface MemberChat {
  version: 2;
  /** In the order of opening; the newest is last: the resident that the member writes to now. */
  relays: Relay[];
  /** Tickets that text without a name is not for, until their residents write. */
  paused?: PausedTicket[] | undefined;
  /** The one that the member saw last is last. */
  pending: PendingText[];
  /** The id of the newest pending text so far. */
  lastPendingId: number;
  /** They know that texts are asked about, because they write to several residents. */
  knowsSeveral?: boolean | undefined;
  /** The last text that went to a resident. */
  lastSent?: SentWords | undefined;
  /** The bot asked how this ticket was solved: the next text may be the answer and not a message to its resident. */
  closing?: ClosingStep | undefined;
  /** The bot asked for the text of a note about this ticket: the next text is that note. */
  noting?: { ticket: number; at: number } | undefined;
  /**
   * The member asks the bot as a resident would: their next message, and answers to the bot's follow-up questions until
   * `until`.
   */
  asResident?: { next: boolean; until: number } | undefined;
}

/** The first version joined the pending messages of a member into one. */
interface FirstChat extends Omit<MemberChat, 'version' | 'pending' | 'lastPendingId'> {
  version: 1;
  pendingReply?: { lines: { text: string; attachments: Attachment[] }[]; at: number };
}

export type StoredChat = Partial<MemberChat> | Partial<FirstChat>;

export const freshChat: MemberChat = { version: 2, relays: [], pending: [], lastPendingId: 0 };

export function toChat(stored: StoredChat): MemberChat {
  if (stored.version === 2) return { ...freshChat, ...stored };
  const { pendingReply, ...rest } = stored as Partial<FirstChat>;
  const pending = (pendingReply?.lines ?? []).map((line, index) => {
    const at = pendingReply?.at ?? 0;
    return { ...line, id: index + 1, typedAt: at, shownAt: at, shownIn: 0 };
  });
  return { ...freshChat, ...rest, version: 2, pending, lastPendingId: pending.length };
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
