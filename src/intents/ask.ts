import { detectAddress, tellsAddress } from '../conversation/address.ts';
import type { OpenContext } from '../conversation/create-context.ts';
import type { Candidate, Classifier } from '../nlu/classifier.ts';
import { fitButtons, personButton, questionButton, topicButtons } from './buttons.ts';
import type { FindByName } from './find-by-name.ts';
import type { BotContext, IntentCall } from './intent-handler.ts';
import type { TopicDirectory } from './topic-directory.ts';

interface AskParts {
  classifier: Classifier;
  directory: TopicDirectory;
  findByName: FindByName;
  call(open: OpenContext, call: IntentCall): Promise<void>;
}

/** From here on the likeliest intent is answered at once; a wrong answer costs more than asking back. */
const sureEnough = 0.5;
/** Below this nothing is worth offering. */
const worthOffering = 0.12;
/** Out of scope is only said when it is likely. */
const surelyOutside = 0.5;
const mostOffered = 2;

/** Finds out what a text wants: answers it, asks back with the likeliest two, or says that it did not understand. */
export async function ask(parts: AskParts, open: OpenContext): Promise<void> {
  const { ctx } = open;
  if (learnAddress(open)) return;
  const named = parts.findByName(ctx.message.text, ctx.t);
  if (named) return parts.call(open, named);
  const candidates = parts.classifier.classify(ctx.message.text);
  const best = candidates[0];
  if (best && best.probability >= sureEnough && best.topic !== 'out-of-scope') {
    return parts.call(open, { intent: best.intent, data: {}, confidence: best.probability });
  }
  if (best && best.topic === 'out-of-scope' && best.probability >= surelyOutside)
    return decline(parts, open, best);
  const offered = candidates.filter((candidate) => worthAsking(parts, candidate)).slice(0, mostOffered);
  if (offered.length > 0) return clarify(parts, open, offered);
  return notUnderstood(parts, open);
}

/** Remembers how residents call themselves. @returns whether that was all they wanted */
function learnAddress({ ctx, enter }: OpenContext): boolean {
  const address = detectAddress(ctx.message.text);
  if (!address) return false;
  ctx.remember({ address });
  if (!tellsAddress(ctx.message.text)) return false;
  enter({ intent: 'call-me-this', data: {} });
  ctx.say(ctx.t('address.remembered', { word: address.you }), { outcome: 'smalltalk' });
  return true;
}

function worthAsking({ directory }: AskParts, { intent, probability }: Candidate): boolean {
  return probability >= worthOffering && directory.findIntent(intent) !== undefined;
}

function clarify({ directory }: AskParts, open: OpenContext, offered: Candidate[]): void {
  const { ctx } = open;
  open.enter({ intent: offered[0]?.intent ?? 'fallback', data: {}, confidence: offered[0]?.probability });
  const questions = offered.flatMap(({ intent }) => directory.findIntent(intent) ?? []).map(questionButton);
  ctx.say(ctx.t('clarify.text'), { buttons: fitButtons(questions, [personButton(ctx)]), outcome: 'clarify' });
}

function decline({ directory }: AskParts, open: OpenContext, best: Candidate): void {
  const { ctx } = open;
  open.enter({ intent: 'out-of-scope', data: {}, confidence: best.probability });
  const topics = directory.topics
    .filter(({ menu }) => menu !== undefined)
    .map(({ title }) => title.toLowerCase());
  ctx.say(ctx.t('decline.text', { topics: topics.join(', ') }), {
    buttons: fitButtons(topicButtons(directory), [personButton(ctx)]),
    outcome: 'decline',
  });
}

/** Twice in a row not understood: a person is better than a third try. */
async function notUnderstood(parts: AskParts, open: OpenContext): Promise<void> {
  const { ctx } = open;
  if (ctx.state.failures > 0) return parts.call(open, { intent: 'human', data: {} });
  ctx.remember({ failures: ctx.state.failures + 1 });
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
