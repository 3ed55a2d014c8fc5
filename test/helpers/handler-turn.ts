import { createContext } from '../../src/actor/create-context.ts';
import { type ConversationState, freshState } from '../../src/conversation/state.ts';
import { loadWords } from '../../src/i18n.ts';
import type { BotContext, IntentCall, IntentHandler, ReadMessage } from '../../src/intents/intent-handler.ts';
import type { NewTicket } from '../../src/ticket/model/open-ticket.ts';
import { noon, oaId } from './actor-fixture.ts';

const words = loadWords();

interface TurnGiven {
  call: IntentCall;
  message?: Partial<ReadMessage>;
  state?: Partial<ConversationState>;
  /** Numbers of the resident's follow-ups that are open already. */
  openTickets?: number[];
  /** Who has promised an answer to them, and by when. */
  promised?: { team: string; dueAt: number };
  /** The area of the OA. */
  unitOfOa?: string | undefined;
  now?: number;
}

export interface HandledTurn {
  texts: string[];
  /** Titles of the last text's buttons. */
  buttons: string[];
  outcome: string | undefined;
  state: ConversationState;
  opened: NewTicket[];
  erasureAsked: boolean;
}

/** One call of one handler in the real words, with a desk that only notes what is opened there. */
export async function handleTurn(handler: IntentHandler, given: TurnGiven): Promise<HandledTurn> {
  const opened: NewTicket[] = [];
  let erasureAsked = false;
  const now = given.now ?? noon;
  const refer = (number: number) => ({
    number,
    status: 'new',
    kind: 'question',
    topic: null,
    createdAt: noon,
  });
  const tickets = {
    unitOfOa: async () => given.unitOfOa,
    async open(ticket: NewTicket) {
      opened.push(ticket);
      return { ...refer(101), team: 'Tổ Thử', member: undefined, dueAt: undefined, isJoined: false };
    },
    listOpen: async () =>
      (given.openTickets ?? []).map((number) => ({ ...refer(number), ...given.promised })),
  } as unknown as BotContext['tickets'];
  const open = createContext({
    message: {
      text: '',
      attachments: [],
      secrets: [],
      occurredAt: now,
      anonymous: false,
      ...given.message,
    },
    state: { ...freshState, ...given.state },
    oaId,
    now,
    translate: words.in(given.state?.language ?? 'vi'),
    tickets,
    answersEventId: 1,
    async requestErasure() {
      erasureAsked = true;
    },
  });
  open.enter(given.call);
  await handler.handle(open.ctx, given.call);
  const contents = open.drafts.map(({ content }) => content);
  const last = contents.at(-1);
  return {
    texts: contents.map((content) => (content.kind === 'text' ? content.text : content.kind)),
    buttons: last?.kind === 'text' ? (last.buttons ?? []).map(({ title }) => title) : [],
    outcome: open.drafts.at(-1)?.outcome,
    state: open.state(),
    opened,
    erasureAsked,
  };
}
