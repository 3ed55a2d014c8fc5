import type { ColumnType, Generated } from 'kysely';
import type { IncomingEvent, IncomingEventKind, Origin, OutgoingContent } from '../message.ts';
import type {
  AuditTable,
  BotCorrectionTable,
  ConsoleSessionTable,
  ConsoleSignInTable,
  ConsoleViewTable,
  OperatorBrowserTable,
  OperatorChallengeTable,
  OperatorLinkTable,
  OperatorPasskeyTable,
  OperatorRecoveryCodeTable,
  OperatorTable,
  PushSubscriptionTable,
} from './console-tables.ts';
import type { Json } from './json-column.ts';
import type {
  ContactAttemptTable,
  LinkAttemptTable,
  MemberChatTable,
  MemberInviteTable,
  MemberNoticeTable,
} from './member-tables.ts';
import type {
  AreaTable,
  ConsentTable,
  MemberLinkTable,
  MemberTable,
  TeamMemberTable,
  TeamTable,
  TicketEventTable,
  TicketOfferTable,
  TicketTable,
  TicketTimerTable,
  UnknownPlaceTable,
} from './ticket-tables.ts';

/**
 * Tables as Kysely sees them. Every `_at` and `_until` column is epoch milliseconds (int8, parsed to number), so that
 * one passed-in clock governs them all. Everything `_encrypted` is sealed with ENCRYPTION_KEY.
 */

interface OaTable {
  oa_id: string;
  name: string | null;
  /** Id of this OA's area; the default place of its residents. */
  area_id: string | null;
  access_token_encrypted: string | null;
  refresh_token_encrypted: string | null;
  access_expires_at: number | null;
  refresh_expires_at: number | null;
  token_state: 'ok' | 'needs-authorisation';
  /** Grows by one with each new pair. */
  token_version: Generated<number>;
  /** One refresh at a time per OA across processes: a lease, longer than the HTTP timeout. */
  refresh_lease: string | null;
  refresh_leased_until: number | null;
  connected_at: number;
  last_event_at: number | null;
}

/** A time in which the bot does not answer at an OA; it lasts until somebody resumes it. */
interface OaPauseTable {
  id: Generated<number>;
  oa_id: string;
  reason: string;
  paused_at: number;
  /** Who paused and resumed it: a member, or an operator as `viewer.memberId` names them. */
  paused_by: string | null;
  resumed_at: number | null;
  resumed_by: string | null;
}

/** A time in which the bot tells nothing of a topic; it lasts until somebody resumes it. */
interface TopicPauseTable {
  id: Generated<number>;
  topic: string;
  /** Null: at every OA. */
  oa_id: string | null;
  reason: string;
  paused_at: number;
  /** As in `oa_pauses`. */
  paused_by: string | null;
  resumed_at: number | null;
  resumed_by: string | null;
}

interface IncomingEventTable {
  id: Generated<number>;
  delivery_key: string;
  oa_id: string;
  /** Null for events about no person (groups, templates). */
  person_id: string | null;
  anonymous_conversation_id: string | null;
  kind: IncomingEventKind;
  event_name: string;
  occurred_at: number;
  received_at: number;
  /** Masked before it is stored. */
  event: Json<IncomingEvent>;
  /** A phone number written or shared with this event; deleted when its turn ends unless a ticket stores it. */
  phone_encrypted: string | null;
  handled_at: number | null;
  /** How the actor handled it: `replied`, `covered` (by one reply to a later message), `matched`, `counted`, … */
  outcome: string | null;
  origin: Origin;
}

interface ConversationTable {
  id: Generated<number>;
  oa_id: string;
  person_id: string;
  anonymous_conversation_id: string | null;
  /** The state that `conversation/state.ts` writes; only that file knows its shape. */
  state: Json<object>;
  /**
   * The actor that handles this conversation now. A lease, renewed while sending; every write of the actor checks it.
   */
  lease: string | null;
  leased_until: number | null;
  /** The bot is silent until then because OA staff are typing. */
  human_until: number | null;
  last_interaction_at: number | null;
  /** The resident's name at Zalo; fetched only once a member helps this resident. */
  display_name: string | null;
  /** The same in lower case and without marks; the database fills it in. */
  folded_name: ColumnType<string | null, never, never>;
  welcomed_at: number | null;
  /** The resident unfollowed the OA. */
  left_at: number | null;
  /** Zalo reported that this person blocked us or cannot be reached. */
  blocked_at: number | null;
  /** The resident withdrew consent: nothing is sent any more. */
  withdrawn_at: number | null;
  origin: Origin;
  created_at: number;
}

type OutgoingState = 'pending' | 'sending' | 'sent' | 'failed';

/**
 * Why a message was given up, or has not been sent yet:
 * - refused by the platform: `window-closed`, `blocked`, `buttons`, `content`, `quota`, `unknown-person`
 * - dropped by us: `consent-withdrawn`, `too-old`, `retracted` by the member who wrote it
 * - still waiting: `later` (the platform is busy), `operator` (an operator has to act), `unconfirmed` (the answer was
 *   lost), `not-on-record` (lost, and sent again)
 */
export type OutgoingFailure =
  | 'window-closed'
  | 'blocked'
  | 'buttons'
  | 'content'
  | 'quota'
  | 'unknown-person'
  | 'consent-withdrawn'
  | 'too-old'
  | 'retracted'
  | 'later'
  | 'operator'
  | 'unconfirmed'
  | 'not-on-record';

export interface OutgoingMessageTable {
  /** Also the order of sending within a conversation. */
  id: Generated<number>;
  conversation_id: number;
  content: Json<OutgoingContent>;
  state: OutgoingState;
  attempts: Generated<number>;
  /** Lease of the actor that is sending it. */
  claimed_by: string | null;
  claimed_at: number | null;
  next_attempt_at: number | null;
  zalo_message_id: string | null;
  sent_at: number | null;
  echoed_at: number | null;
  delivered_at: number | null;
  seen_at: number | null;
  reaction: string | null;
  failure: OutgoingFailure | null;
  /** The platform's number or text for the failure. */
  failure_detail: string | null;
  /** The incoming event that this answers; null for reminders and a member's words. */
  answers_event_id: number | null;
  intent: string | null;
  confidence: number | null;
  /** answer, clarify, handoff, smalltalk, decline, warn, unsupported, muted, failed. */
  outcome: string | null;
  /** The ticket that this message is about. */
  ticket_id: number | null;
  /** The last incoming event of the turn that wrote this; null when no turn wrote it. */
  turn_id: number | null;
  /** The notices that this message delivers to a member. */
  notice_ids: Generated<number[]>;
  /** The tickets that its buttons and choices name. */
  ticket_numbers: Generated<number[]>;
  /** When the outbox parked it because the platform's window was closed; it goes out first when the window opens. */
  parked_at: number | null;
  /** May be sent outside the free window, when the platform charges for it. */
  may_cost: Generated<boolean>;
  origin: Origin;
  created_at: number;
}

interface OaGroupTable {
  oa_id: string;
  group_id: string;
  seen_at: number;
  left_at: number | null;
}

interface ErasureRequestTable {
  id: Generated<number>;
  oa_id: string;
  person_id: string;
  requested_at: number;
  /** When it is done, unless the person stops it before. */
  due_at: number;
  stopped_at: number | null;
  done_at: number | null;
}

/** Small facts about this installation, by name: when a process was last alive, when a warning was last given. */
interface ServiceStateTable {
  name: string;
  value: Json<unknown>;
  updated_at: number;
}

/** A started OAuth consent: the state parameter with its PKCE verifier. */
interface AuthorisationTable {
  state: string;
  code_verifier_encrypted: string;
  created_at: number;
}

/** Grows with every change of areas, teams and members, so that a process knows when its cache is stale. */
interface RosterVersionTable {
  version: number;
}

export interface Tables {
  oas: OaTable;
  incoming_events: IncomingEventTable;
  conversations: ConversationTable;
  outgoing_messages: OutgoingMessageTable;
  oa_pauses: OaPauseTable;
  topic_pauses: TopicPauseTable;
  oa_groups: OaGroupTable;
  erasure_requests: ErasureRequestTable;
  areas: AreaTable;
  teams: TeamTable;
  members: MemberTable;
  team_members: TeamMemberTable;
  member_links: MemberLinkTable;
  member_invites: MemberInviteTable;
  link_attempts: LinkAttemptTable;
  member_chats: MemberChatTable;
  member_notices: MemberNoticeTable;
  contact_attempts: ContactAttemptTable;
  roster_version: RosterVersionTable;
  tickets: TicketTable;
  ticket_events: TicketEventTable;
  ticket_offers: TicketOfferTable;
  ticket_timers: TicketTimerTable;
  consents: ConsentTable;
  unknown_places: UnknownPlaceTable;
  service_state: ServiceStateTable;
  authorisations: AuthorisationTable;
  console_sign_ins: ConsoleSignInTable;
  console_sessions: ConsoleSessionTable;
  console_views: ConsoleViewTable;
  push_subscriptions: PushSubscriptionTable;
  bot_corrections: BotCorrectionTable;
  operators: OperatorTable;
  operator_links: OperatorLinkTable;
  operator_browsers: OperatorBrowserTable;
  operator_passkeys: OperatorPasskeyTable;
  operator_recovery_codes: OperatorRecoveryCodeTable;
  operator_challenges: OperatorChallengeTable;
  audit_log: AuditTable;
}
