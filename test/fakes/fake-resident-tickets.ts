import type { ResidentTickets, TicketReceipt } from '../../src/ticket/resident-ticket-types.ts';

/** Tickets of a resident who has none yet; every new ticket is number 101. */
export function createFakeResidentTickets(now: number): ResidentTickets {
  const receipt: TicketReceipt = {
    number: 101,
    status: 'new',
    kind: 'question',
    topic: null,
    createdAt: now,
    isClaimed: false,
    lastAnswerAt: null,
    isJoined: false,
    team: 'Tổ Thử',
    member: undefined,
    dueAt: undefined,
    isOutOfReach: false,
    hasPhone: false,
    lacksVillage: false,
    isUnitKnown: true,
    question: '',
    urgent: false,
    isOutOfHours: false,
  };
  return {
    open: async ({ kind, topic }) => ({ ...receipt, kind, topic: topic ?? null }),
    unitOfOa: async () => undefined,
    listOpen: async () => [],
    listClosed: async () => [],
    addMessages: async () => undefined,
    takePhone: async () => undefined,
    refuseCall: async () => undefined,
    settlePlace: async () => undefined,
    keepConsent: async () => undefined,
    withdraw: async () => false,
    withdrawAll: async () => undefined,
    reopen: async () => undefined,
    confirmDone: async () => undefined,
    keepOpen: async () => undefined,
    rate: async () => false,
    dispatchAfterCommit: async () => undefined,
  };
}
