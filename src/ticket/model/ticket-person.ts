import type { ConversationState } from '../../conversation/state.ts';

/** The resident of a ticket, with what tickets need of them. */
export interface TicketPerson {
  conversationId: number;
  oaId: string;
  personId: string;
  state: ConversationState;
  lastInteractionAt: number | null;
  /** When Zalo said that they cannot be reached. */
  blockedAt: number | null;
  withdrawnAt: number | null;
  /** How many of their tickets have an assignee. */
  helpedWith: number;
}
