import type { TopicFile } from '../content/schema/topic.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import { overviewOf } from '../nlu/classifier/decide.ts';
import { detectAddress } from '../nlu/phrases/form-of-address.ts';
import { saysUrgent } from '../nlu/phrases/urgency.ts';
import { readDeath } from '../nlu/signals/death.ts';
import type { OpenTicket } from '../ticket/resident-ticket-types.ts';
import { fitButtons, personButton, questionButton, topicButtons } from './buttons.ts';
import { recentDangerCall } from './emergency/danger.ts';
import { MoreAwaited } from './incomplete-question.ts';
import type { BotContext, IntentCall, OpenContext } from './intent-handler.ts';
import { isUnfinished, type QuestionReading } from './read-question.ts';
import { answeredLately, failedLately, noteFailure } from './recent-turns.ts';

interface AskParts {
  directory: TopicDirectory;
  call(open: OpenContext, call: IntentCall): Promise<void>;
}

const maxOffered = 3;
/** Besides those of the menu: the topics with the most answers. */
const maxOthers = 5;
/** Longer messages, and what is likelier than this to be about nothing the bot knows of, begin something new. */
const maxGoingOn = 4;
const surelyOutside = 0.8;
/** What is said of an answer that did not help; it does not make up for that. */
const unhappy = new Set(['not-helped', 'complaint']);

/**
 * Does what a question was read as: answers it, asks back with the likeliest, or says that it did not understand. Who
 * is bereaved reads a word of sympathy before all that.
 * @throws MoreAwaited for the beginning of a question whose rest may follow
 */
export async function ask(parts: AskParts, open: OpenContext, reading: QuestionReading): Promise<void> {
  const { text, mayContinue } = open.ctx.message;
  if (mayContinue && isUnfinished(text, reading)) throw new MoreAwaited();
  const before = open.drafts.length;
  await act(parts, open, reading);
  if (readDeath(open.ctx.message.text)?.when === 'recent') condole(open, before);
}

/** An answer may begin with sympathy itself. */
function condole({ ctx, drafts }: OpenContext, from: number): void {
  const [first] = drafts.slice(from);
  if (first?.content.kind !== 'text') return;
  const { text } = first.content;
  if (text.includes(ctx.t('sympathy.sign'))) return;
  first.content = { ...first.content, text: [ctx.t('sympathy.text'), text].join('\n\n') };
}

async function act(parts: AskParts, open: OpenContext, reading: QuestionReading): Promise<void> {
  const { ctx } = open;
  const address = detectAddress(ctx.message.text);
  if (address) ctx.remember({ address });
  const shaken = isUnclear(reading) ? recentDangerCall(ctx) : undefined;
  if (shaken) return parts.call(open, shaken);
  const ticket = isUnclear(reading) ? await ticketOf(ctx, reading) : undefined;
  if (ticket) {
    ctx.remember({ topic: ticket.topic ?? undefined });
    return parts.call(open, { intent: 'human', data: {} });
  }
  if (isUnclear(reading) && readDeath(ctx.message.text) && offerAfterDeath(parts, open)) return;
  switch (reading.kind) {
    case 'address':
      open.enter({ intent: 'call-me-this', data: {} });
      return ctx.say(ctx.t('address.remembered', { word: address?.you ?? '' }), { outcome: 'smalltalk' });
    case 'calls':
      if (reading.calls.every(({ intent }) => !unhappy.has(intent))) ctx.remember({ failures: 0 });
      for (const call of reading.calls) await parts.call(open, call);
      return;
    case 'decline':
      if (goesOn(parts, ctx, reading.candidate)) return overviewOfTopic(parts, open);
      return decline(parts, open, reading.candidate);
    case 'clarify':
      return clarify(parts, open, reading.offered);
    case 'not-understood':
      return notUnderstood(parts, open);
  }
}

/** "Đùa thôi", "chán", "giờ nó đi rồi": says nothing, unless something was said before. */
const passing = new Set(['greeting', 'goodbye', 'complaint', 'not-helped', 'nudge', 'menu']);

function isUnclear(reading: QuestionReading): boolean {
  if (reading.kind === 'calls') return reading.calls.every(({ intent }) => passing.has(intent));
  return reading.kind !== 'address';
}

/** So long after a matter was opened what is no clear question is more about it. */
const ticketTalkMs = 2 * 60 * 60_000;

/**
 * The open matter that words belong to. Whoever waits for a person was told that whatever they add is sent along: "lò
 * vôi nhà bên khói mù mịt", right after "gặp cán bộ"; "gấp lắm, mai hết hạn rồi" at any time.
 */
async function ticketOf(ctx: BotContext, reading: QuestionReading): Promise<OpenTicket | undefined> {
  const { ticket, answer = 0 } = ctx.state.lastAt;
  if (ticket === undefined || reading.kind === 'calls') return undefined;
  const isRecent = ticket >= answer && ctx.now - ticket < ticketTalkMs;
  if (!isRecent && !saysUrgent(ctx.message.text)) return undefined;
  return (await ctx.tickets.listOpen()).at(-1);
}

/** Whoever only says that somebody has died is offered what has to be done then. */
function offerAfterDeath({ directory }: AskParts, open: OpenContext): boolean {
  const { ctx } = open;
  const questions = directory.topics
    .flatMap(({ topic }) => directory.listIntents(topic))
    .filter(({ afterDeath }) => afterDeath)
    .slice(0, maxOffered);
  const [first] = questions;
  if (!first) return false;
  open.enter({ intent: first.id, data: {} });
  ctx.say(ctx.t('clarify.text'), {
    buttons: fitButtons(questions.map(questionButton), [personButton(ctx)]),
    outcome: 'clarify',
  });
  return true;
}

async function clarify(parts: AskParts, open: OpenContext, offered: Candidate[]): Promise<void> {
  const { ctx } = open;
  const questions = offered
    .flatMap(({ intent }) => parts.directory.findIntent(intent) ?? [])
    .map(questionButton);
  const [best] = offered;
  if (!best || questions.length === 0) return notUnderstood(parts, open);
  open.enter({ intent: best.intent, data: {}, confidence: best.probability });
  ctx.say(ctx.t('clarify.text'), { buttons: fitButtons(questions, [personButton(ctx)]), outcome: 'clarify' });
}

/** A few words right after an answer, of which it is not sure that they are about something else: "vốn bao nhiêu". */
function goesOn({ directory }: AskParts, ctx: BotContext, { probability }: Candidate): boolean {
  const topic = directory.findTopic(ctx.state.topic ?? '');
  const words = ctx.message.text.trim().split(/\s+/).length;
  return topic !== undefined && answeredLately(ctx) && words <= maxGoingOn && probability < surelyOutside;
}

/** It belongs to what was spoken of, and no answer tells it. */
function overviewOfTopic({ call }: AskParts, open: OpenContext): Promise<void> {
  return call(open, { intent: overviewOf(open.ctx.state.topic ?? ''), data: {} });
}

function decline({ directory }: AskParts, open: OpenContext, { intent, probability }: Candidate): void {
  const { ctx } = open;
  open.enter({ intent, data: {}, confidence: probability });
  const topics = directory.topics
    .filter(({ menu }) => menu !== undefined)
    .map(({ title }) => asInSentence(title));
  const size = ({ topic }: TopicFile) => directory.listIntents(topic).length;
  const others = directory.topics
    .filter(({ menu }) => menu === undefined)
    .sort((a, b) => size(b) - size(a))
    .slice(0, maxOthers)
    .map(({ button }) => asInSentence(button));
  ctx.say(ctx.t('decline.text', { topics: [...topics, ...others].join('; ') }), {
    buttons: fitButtons(topicButtons(directory), [personButton(ctx)]),
    outcome: 'decline',
  });
}

/** Names keep their capitals: "ứng dụng VNeID". */
function asInSentence(title: string): string {
  return /^.\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** Twice in a row not understood: a person is better than a third try. */
async function notUnderstood(parts: AskParts, open: OpenContext): Promise<void> {
  const { ctx } = open;
  if (failedLately(ctx)) return parts.call(open, { intent: 'human', data: {} });
  noteFailure(ctx);
  open.enter({ intent: 'fallback', data: {} });
  ctx.say(ctx.t('not_understood.text', { example: exampleOf(parts, ctx) }), {
    buttons: fitButtons(topicButtons(parts.directory), [personButton(ctx)]),
    outcome: 'clarify',
  });
}

/** A question the bot surely knows, of the topic last spoken of where there is one. */
function exampleOf({ directory }: AskParts, ctx: BotContext): string {
  const topic = ctx.state.topic ?? directory.topics[0]?.topic ?? '';
  return (
    (directory.listIntents(topic)[0] ?? directory.listIntents(directory.topics[0]?.topic ?? '')[0])?.title ??
    ''
  );
}
