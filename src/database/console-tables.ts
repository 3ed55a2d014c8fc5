import type { Generated } from 'kysely';

/** The web console. Times as in `schema.ts`; tokens and codes are stored hashed. */

/**
 * A browser that waits to be signed in, or a one-time link. A browser has a code and no member until the member
 * confirms it in Zalo; a link has a member and no code.
 */
export interface ConsoleSignInTable {
  id: Generated<number>;
  /** Hash of the browser's cookie, or of the link's token. */
  secret_hash: string;
  code_hash: string | null;
  member_id: string | null;
  /** The browser as the member reads it: "Chrome, Android". */
  device: string | null;
  /** The ticket that the link opens. */
  ticket_number: number | null;
  created_at: number;
  expires_at: number;
  confirmed_at: number | null;
  refused_at: number | null;
  used_at: number | null;
}

/** A member signed in on one browser. */
export interface ConsoleSessionTable {
  id: Generated<number>;
  token_hash: string;
  member_id: string;
  device: string | null;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
  revoked_at: number | null;
}

/** A browser that shows the notices of its member; it ends with its session. */
export interface PushSubscriptionTable {
  session_id: number;
  member_id: string;
  /** Hash of the address, so that a browser has one row. */
  endpoint_hash: string;
  subscription_encrypted: string;
  created_at: number;
}

/** A filter of the inbox that a member kept under a name. */
export interface ConsoleViewTable {
  id: Generated<number>;
  member_id: string;
  name: string;
  /** What stands behind the question mark of the inbox's address. */
  query: string;
  created_at: number;
}

/** What the assistant should have said, as a member puts it: something to learn from. */
export interface BotCorrectionTable {
  id: Generated<number>;
  ticket_id: number;
  /** The message of the assistant. */
  message_id: number;
  member_id: string | null;
  text: string;
  at: number;
  /** When somebody changed the content accordingly, or decided not to. */
  settled_at: number | null;
}
