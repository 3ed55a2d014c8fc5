import type { Generated } from 'kysely';
import type { Json } from './json-column.ts';

/** Members inside Zalo. Times as in `schema.ts`. */

/** A code that links an account to a member, once. */
export interface MemberInviteTable {
  id: Generated<number>;
  member_id: string;
  /** Where alone it works; null: at any of our OAs. */
  oa_id: string | null;
  /** The code itself stands on paper only. */
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

/** What is remembered between two messages of a member, as `member/member-chat.ts` writes it. */
export interface MemberChatTable {
  conversation_id: number;
  member_id: string;
  state: Json<object>;
}

/**
 * What a member is told about a ticket:
 * - `offer`: it is offered to them · `taken`: somebody else has it now
 * - `given`: it is theirs now · `lost`: it is theirs no more · `over`: it is closed, and not by them
 * - `photos`: what the resident had sent before it became theirs
 * - `resident-wrote`: words of the resident for the assignee
 * - `remind`: a promised time or the platform's window draws near, or somebody has to call
 * - `rated`: what the resident thought of the help
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
  | 'rated';

/** What a member is told about no ticket: the line of the morning; a member whom nothing else reaches and a lead should call. */
export type PlainNoticeKind = 'morning' | 'call-member';

export type NoticeKind = TicketNoticeKind | PlainNoticeKind;

/** How a notice ended: told by itself or in a list; it had lost its sense; they had asked before it was told. */
export type NoticeOutcome = 'told' | 'digest' | 'stale' | 'known';

/** Why a notice was put off: the hour, the platform's window, an error of ours. */
export type NoticeDelay = 'morning' | 'window' | 'repair';

/** Something that a member has to be told; told once, when they can be. */
export interface MemberNoticeTable {
  id: Generated<number>;
  member_id: string;
  ticket_id: number | null;
  kind: NoticeKind;
  data: Json<Record<string, unknown>>;
  urgent: Generated<boolean>;
  due_at: number;
  /** Somebody is telling it now. */
  leased_until: number | null;
  waits_for: NoticeDelay | null;
  told_at: number | null;
  outcome: NoticeOutcome | null;
  created_at: number;
}

/** What became of a try: `answered` once they wrote after it. */
export type AttemptOutcome = 'sent' | 'refused' | 'listed' | 'nobody-to-call' | 'answered';

/** One try to reach a member, and what became of it. */
export interface ContactAttemptTable {
  id: Generated<number>;
  member_id: string;
  notice_id: number | null;
  oa_id: string | null;
  channel: string;
  outcome: AttemptOutcome;
  /** The platform's words where it refused. */
  detail: string | null;
  cost_vnd: Generated<number>;
  at: number;
}
