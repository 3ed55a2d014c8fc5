import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { RecentMessage } from '../../src/conversation/outbox.ts';
import type { Tables } from '../../src/database/schema.ts';
import { loadWords } from '../../src/i18n.ts';
import { freshChat, type MemberChat } from '../../src/member/chat/chat-state.ts';
import { handleMemberMessage } from '../../src/member/chat/handle-message.ts';
import { type MemberTurn, toDraft } from '../../src/member/chat/member-context.ts';
import type { MemberTickets } from '../../src/member/tickets/member-tickets.ts';
import type { TicketView } from '../../src/member/tickets/ticket-view.ts';
import type { Attachment, Button, ReplyButton } from '../../src/message.ts';
import { createAreaTree } from '../../src/team/areas/area-tree.ts';
import { createRoster } from '../../src/team/roster/roster.ts';
import { refused } from '../../src/ticket/result.ts';
import { ticketView } from '../fakes/ticket-view.ts';

/** A message of the bot on the member's phone. */
export interface ShownMessage {
  text: string;
  buttons: ReplyButton[];
}

/** Something that a resident got. */
interface SentMessage {
  ticket: number;
  text: string;
  pictures: number;
}

/** A member's chat without a database: tickets are kept in memory, queries find nothing. */
export interface MemberTalk {
  /** Everything that the bot showed the member, oldest first. */
  shown: ShownMessage[];
  readonly sent: SentMessage[];
  /** What went out and was taken back. */
  retracted: SentMessage[];
  notes: { ticket: number; text: string }[];
  chat(): MemberChat;
  /** Writes, or taps with the text of a button. */
  write(text: string, attachments?: Attachment[]): Promise<void>;
  advance(ms: number): void;
  /** A ticket gets another assignee, or comes to the member. */
  give(ticket: number, to: 'member' | 'colleague' | 'nobody'): void;
  /** The resident writes: the member reads it. */
  residentWrites(ticket: number): void;
  owns(ticket: number): boolean;
}

const memberId = 'hoa';
const t = loadWords().in('vi');
const lookBack = 20;

const emptyDatabase = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const roster = createRoster({
  tree: createAreaTree([]),
  teams: [],
  members: [],
  reachable: new Set(),
  units: new Map(),
  selves: new Map(),
});

/** Every picture is ready. */
const fetched = {
  has: () => true,
  get: () => ({ kind: 'passed', content: { kind: 'image', attachmentId: 'a' } }),
} as unknown as MemberTurn['fetched'];

/** @param names of the residents; their tickets are 101, 102, … */
export function createMemberTalk(names: readonly string[], startAt: number): MemberTalk {
  let now = startAt;
  let turnId = 0;
  let chat = freshChat;
  const messages: RecentMessage[] = [];
  const shown: ShownMessage[] = [];
  const sent: (SentMessage & { turnId: number })[] = [];
  const retracted: SentMessage[] = [];
  const notes: MemberTalk['notes'] = [];
  const views = new Map(names.map((name, index) => [101 + index, ticketView(101 + index, name, startAt)]));

  const show = (text: string, buttons: Button[] = [], choices: ReplyButton[] = []) => {
    const { content } = toDraft(text, { buttons, choices });
    messages.unshift({
      id: messages.length + 1,
      content,
      saidAt: now,
      zaloMessageId: null,
      intent: 'member',
      outcome: null,
    });
    shown.push({ text, buttons: buttons.filter((button) => button.kind === 'reply') });
  };
  const isOwn = (number: number) => {
    const view = views.get(number);
    return view?.assigneeId === memberId && view.status !== 'resolved';
  };
  const change = (number: number, part: Partial<TicketView>) => {
    const view = views.get(number);
    if (view) views.set(number, { ...view, ...part });
  };
  const onOwn = (number: number, part: Partial<TicketView> = {}) => {
    if (!isOwn(number)) return refused('not-yours');
    change(number, part);
    return { kind: 'done' as const };
  };
  const tickets: MemberTickets = {
    async claim(number) {
      const view = views.get(number);
      if (view?.status !== 'new') return refused('not-yours');
      change(number, { status: 'open', assigneeId: memberId, claimedAt: now });
      return { kind: 'done' };
    },
    async answer(number, { text, attachments = [] }) {
      if (!isOwn(number)) return refused('not-yours');
      sent.push({ ticket: number, text, pictures: attachments.length, turnId });
      return { kind: 'done', way: 'now' };
    },
    async retract(number, wordsTurnId) {
      const at = sent.findIndex((one) => one.ticket === number && one.turnId === wordsTurnId);
      if (at >= 0) retracted.push(...sent.splice(at, 1));
      return { ...onOwn(number), kind: 'done', isSent: true };
    },
    async note(number, text) {
      const result = onOwn(number);
      if (result.kind === 'done') notes.push({ ticket: number, text });
      return result;
    },
    release: async (number) => onOwn(number, free),
    decline: async (number) => onOwn(number, free),
    passUp: async (number) => onOwn(number, free),
    waitForResident: async (number) => onOwn(number, { status: 'waiting' }),
    waitUntil: async (number) => onOwn(number, { status: 'waiting' }),
    reopen: async () => refused('not-yours'),
    resolve: async (number) => onOwn(number, closed),
    noteReveal: async (number) => onOwn(number),
    listOwn: async () => [...views.values()].filter(({ number }) => isOwn(number)),
    listNew: async () => [...views.values()].filter(({ status }) => status === 'new'),
    find: async (number) => views.get(number),
    findById: async (id) => views.get(id),
    mayRead: async () => true,
    talkOf: async () => [],
    earlierOf: async () => [],
    notesOf: async () => [],
    roster: async () => roster,
    assign: async (number) => onOwn(number),
    transfer: async (number) => onOwn(number, free),
    dismiss: async (number) => onOwn(number, closed),
    merge: async (number) => onOwn(number, closed),
    dispatchAfterCommit: async () => undefined,
  };

  return {
    shown,
    get sent() {
      return sent.map(({ turnId: _turnId, ...message }) => message);
    },
    retracted,
    notes,
    chat: () => chat,
    async write(text, attachments = []) {
      turnId += 1;
      now += 1_000;
      let hasListed = false;
      const turn: MemberTurn = {
        t,
        now,
        topicTitle: () => undefined,
        consoleUrl: undefined,
        canned: { listFor: () => [canned], find: () => canned } as unknown as MemberTurn['canned'],
        trx: emptyDatabase as unknown as MemberTurn['trx'],
        memberId,
        name: 'Chị Hoa',
        conversationId: 1,
        event: {
          kind: 'message',
          eventName: 'user_send_text',
          deliveryKey: `d${turnId}`,
          oaId: 'oa',
          personId: memberId,
          occurredAt: now,
          messageId: `m${turnId}`,
          text,
          attachments,
        } as MemberTurn['event'],
        turnId,
        tickets,
        get chat() {
          return chat;
        },
        fetched,
        remember(part) {
          chat = { ...chat, ...part };
        },
        say(said, { buttons, choices } = {}) {
          hasListed ||= (choices?.length ?? 0) > 0;
          show(said, buttons, choices);
        },
        hasListed: () => hasListed,
      };
      await handleMemberMessage({ turn, recentMessages: messages.slice(0, lookBack), hasPledged: true });
      // As it is stored.
      chat = JSON.parse(JSON.stringify(chat)) as MemberChat;
    },
    advance(ms) {
      now += ms;
    },
    give(number, to) {
      const assigneeId = { member: memberId, colleague: 'hai', nobody: null }[to];
      change(number, { assigneeId, claimedAt: now, status: to === 'nobody' ? 'new' : 'open' });
    },
    residentWrites(number) {
      const view = views.get(number);
      if (view && isOwn(number))
        show(t('member:resident.said', { who: view.displayName ?? '', number, text: 'dạ' }));
    },
    owns: isOwn,
  };
}

const free: Partial<TicketView> = { status: 'new', assigneeId: null };
const closed: Partial<TicketView> = { status: 'resolved' };
export const canned = { id: 'c', title: 'Hẹn qua nhà', text: 'Câu mẫu: tổ sẽ qua nhà' };

/** When the talks of tests begin, epoch ms. */
export const startAt = Date.parse('2026-10-07T09:00:00+07:00');

/** A talk of a member who has taken a ticket of each of these residents, from number 101 on. */
export async function talkWith(...names: string[]): Promise<MemberTalk> {
  const talk = createMemberTalk(names, startAt);
  for (const at of names.keys()) await talk.write(`nhận ${101 + at}`);
  return talk;
}

/** The newest message of the bot. */
export function lastShown({ shown }: MemberTalk): ShownMessage {
  return shown.at(-1) ?? { text: '', buttons: [] };
}

/** The titles of its buttons. */
export function titlesOf(talk: MemberTalk): string[] {
  return lastShown(talk).buttons.map(({ title }) => title);
}

/** Taps one of them. */
export function tapOn(talk: MemberTalk, title: string): Promise<void> {
  const button = lastShown(talk).buttons.find((one) => one.title === title);
  if (!button) throw new Error(`no button ${title} among ${titlesOf(talk).join(', ')}`);
  return talk.write(button.text);
}
