import type { ObjectDirectory } from '../content/objects/object-directory.ts';
import type { TopicFile } from '../content/schema/topic.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { ReplyButton } from '../message.ts';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import { overviewOf } from '../nlu/classifier/decide.ts';
import type { OpenTicket } from '../ticket/resident-ticket-types.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { tellPerhapsMeant } from './answers/perhaps-meant.ts';
import {
  fitButtons,
  menuButton,
  personButton,
  questionButton,
  replyButton,
  topicButtons,
} from './buttons.ts';
import { recentEmergencyCall } from './emergency/emergency-call.ts';
import { hintAtEmergency } from './emergency/hint-at-emergency.ts';
import type { BotContext, OpenContext } from './flow/bot-context.ts';
import type { IntentCall } from './flow/flow-shape.ts';
import { answers, handoff, laterTurn, place, scam, smallTalk } from './flow/flow-shapes.ts';
import { answeredLately, failedLately } from './flow/talk.ts';
import { noteFailure } from './note-failure.ts';
import { callOfChoice } from './object/call-of-choice.ts';
import { chooseByNeed } from './object/choose-by-need.ts';
import { apologise, isBadlyServed } from './opening/apologise.ts';
import { condole } from './opening/condole.ts';
import { sayCannotDo, wantsItDone } from './opening/say-cannot-do.ts';
import type { QuestionReading } from './read-question.ts';
import { rememberCase } from './turn/remember-case.ts';

interface AskParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
  call(open: OpenContext, call: IntentCall): Promise<void>;
}

const maxOffered = 3;
/** Shown besides the topics of the menu: the topics with the most answers. */
const maxOthers = 5;
/** Only messages of at most 4 words with P(out of scope) < 0.8 continue the last topic. */
const maxGoingOn = 4;
const surelyOutside = 0.8;
/** Complaints about an answer; handling one does not reset the count of failures. */
const unhappy = new Set(['not-helped', 'complaint']);

/**
 * Acts on the reading of a question: answers it, asks back with the likeliest intents, or says that it did not
 * understand. A bereaved resident first reads a word of sympathy, a badly served one an apology, and one who wants
 * something done for them that the bot cannot.
 */
export async function ask(parts: AskParts, open: OpenContext, reading: QuestionReading): Promise<void> {
  const before = open.drafts.length;
  await act(parts, open, reading);
  if (reading.kind === 'calls' && reading.perhaps) {
    tellPerhapsMeant(parts, open, { from: before, call: reading.perhaps });
  }
  rememberCase(parts.objects, open.ctx);
  if (open.ctx.understanding.death) open.ctx.mark('death');
  const isContent = (intent: string) => hasContent(parts, intent);
  sayCannotDo(open, before, isContent);
  apologise(open, before, (intent) => isContent(intent) || isOverview(parts, intent));
  if (open.ctx.understanding.isBereaved) condole(open, before);
  if (!isCallOf(noDanger, reading)) hintAtEmergency(parts.directory, open, before);
}

/** Who only names where they live is in no danger; an answer about a scam has its own number and first line. */
const noDanger: ReadonlySet<string> = new Set([...place.intents, ...scam.intents]);

function isCallOf(intents: ReadonlySet<string>, reading: QuestionReading): boolean {
  return reading.kind === 'calls' && reading.calls.some(({ intent }) => intents.has(intent));
}

/** Whether a topic or an object answers an intent. */
function hasContent({ directory, objects }: AskParts, intent: string): boolean {
  return directory.findIntent(intent) !== undefined || objects.all.some((object) => object.intent === intent);
}

function isOverview({ directory }: AskParts, intent: string): boolean {
  return directory.topics.some(({ topic }) => intent === overviewOf(topic));
}

async function act(parts: AskParts, open: OpenContext, reading: QuestionReading): Promise<void> {
  const { ctx } = open;
  const mayGoOn = (isUnclear(reading) || isGuess(ctx, reading)) && !leavesDanger(ctx.understanding);
  const recent = mayGoOn ? recentEmergencyCall(ctx) : undefined;
  if (recent) return parts.call(open, recent);
  const ticket = isUnclear(reading) || ctx.understanding.saysMore ? await ticketOf(ctx, reading) : undefined;
  if (ticket) {
    return parts.call(open, handoff.call('human', 'add', { ticket: ticket.number }));
  }
  if (isUnclear(reading) && ctx.understanding.isBereaved && offerAfterDeath(parts, open)) return;
  switch (reading.kind) {
    case 'address':
      open.enter({ intent: 'call-me-this' });
      return ctx.say(ctx.t('address.remembered', { word: ctx.state.address?.you ?? '' }), {
        outcome: 'smalltalk',
      });
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

/** So many words say what they want. */
const wordsOfOwnQuestion = 7;

/** "Bác không biết dùng điện thoại thì xác nhận kiểu gì": a whole question without any danger is about something else. */
function leavesDanger({ isQuestion, isCry, emergency, folded }: Understanding): boolean {
  const isWhole = folded.split(' ').length >= wordsOfOwnQuestion;
  return isQuestion && isWhole && !isCry && emergency.level === 'none';
}

/**
 * "Đùa thôi", "chán", "giờ nó đi rồi": these intents mean nothing on their own, only in reply to an earlier message.
 */
const passing = new Set([
  ...laterTurn.intents,
  'greeting',
  'goodbye',
  'complaint',
  'not-helped',
  'nudge',
  'menu',
]);

function isUnclear(reading: QuestionReading): boolean {
  if (reading.kind === 'calls') return reading.calls.every(({ intent }) => passing.has(intent));
  return reading.kind !== 'address';
}

/** An answer this unlikely, to a message that names no subject, does not end the talk about a danger. */
const minSure = 0.7;

function isGuess({ understanding }: BotContext, reading: QuestionReading): boolean {
  if (reading.kind !== 'calls' || understanding.namesSubject) return false;
  return reading.calls.every(({ confidence = 1 }) => confidence < minSure);
}

/** For this long after the resident opened a ticket, an unclear message is added to it. */
const ticketTalkMs = 2 * 60 * 60_000;

/**
 * The open ticket of a message that is unclear, or says more about it. The bot has promised a resident who waits for a
 * person to pass on whatever they add: "lò vôi nhà bên khói mù mịt", right after "gặp cán bộ"; "gấp lắm, mai hết hạn
 * rồi" at any time.
 */
async function ticketOf(ctx: BotContext, reading: QuestionReading): Promise<OpenTicket | undefined> {
  const { ticket, answer = 0 } = ctx.state.lastAt;
  const { isUrgent, saysMore } = ctx.understanding;
  if (ticket === undefined || (reading.kind === 'calls' && !saysMore)) return undefined;
  const isRecent = ticket >= answer && ctx.now - ticket < ticketTalkMs;
  if (!isRecent && !isUrgent) return undefined;
  return (await ctx.tickets.listOpen()).at(-1);
}

/** Offers a resident who only says that somebody has died what has to be done then. */
function offerAfterDeath({ directory }: AskParts, open: OpenContext): boolean {
  const { ctx } = open;
  const questions = directory.topics
    .flatMap(({ topic }) => directory.listIntents(topic))
    .filter(({ afterDeath }) => afterDeath)
    .slice(0, maxOffered);
  const [first] = questions;
  if (!first) return false;
  open.enter({ intent: first.id });
  ctx.say(ctx.t('clarify.text'), {
    buttons: fitButtons(questions.map(questionButton), [personButton(ctx)]),
    outcome: 'clarify',
  });
  return true;
}

async function clarify(parts: AskParts, open: OpenContext, offered: Candidate[]): Promise<void> {
  const { ctx } = open;
  const questions = offered.flatMap((one) => optionFor(parts, ctx, one));
  const [best] = offered;
  if (!best || questions.length === 0) return notUnderstood(parts, open);
  open.enter({ intent: best.intent, confidence: best.probability });
  ctx.say(ctx.t('clarify.text'), { buttons: fitButtons(questions, [personButton(ctx)]), outcome: 'clarify' });
}

/** An option of a question back: a question of a topic, or what the text asks of an object. */
function optionFor({ directory, objects }: AskParts, ctx: BotContext, candidate: Candidate): ReplyButton[] {
  const question = directory.findIntent(candidate.intent);
  if (question) return [questionButton(question)];
  const object = objects.all.find(({ intent }) => intent === candidate.intent);
  if (!object) return [];
  const call = callOfChoice(chooseByNeed(object, ctx.understanding));
  return call ? [replyButton(object.button, call)] : [];
}

/** Whether a message is a few words right after an answer that are not clearly out of scope: "vốn bao nhiêu". */
function goesOn({ directory }: AskParts, ctx: BotContext, { probability }: Candidate): boolean {
  const topic = directory.findTopic(ctx.state.topic ?? '');
  const words = ctx.message.text.trim().split(/\s+/).length;
  return topic !== undefined && answeredLately(ctx) && words <= maxGoingOn && probability < surelyOutside;
}

/** The message continues the last topic, but no answer of the topic fits: shows the overview. */
function overviewOfTopic({ call }: AskParts, open: OpenContext): Promise<void> {
  return call(open, answers.call(overviewOf(open.ctx.state.topic ?? '')));
}

/** Says who helps instead; without such a line, what the bot can help with. */
function decline({ directory }: AskParts, open: OpenContext, { intent, probability }: Candidate): void {
  const { ctx } = open;
  open.enter({ intent, confidence: probability });
  const pointer = directory.instead[intent];
  if (!pointer) return declineWithTopics(directory, ctx);
  const near = pointer.ask.flatMap((id) => directory.findIntent(id) ?? []).map(questionButton);
  ctx.say(ctx.t('decline.pointed', { instead: pointer.text }), {
    buttons: fitButtons(near, [menuButton(ctx), personButton(ctx)]),
    outcome: 'decline',
  });
}

function declineWithTopics(directory: TopicDirectory, ctx: BotContext): void {
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

/** Lower-cases the title for use in a sentence; names keep their capitals: "ứng dụng VNeID". */
function asInSentence(title: string): string {
  return /^.\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** After two failures in a row the bot offers a person instead of a third try. */
async function notUnderstood(parts: AskParts, open: OpenContext): Promise<void> {
  const { ctx } = open;
  if (isBadlyServed(ctx.understanding)) return parts.call(open, smallTalk.call('complaint'));
  if (failedLately(ctx)) return parts.call(open, handoff.call('human'));
  noteFailure(ctx);
  open.enter({ intent: 'fallback' });
  if (wantsItDone(ctx)) {
    return ctx.say(ctx.t('do_for_me.who_helps'), {
      buttons: fitButtons(topicButtons(parts.directory), [personButton(ctx)]),
      outcome: 'clarify',
    });
  }
  ctx.say(ctx.t('not_understood.text', { example: exampleOf(parts, ctx) }), {
    buttons: fitButtons(topicButtons(parts.directory), [personButton(ctx)]),
    outcome: 'clarify',
  });
}

/** An example question that the bot can answer, from the last topic where there is one. */
function exampleOf({ directory }: AskParts, ctx: BotContext): string {
  const topic = ctx.state.topic ?? directory.topics[0]?.topic ?? '';
  return (
    (directory.listIntents(topic)[0] ?? directory.listIntents(directory.topics[0]?.topic ?? '')[0])?.title ??
    ''
  );
}
