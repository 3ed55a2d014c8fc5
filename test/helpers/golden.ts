import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readYamlFile } from '../../src/content/yaml-file.ts';
import { loadWords } from '../../src/i18n.ts';
import type { PhoneMessage, Resident, WholeBot } from './whole-bot.ts';

const flows = fileURLToPath(new URL('../flows', import.meta.url));

/** How many tickets are open, and what the last one says. */
const ticketState = z.strictObject({
  open: z.number().optional(),
  team: z.string().optional(),
  kind: z.enum(['question', 'call-back', 'media']).optional(),
  phone: z.boolean().optional(),
  urgent: z.boolean().optional(),
  rating: z.number().optional(),
  /** Parts of the question on its card, and what must not stand there. */
  brief: z.array(z.string().min(1)).optional(),
  not: z.array(z.string().min(1)).optional(),
});
export type TicketState = z.infer<typeof ticketState>;

const goldenTurn = z.strictObject({
  says: z.string().min(1),
  /** The answer must contain each of these; "a || b": one of the two. */
  expects: z.array(z.string().min(1)).optional(),
  /** The answer must contain none of these. */
  forbids: z.array(z.string().min(1)).optional(),
  /** Titles of buttons that the answer must offer. */
  buttons: z.array(z.string().min(1)).optional(),
  /** The bot must say that it does not know this. */
  declines: z.boolean().optional(),
  /** The bot may ask back; the test then taps this, and the next answer counts as well. */
  taps: z.string().min(1).optional(),
  /** The bot says nothing. */
  silent: z.boolean().optional(),
  /** A member who acts on the resident's open ticket before this turn. */
  member: z
    .strictObject({ memberId: z.string(), says: z.string().optional(), closes: z.boolean().optional() })
    .optional(),
  /** The resident's tickets after this turn. */
  ticket: ticketState.optional(),
});

const goldenFile = z.array(
  z.strictObject({
    /** The kind of resident and their situation. */
    who: z.string().min(1),
    turns: z.array(goldenTurn).min(1),
    /** Why this conversation still fails; the test counts and prints these and limits their number. */
    known: z.string().min(1).optional(),
  }),
);

export type GoldenTurn = z.infer<typeof goldenTurn>;

/** A conversation with the expected answers. */
export type Golden = z.infer<typeof goldenFile>[number] & { file: string };

/** All conversations of a folder in `test/flows`, in file order. */
export function readGolden(name = 'golden'): Golden[] {
  const folder = join(flows, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files
    .sort()
    .flatMap((file) => readYamlFile(join(folder, file), goldenFile).value.map((one) => ({ ...one, file })));
}

/** The answers to one line, and whether the test had to tap a button for them. */
interface LineAnswer {
  replies: PhoneMessage[];
  askedBack: boolean;
  /** What is wrong with the resident's tickets after it. */
  ticketFaults: string[];
}

/** The members of an office, and its tickets, in a test that has them. */
export interface TicketWorld {
  /** The member claims the resident's open ticket, if they have one, writes to them, closes it. */
  act(resident: Resident, member: NonNullable<GoldenTurn['member']>): Promise<void>;
  /** What is wrong with the resident's tickets. */
  faultsOf(resident: Resident, wanted: TicketState): Promise<string[]>;
}

/** The answers to each turn of a conversation. */
export type ConversationAnswers = LineAnswer[];

/** Conversations that run at the same time; with more of them each would wait long for the others. */
const atATime = 40;

/**
 * Runs the conversations in groups: each conversation of a group writes its next line, then all read the
 * answers.
 */
export async function runConversations(
  whole: WholeBot,
  conversations: readonly Golden[],
  world?: TicketWorld,
): Promise<ConversationAnswers[]> {
  const answers: ConversationAnswers[] = [];
  for (let from = 0; from < conversations.length; from += atATime) {
    answers.push(...(await runGroup({ whole, world }, conversations.slice(from, from + atATime))));
  }
  return answers;
}

async function runGroup(
  { whole, world }: { whole: WholeBot; world: TicketWorld | undefined },
  conversations: readonly Golden[],
): Promise<ConversationAnswers[]> {
  const residents = await Promise.all(conversations.map(({ who }) => whole.newResident(who)));
  const answers: ConversationAnswers[] = conversations.map(() => []);
  const rounds = Math.max(...conversations.map(({ turns }) => turns.length));
  for (let round = 0; round < rounds; round += 1) {
    const talking = conversations.flatMap(({ turns }, at) => {
      const turn = turns[round];
      const resident = residents[at];
      return turn && resident ? [{ at, turn, resident }] : [];
    });
    for (const { resident, turn } of talking) if (turn.member) await world?.act(resident, turn.member);
    await Promise.all(talking.map(({ resident, turn }) => resident.write(turn.says)));
    await whole.settled();
    for (const { at, resident, turn } of talking) {
      const replies = await resident.news();
      answers[at]?.push({ replies, askedBack: asksBack(turn, replies), ticketFaults: [] });
    }
    const tapping = talking.filter(({ at }) => answers[at]?.[round]?.askedBack);
    await Promise.all(tapping.map(({ resident, turn }) => resident.tap(turn.taps ?? '')));
    if (tapping.length > 0) await whole.settled();
    for (const { at, resident } of tapping) answers[at]?.[round]?.replies.push(...(await resident.news()));
    for (const { at, resident, turn } of talking) {
      const faults = turn.ticket && (await world?.faultsOf(resident, turn.ticket));
      answers[at]?.[round]?.ticketFaults.push(...(faults ?? []));
    }
  }
  return answers;
}

/** Whether the answer lacks something and offers the button that a resident would tap for it. */
function asksBack(turn: GoldenTurn, replies: readonly PhoneMessage[]): boolean {
  const { taps } = turn;
  const offers = replies.some(({ buttons }) => buttons.some(({ title }) => title === taps));
  return taps !== undefined && offers && faultsOf(turn, replies).length > 0;
}

/** Texts the bot sends when it has no answer. */
const noAnswers = ['clarify.text', 'not_understood.text', 'decline.text'].flatMap((key) =>
  [undefined, 'known'].map((context) => {
    const mark = '\u0000';
    const values = { example: mark, topics: mark, you: mark, You: mark, me: mark, Me: mark };
    const words = plain(loadWords().in('vi')(key, { ...values, ...(context && { context }) }));
    return new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(mark, '.*'), 'u');
  }),
);

/** What is wrong with the answers to one line; empty when they are right. */
export function faultsOf(turn: GoldenTurn, replies: readonly PhoneMessage[]): string[] {
  const text = plain(replies.map((reply) => reply.text).join('\n'));
  const titles = replies.flatMap(({ buttons }) => buttons.map(({ title }) => title));
  const isRight = turn.silent
    ? replies.length === 0
    : replies.some((reply) => !noAnswers.some((words) => words.test(plain(reply.text))));
  const has = (wanted: string) => wanted.split('||').some((one) => text.includes(plain(one)));
  const forbidden = ['{{', 'undefined', '[object', ...(turn.forbids ?? [])];
  const faults = [
    ...(isRight || turn.declines ? [] : [turn.silent ? 'speaks' : 'no answer']),
    ...(turn.expects ?? []).filter((one) => !has(one)).map((one) => `lacks "${one}"`),
    ...forbidden.filter((one) => text.includes(plain(one))).map((one) => `says "${one}"`),
    ...(turn.buttons ?? []).filter((one) => !titles.includes(one)).map((one) => `offers no "${one}"`),
  ];
  return faults.length === 0
    ? []
    : [`"${turn.says}": ${faults.join(', ')}\n${text}\n[${titles.join('] [')}]`];
}

/** Ignores letter case, white space and the Unicode form. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
