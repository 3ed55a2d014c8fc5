import type { Kysely, Transaction } from 'kysely';
import type { ConversationState } from '../conversation/state.ts';
import type { Tables } from '../database/schema.ts';
import type { TicketTable } from '../database/ticket-tables.ts';
import type { Origin } from '../message.ts';
import type { NewTicket } from './model/open-ticket.ts';
import type { ToldHome } from './model/told-home.ts';

/** One of the resident's own tickets. */
export interface TicketSummary {
  number: number;
  status: TicketTable['status'];
  kind: TicketTable['kind'];
  topic: string | null;
  createdAt: number;
  /** A member has it: the resident's messages go to the member and not to the bot. */
  isClaimed: boolean;
  /** When a member last answered. */
  lastAnswerAt: number | null;
}

/** With its assignee, and the due time of an answer. */
export interface OpenTicket extends TicketSummary {
  team: string | undefined;
  /** First name of the assignee, if there is one. */
  member: string | undefined;
  dueAt: number | undefined;
}

/** What the bot tells a resident about a ticket: who answers, and by when. */
export interface TicketReceipt extends TicketSummary {
  /** It was open already; the new request was added to it. */
  isJoined: boolean;
  team: string;
  /** First name of the assignee, if there is one. */
  member: string | undefined;
  /** Epoch ms; undefined when we owe no answer. */
  dueAt: number | undefined;
  /** The due time is after the end of the free window. */
  isOutOfReach: boolean;
  hasPhone: boolean;
  /** The resident's village is unknown. */
  lacksVillage: boolean;
  /** The commune is known without asking. */
  isUnitKnown: boolean;
  /** What the resident needs, in their own words, as the member will read it; empty when they have not said it. */
  question: string;
  urgent: boolean;
  /** Nobody of the team works at this hour. */
  isOutOfHours: boolean;
}

/** The receipt of a changed village or number. */
export interface CorrectedReceipt extends TicketReceipt {
  /** Another one was stored before. */
  isCorrection: boolean;
}

interface Consent {
  purpose: string;
  /** Version of the text that the resident agreed to. */
  textVersion: string;
  given: boolean;
}

export interface AddedMessages {
  ticket: TicketSummary;
  /** The messages are in the ticket now. */
  isAdded: boolean;
}

/** What a message means for the assignee. */
interface MessageTraits {
  /** "Vâng ạ" asks for no answer. Only evaluated when there is a ticket. */
  asksForAnswer(): boolean;
  /** Whether the ticket gets the message; one about something else is not added to it. */
  belongs(ticket: TicketSummary): boolean;
  /** Where the resident lives, mentioned in passing: a ticket that has no village yet goes there. */
  home?: ToldHome | undefined;
}

/** The tickets of one resident, inside the transaction of their turn. */
export interface ResidentTickets {
  /** Opens a ticket, or joins the resident's open one on the same subject. */
  open(ticket: NewTicket): Promise<TicketReceipt>;
  /** The area of the OA: the place of a resident who names no other. */
  unitOfOa(): Promise<string | undefined>;
  listOpen(): Promise<OpenTicket[]>;
  /** The resident's recently closed tickets, the last one first. */
  listClosed(): Promise<OpenTicket[]>;
  /**
   * Adds messages to their ticket if they belong to it, and reopens one that was closed for lack of an answer.
   * @returns the ticket afterwards, if there is one
   */
  addMessages(events: readonly { id: number }[], traits?: MessageTraits): Promise<AddedMessages | undefined>;
  /**
   * Saves the phone number that came with this turn's event. @returns undefined for a ticket that is not the resident's
   * own
   */
  takePhone(number: number): Promise<CorrectedReceipt | undefined>;
  /**
   * The resident wants no call: drops the number, and asks the member to write. @returns undefined for a ticket that is
   * not the resident's own
   */
  refuseCall(number: number): Promise<TicketReceipt | undefined>;
  /**
   * Routes the ticket again by the village that the resident named. @returns undefined for a ticket that is not the
   * resident's own
   */
  settlePlace(number: number, home: ToldHome): Promise<CorrectedReceipt | undefined>;
  keepConsent(consent: Consent): Promise<void>;
  /** @returns false when it was closed already or is not the resident's own */
  withdraw(number: number): Promise<boolean>;
  /** Withdraws all open tickets. */
  withdrawAll(why: 'consent-withdrawn'): Promise<void>;
  /**
   * The resident said that it is not solved: reopens it, a level higher. @returns undefined when it is not their own
   */
  reopen(number: number): Promise<TicketReceipt | undefined>;
  /** The resident said that it is solved; ignored when it is not their own. */
  confirmDone(number: number): Promise<void>;
  /**
   * The resident still waits for it, or wants it again after calling it off. @returns undefined when it is not their own
   */
  keepOpen(number: number): Promise<TicketReceipt | undefined>;
  /** @param stars 1 to 5 @returns false for a ticket that nobody has answered, or that is not their own */
  rate(number: number, stars: number): Promise<boolean>;
  /** Runs after commit: enqueues wakes and notices for the tickets that changed. */
  dispatchAfterCommit(): Promise<void>;
}

/** The resident's turn that these commands run in. */
export interface ResidentTurn {
  trx: Transaction<Tables>;
  conversationId: number;
  person: { oaId: string; personId: string };
  state: ConversationState;
  /** Includes the event of this turn. */
  lastInteractionAt: number;
  now: number;
  /** A phone number that came with the event of this turn; a new ticket takes it. */
  phoneEncrypted: string | null;
  origin: Origin;
  /** Office staff have written by hand recently, so the bot is silent. */
  isStaffLane?: boolean;
}

/** What a decision may know of the turn. */
export type TurnFacts = Omit<ResidentTurn, 'trx'>;

export interface ResidentTicketsFactory {
  at(turn: ResidentTurn): ResidentTickets;
  /** Whether a member has a ticket of this conversation; read before a turn begins. */
  isClaimed(db: Kysely<Tables>, conversationId: number): Promise<boolean>;
}
