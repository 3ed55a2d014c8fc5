import type { ConversationState } from '../../conversation/state.ts';

/** The resident whose matter it is, as far as a ticket concerns itself with them. */
export interface TicketPerson {
  conversationId: number;
  oaId: string;
  personId: string;
  state: ConversationState;
  lastInteractionAt: number | null;
  /** The platform said that they cannot be reached. */
  blockedAt: number | null;
  withdrawnAt: number | null;
  /** How many of their matters are in somebody's hands. */
  helpedWith: number;
}
