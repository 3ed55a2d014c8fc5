import type { Kysely, Transaction } from 'kysely';
import type { ConversationState } from '../conversation/state.ts';
import type { Tables } from '../database/schema.ts';
import type { TicketTable } from '../database/ticket-tables.ts';
import type { Origin } from '../message.ts';
import type { NewTicket } from './model/open-ticket.ts';
import type { ToldHome } from './model/told-home.ts';

/** One of the resident's own matters. */
export interface TicketSummary {
  number: number;
  status: TicketTable['status'];
  kind: TicketTable['kind'];
  topic: string | null;
  createdAt: number;
  /** A member has it: what the resident writes goes to them and not to the bot. */
  isClaimed: boolean;
  /** When a member last answered in it. */
  lastAnswerAt: number | null;
}

/** With who has it, and by when an answer is promised. */
export interface OpenTicket extends TicketSummary {
  team: string | undefined;
  dueAt: number | undefined;
}

/** What a resident is told about a matter: who answers, and by when. */
export interface TicketReceipt extends TicketSummary {
  /** It was open already; what is new was added to it. */
  isJoined: boolean;
  team: string;
  /** First name of the member who has it, if somebody has. */
  member: string | undefined;
  /** Epoch ms; undefined when no answer is owed. */
  dueAt: number | undefined;
  /** The promised time lies outside the time in which we can write at no cost. */
  isOutOfReach: boolean;
  hasPhone: boolean;
  /** Nobody knows in which village to look for them. */
  lacksVillage: boolean;
  /** The commune is clear without asking. */
  isUnitKnown: boolean;
}

interface Consent {
  purpose: string;
  /** Which text they agreed to. */
  textVersion: string;
  given: boolean;
}

/** What a message is to whoever has the matter. */
export interface MessageTraits {
  /** "Vâng ạ" leaves nobody waiting. Asked only where there is a matter. */
  asksForAnswer(): boolean;
}

/** The follow-ups of one resident, inside the transaction of their turn. */
export interface ResidentTickets {
  /** Opens a follow-up, or joins the open one of the same resident and subject. */
  open(ticket: NewTicket): Promise<TicketReceipt>;
  /** The area of the OA: the place of who does not tell another. */
  unitOfOa(): Promise<string | undefined>;
  listOpen(): Promise<OpenTicket[]>;
  /** Own matters closed lately, the last one first. */
  listClosed(): Promise<OpenTicket[]>;
  /**
   * Adds messages to the matter they belong to, and brings back one that was closed for want of an answer.
   * @returns the matter, if there is one, as it is afterwards
   */
  addMessages(events: readonly { id: number }[], heard?: MessageTraits): Promise<TicketSummary | undefined>;
  /** Keeps the phone number that came with this turn's event. @returns undefined for a number not their own */
  takePhone(number: number): Promise<TicketReceipt | undefined>;
  /** Routes anew by the village that was told. @returns undefined for a number not their own */
  settlePlace(number: number, home: ToldHome): Promise<TicketReceipt | undefined>;
  keepConsent(consent: Consent): Promise<void>;
  /** @returns false when it was closed already or is not their own */
  withdraw(number: number): Promise<boolean>;
  /** Ends everything at once. */
  withdrawAll(why: 'consent-withdrawn'): Promise<void>;
  /** They said that it is not done: it comes back, a level higher. @returns undefined when it is not their own */
  reopen(number: number): Promise<TicketReceipt | undefined>;
  /** They said that it is done, if it is their own. */
  confirmDone(number: number): Promise<void>;
  /** They still wait for it. @returns undefined when it is not their own */
  keepOpen(number: number): Promise<TicketReceipt | undefined>;
  /** @param stars 1 to 5 */
  rate(number: number, stars: number): Promise<boolean>;
  /** After the turn is committed: wakes whoever must know. */
  dispatchAfterCommit(): Promise<void>;
}

/** The turn that a desk works in. */
export interface ResidentTurn {
  trx: Transaction<Tables>;
  conversationId: number;
  person: { oaId: string; personId: string };
  state: ConversationState;
  /** With what happens in this turn. */
  lastInteractionAt: number;
  now: number;
  /** A phone number that came with the event of this turn; a follow-up takes it. */
  phoneEncrypted: string | null;
  origin: Origin;
  /** Staff of the office have written by hand lately, so the bot is silent. */
  isStaffLane?: boolean;
}

/** What a decision may know of the turn. */
export type TurnFacts = Omit<ResidentTurn, 'trx'>;

export interface ResidentTicketsFactory {
  at(turn: ResidentTurn): ResidentTickets;
  /** Whether a member has a ticket of this conversation: asked before a turn begins. */
  isClaimed(db: Kysely<Tables>, conversationId: number): Promise<boolean>;
}
