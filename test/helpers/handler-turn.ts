import { createContext } from '../../src/actor/create-context.ts';
import type { Draft } from '../../src/conversation/outbox.ts';
import { type ConversationState, freshState } from '../../src/conversation/state.ts';
import { loadWords } from '../../src/i18n.ts';
import type { BotContext, ReadMessage } from '../../src/intents/flow/bot-context.ts';
import type { Flow } from '../../src/intents/flow/flow.ts';
import type { StoredCall } from '../../src/intents/flow/flow-shape.ts';
import type { Candidate } from '../../src/nlu/classifier/classifier.ts';
import type { NewTicket } from '../../src/ticket/model/open-ticket.ts';
import { understandText } from '../fakes/understand.ts';
import { noon, oaId } from './actor-fixture.ts';

const words = loadWords();

interface TurnParams {
  /** In the form that buttons and open steps store. */
  call: StoredCall & { confidence?: number };
  message?: Partial<ReadMessage>;
  state?: Partial<ConversationState>;
  /** Numbers of the resident's open tickets. */
  openTickets?: number[];
  /** The team that promised them an answer, and its due time. */
  promised?: { team: string; dueAt: number };
  /** The OA's area. */
  unitOfOa?: string | undefined;
  /** An erasure waits that can be stopped. */
  erasureWaits?: boolean;
  now?: number;
  /** The classifier's candidates for the text. */
  classify?(text: string): Candidate[];
}

export interface HandledTurn {
  drafts: Draft[];
  texts: string[];
  /** Titles of the buttons of the last text. */
  buttons: string[];
  outcome: string | undefined;
  state: ConversationState;
  opened: NewTicket[];
  erasureAsked: boolean;
  erasureStopped: boolean;
}

/** Calls one flow once with the real texts and with tickets that are only recorded. */
export async function handleTurn(flow: Flow, given: TurnParams): Promise<HandledTurn> {
  const opened: NewTicket[] = [];
  let erasureAsked = false;
  let erasureStopped = false;
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
    understanding: understandText(given.message?.text ?? '', {
      secrets: given.message?.secrets ?? [],
      now,
      ...(given.classify && { classify: given.classify }),
    }),
    state: { ...freshState, ...given.state },
    oaId,
    now,
    translate: words.in(given.state?.language ?? 'vi'),
    tickets,
    answersEventId: 1,
    erasure: {
      async request() {
        erasureAsked = true;
        return now;
      },
      async stop() {
        erasureStopped = given.erasureWaits ?? false;
        return erasureStopped;
      },
    },
  });
  const call = flow.parse(given.call);
  if (!call) throw new Error(`${flow.name} does not know this call`);
  open.enter(call);
  await flow.handle(open.ctx, { ...call, confidence: given.call.confidence });
  const contents = open.drafts.map(({ content }) => content);
  const last = contents.at(-1);
  return {
    drafts: open.drafts,
    texts: contents.map((content) => (content.kind === 'text' ? content.text : content.kind)),
    buttons: last?.kind === 'text' ? (last.buttons ?? []).map(({ title }) => title) : [],
    outcome: open.drafts.at(-1)?.outcome,
    state: open.state(),
    opened,
    erasureAsked,
    erasureStopped,
  };
}
