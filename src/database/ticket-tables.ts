import type { Generated } from 'kysely';
import type { Attachment, Origin } from '../message.ts';
import type { Json } from './json-column.ts';

/** Who answers, where, and the state of each ticket. Times as in `schema.ts`. */

export interface AreaTable {
  area_id: string;
  /** Free text: `root`, `commune`, `cluster`, `village` in the first installation. */
  level: string;
  name: string;
  parent_id: string | null;
  valid_from: number | null;
  /** After this the area's teams get no new tickets. */
  valid_until: number | null;
  /** Other names that residents write. */
  aliases: Generated<string[]>;
}

export interface TeamTable {
  team_id: string;
  area_id: string;
  name: string;
  /** Topics of this team; empty: all. */
  topics: Json<string[]>;
  settings: Json<TeamSettings>;
  merged_into: string | null;
  closed_at: number | null;
}

/** How a team differs from the other teams of its level; hours, minutes and days are working time. */
export interface TeamSettings {
  calendar?: 'office' | 'volunteers';
  firstAnswerHours?: number;
  nextAnswerHours?: number;
  resolutionDays?: number;
  /** How many members get an offer at once, after how long the next ones do, and how often before it escalates. */
  offerSize?: number;
  offerMinutes?: number;
  offerRounds?: number;
  maxOpenPerMember?: number;
}

export interface MemberTable {
  member_id: string;
  name: string;
  phone_encrypted: string | null;
  /** Null for now. */
  away_from: Generated<number | null>;
  away_until: number | null;
  removed_at: number | null;
  created_at: number;
}

export interface TeamMemberTable {
  team_id: string;
  member_id: string;
  role: 'member' | 'lead';
}

/** A member as one OA knows them. */
export interface MemberLinkTable {
  id: Generated<number>;
  member_id: string;
  oa_id: string;
  person_id: string;
  linked_at: number;
  /** When the member pledged to protect residents' information; the member sees no ticket before. */
  pledged_at: number | null;
  revoked_at: number | null;
}

export type TicketStatus = 'new' | 'open' | 'waiting' | 'resolved';
export type ClosingReason = 'solved' | 'withdrawn' | 'no-answer' | 'unreachable' | 'spam' | 'merged';
/** What the member did to close it. */
export type DoneKind = 'called' | 'visited' | 'self' | 'unreachable' | 'other';
type TicketKind = 'question' | 'call-back' | 'media';

/** A request that a person must close. */
export interface TicketTable {
  id: Generated<number>;
  /** The number people use: digits from 101. */
  number: Generated<number>;
  conversation_id: number;
  oa_id: string;
  kind: TicketKind;
  topic: string | null;
  status: TicketStatus;
  /** Why it is resolved. */
  reason: ClosingReason | null;
  done: DoneKind | null;
  /** Number of the ticket that this one was merged into. */
  merged_into: number | null;
  area_id: string | null;
  /** A village name as the resident typed it, which matches no area. */
  village_text: string | null;
  team_id: string | null;
  assignee_id: string | null;
  urgent: Generated<boolean>;
  /** How often the current team was offered it. */
  level_round: Generated<number>;
  /** The last masked messages of the conversation when the ticket was opened. */
  summary: Json<Transcript>;
  phone_encrypted: string | null;
  claimed_at: number | null;
  first_answered_at: number | null;
  last_resident_at: number | null;
  last_answer_at: number | null;
  /** When the resident was last told the assignee and the due time. */
  holding_reply_at: number | null;
  resolved_at: number | null;
  rating: number | null;
  origin: Origin;
  created_at: number;
  updated_at: number;
}

/** The timeline: every change of a ticket with its actor, time and reason. */
export interface TicketEventTable {
  id: Generated<number>;
  ticket_id: number;
  event: string;
  at: number;
  actor_kind: 'resident' | 'member' | 'operator' | 'clock' | 'staff';
  actor_id: string | null;
  /** One of `ticketReasons`; in older rows also text that people typed. */
  reason: string | null;
  data: Json<Record<string, unknown>>;
}

export interface TicketOfferTable {
  ticket_id: number;
  member_id: string;
  round: number;
  offered_at: number;
  closed_at: number | null;
  /** When this member declined. */
  declined_at: number | null;
}

/** Timers of a ticket; a delayed job is only a hint to look here. */
export interface TicketTimerTable {
  ticket_id: number;
  kind: string;
  due_at: number;
}

/** A resident's consent, provable: text version, time, OA, purpose. */
export interface ConsentTable {
  id: Generated<number>;
  oa_id: string;
  person_id: string;
  purpose: string;
  text_version: string;
  given: boolean;
  at: number;
}

/** Village names that residents typed and that match no area: a worklist for operators. */
export interface UnknownPlaceTable {
  id: Generated<number>;
  text: string;
  oa_id: string;
  area_id: string | null;
  ticket_id: number | null;
  at: number;
  settled_at: number | null;
}

export interface Transcript {
  messages: {
    from: 'resident' | 'bot' | 'member';
    /** Empty for an attachment without words. */
    text: string;
    /** The attachment, with or without words; absent in older rows. */
    kind?: Attachment['kind'] | null;
    at: number;
  }[];
}
