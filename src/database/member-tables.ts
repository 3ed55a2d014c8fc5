import type { Generated } from 'kysely';
import type { Json } from './json-column.ts';

/** Members inside Zalo. Times as in `schema.ts`. */

/** A code that links an account to a member, once. */
export interface MemberInviteTable {
  id: Generated<number>;
  member_id: string;
  /** The only OA that accepts it; null when all of our OAs do. */
  oa_id: string | null;
  /** The code itself exists on paper only. */
  code_hash: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  revoked_at: number | null;
}

/** Wrong codes of one account. */
export interface LinkAttemptTable {
  oa_id: string;
  person_id: string;
  wrong_attempts: number;
  last_at: number;
  locked_until: number | null;
}

/** State between two messages of a member, as `member/chat/chat-state.ts` writes it. */
export interface MemberChatTable {
  conversation_id: number;
  member_id: string;
  state: Json<object>;
}

/**
 * What a notice tells a member about a ticket:
 * - `offer`: the member may claim it · `taken`: another member has it now
 * - `given`: it is theirs now · `lost`: it is theirs no more · `over`: another person closed it
 * - `photos`: what the resident had sent before it became theirs
 * - `resident-wrote`: the resident's words for the assignee
 * - `remind`: a due time or the end of the platform's window is near, or the member has to call
 * - `rated`: the resident's rating of the help
 * - `asked-wrongly`: a member of the lead's team asked a resident for a secret or for money, and was stopped
 */
export type TicketNoticeKind =
  | 'offer'
  | 'taken'
  | 'given'
  | 'lost'
  | 'over'
  | 'photos'
  | 'resident-wrote'
  | 'remind'
  | 'rated'
  | 'asked-wrongly';

/** Notices about no ticket: the line of the morning; a member whom only a lead's call can reach. */
export type PlainNoticeKind = 'morning' | 'call-member';

export type NoticeKind = TicketNoticeKind | PlainNoticeKind;

/** How a notice ended: delivered by itself or in a list; obsolete; or the member had asked before. */
export type NoticeOutcome = 'told' | 'digest' | 'stale' | 'known';

/** Why a notice was postponed: the hour, the platform's window, an error of ours. */
/** `more`: others may follow soon, and all of them become one list. */
export type NoticeDelay = 'morning' | 'window' | 'repair' | 'more';

/** A notice for a member, delivered once, when the member can be reached. */
export interface MemberNoticeTable {
  id: Generated<number>;
  member_id: string;
  ticket_id: number | null;
  kind: NoticeKind;
  data: Json<Record<string, unknown>>;
  urgent: Generated<boolean>;
  due_at: number;
  /** Leased by the job that is delivering it now. */
  leased_until: number | null;
  waits_for: NoticeDelay | null;
  told_at: number | null;
  /** When the member's browsers were shown it. */
  pushed_at: number | null;
  outcome: NoticeOutcome | null;
  created_at: number;
}

/** Outcome of an attempt: `answered` once the member wrote after it. */
export type AttemptOutcome = 'sent' | 'refused' | 'listed' | 'nobody-to-call' | 'answered';

/** One attempt to contact a member, with its outcome. */
export interface ContactAttemptTable {
  id: Generated<number>;
  member_id: string;
  notice_id: number | null;
  oa_id: string | null;
  channel: string;
  outcome: AttemptOutcome;
  /** The platform's words when it refused. */
  detail: string | null;
  cost_vnd: Generated<number>;
  at: number;
}
