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

/** Something that a member has to be told; told once, when they can be. */
export interface MemberNoticeTable {
  id: Generated<number>;
  member_id: string;
  ticket_id: number | null;
  kind: string;
  data: Json<Record<string, unknown>>;
  urgent: Generated<boolean>;
  due_at: number;
  /** Somebody is telling it now. */
  leased_until: number | null;
  /** Why it was put off: `morning` or `window`. */
  waits_for: string | null;
  told_at: number | null;
  /** `told`, `digest`, `stale`, `known` (they asked first), `call-list` … */
  outcome: string | null;
  created_at: number;
}

/** One try to reach a member, and what became of it. */
export interface ContactAttemptTable {
  id: Generated<number>;
  member_id: string;
  notice_id: number | null;
  oa_id: string | null;
  channel: string;
  outcome: string;
  cost_vnd: Generated<number>;
  at: number;
}
