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

/** A member or an operator signed in on one browser. */
export interface ConsoleSessionTable {
  id: Generated<number>;
  token_hash: string;
  member_id: string | null;
  operator_id: string | null;
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

/** A filter of the inbox that somebody kept under a name. */
export interface ConsoleViewTable {
  id: Generated<number>;
  /** A member, or an operator as `viewer.memberId` names them. */
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
  /** A member, or an operator as `viewer.memberId` names them. */
  member_id: string | null;
  text: string;
  at: number;
  /** When somebody changed the content accordingly, or decided not to. */
  settled_at: number | null;
}

export type OperatorRole = 'clerk' | 'administrator';

/** A clerk of an office, or an administrator of the installation. */
export interface OperatorTable {
  operator_id: string;
  name: string;
  role: OperatorRole;
  /** The area of a clerk's office; null for an administrator. */
  area_id: string | null;
  /** The secret of the authenticator; it counts from `totp_since` on. */
  totp_encrypted: string | null;
  totp_since: number | null;
  /** The last half minute whose code was used: neither it nor an earlier one is taken again. */
  totp_step: number | null;
  wrong_codes: Generated<number>;
  locked_until: number | null;
  created_at: number;
  removed_at: number | null;
}

/** A one-time link: to set up the second factor, or to use one more browser. */
export interface OperatorLinkTable {
  token_hash: string;
  operator_id: string;
  kind: 'set-up' | 'browser';
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** A browser in which an operator opened a link: there a code is enough to sign in. */
export interface OperatorBrowserTable {
  key_hash: string;
  operator_id: string;
  /** Until then the second factor can be set up here. */
  set_up_until: number | null;
  created_at: number;
  expires_at: number;
}

export interface OperatorPasskeyTable {
  credential_id: string;
  operator_id: string;
  /** COSE key, base64url. */
  public_key: string;
  counter: number;
  device: string | null;
  created_at: number;
  used_at: number | null;
}

export interface OperatorRecoveryCodeTable {
  operator_id: string;
  code_hash: string;
  used_at: number | null;
}

/** What a passkey has to sign, for one browser or session. */
export interface OperatorChallengeTable {
  holder_hash: string;
  challenge: string;
  expires_at: number;
}

/** `unknown`: somebody whom a sign-in did not tell. */
export type AuditActorKind = 'member' | 'operator' | 'command-line' | 'unknown';

/** Who did what to which number. */
export interface AuditTable {
  id: Generated<number>;
  at: number;
  actor_kind: AuditActorKind;
  actor_id: string | null;
  action: string;
  subject: string | null;
}
