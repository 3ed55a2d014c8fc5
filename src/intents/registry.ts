import { createProcedureDirectory, type ProcedureDirectory } from '../content/procedure-directory.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import { warnedSecrets } from '../message.ts';
import type { Classifier } from '../nlu/classifier/classifier.ts';
import { createNormaliser } from '../nlu/text/normalise.ts';
import { createPlaceNames } from '../team/places/place-names.ts';
import { ask } from './answer-question.ts';
import { createAnswerTopic } from './answers/answer-topic.ts';
import { createLanguage } from './answers/language.ts';
import { createMedia, hasCaption } from './answers/media.ts';
import { createMenu } from './answers/menu.ts';
import { createPrivacy } from './answers/privacy.ts';
import { createSmallTalk } from './answers/small-talk.ts';
import { createStepByStep } from './answers/step-by-step.ts';
import { createTopicOverview } from './answers/topic-overview.ts';
import { createAssistInHumanLane, createCourtesyReader } from './assist-human-lane.ts';
import type { Bot } from './bot.ts';
import { fitButtons, personButton, topicButtons } from './buttons.ts';
import { createEmergency } from './emergency/emergency.ts';
import { createFindByAnyName } from './find-by-name.ts';
import { createVillageFlow, villageIntent } from './handoff/ask-village.ts';
import { createHandoff, takePhone } from './handoff/handoff.ts';
import { createOpenTicket } from './handoff/open-ticket.ts';
import { callMeIntent } from './handoff/request-phone.ts';
import { createTicketTalk } from './handoff/ticket-actions.ts';
import { ticketStatus } from './handoff/ticket-status.ts';
import type { BotContext, IntentCall, IntentHandler, OpenContext } from './intent-handler.ts';
import { createPlace } from './place/place-flow.ts';
import { createProcedureReader } from './procedure/parse-procedure.ts';
import { createProcedureGuide } from './procedure/procedure-guide.ts';
import { createQuestionReader, type ReadQuestion } from './read-question.ts';

export interface IntentParts {
  directory: TopicDirectory;
  classifier: Classifier;
  fold(text: string): string;
  /** The picture on the card that asks for a phone number. */
  contactImageUrl: string;
}

/** From here on a text is about something else than the place we asked for. */
const surelyElse = 0.5;

/** Every handler there is. A new flow is one line here, above the topics; a new topic file needs none. */
export function listHandlers({ directory, classifier, fold, contactImageUrl }: IntentParts): IntentHandler[] {
  const procedures = createProcedureDirectory(directory);
  const names = createPlaceNames(directory.areas);
  const openTicket = createOpenTicket(names, directory.local.office.name);
  const matterPlace = createVillageFlow({
    names,
    province: directory.local.office.province,
    isAboutElse: (text) => (classifier.classify(text)[0]?.probability ?? 0) >= surelyElse,
  });
  return [
    createEmergency({ directory, classifier, openTicket }),
    createMenu(directory),
    createLanguage(directory),
    createSmallTalk(directory, openTicket),
    // A home told in passing is remembered before a person is asked for.
    createPlace({ directory, classifier, names, settleVillage: settleBy(matterPlace) }),
    createHandoff({ openTicket, contactImageUrl }),
    matterPlace,
    createTicketTalk(),
    ticketStatus,
    createPrivacy(directory),
    createMedia(openTicket),
    createStepByStep({ directory, procedures, classifier }),
    createProcedureGuide({
      directory,
      procedures,
      classifier,
      findByName: createFindByAnyName(directory, fold),
      normalise: createNormaliser(directory.local.brands),
    }),
    ...directory.topics.flatMap((one) => [
      createAnswerTopic({ directory, openTicket }, one.topic),
      createTopicOverview({ directory, classifier }, one),
    ]),
  ];
}

function settleBy(matterPlace: IntentHandler) {
  return async (ctx: BotContext, number: number): Promise<void> => {
    await matterPlace.handle(ctx, {
      intent: villageIntent,
      step: 'told',
      data: { ticket: String(number) },
    });
  };
}

/**
 * The bot's mind: the handlers by intent, and the fallback that asks back or offers a person.
 * @throws Error when two handlers claim one intent
 */
export function createBot(parts: IntentParts): Bot {
  const { directory, classifier, fold } = parts;
  const handlers = listHandlers(parts);
  const procedures = createProcedureDirectory(directory);
  const byIntent = indexByIntent(handlers);
  const asking = { directory, detectEmergency: classifier.detectEmergency, call };
  const readQuestion = readerOf(parts, handlers);

  async function call(open: OpenContext, intentCall: IntentCall): Promise<void> {
    open.enter(intentCall);
    const handler = byIntent.get(intentCall.intent);
    if (!handler) return ask(asking, open, readQuestion(open.ctx));
    await handler.handle(open.ctx, intentCall);
  }

  return {
    fold,
    call,
    ask: (open) => ask(asking, open, readQuestion(open.ctx)),
    assistInHumanLane: createAssistInHumanLane({
      directory,
      classifier: onlyAnswered(classifier, byIntent),
      findByName: createFindByAnyName(directory, fold),
      call,
    }),
    isCourtesy: createCourtesyReader(classifier),
    async media(open) {
      const reading = hasCaption(open.ctx.message) ? readQuestion(open.ctx) : undefined;
      const isQuestion =
        reading?.kind === 'calls' &&
        reading.calls.some(({ intent }) => byIntent.get(intent)?.topic !== 'smalltalk');
      if (isQuestion) return ask(asking, open, reading);
      return call(open, { intent: 'media', data: {} });
    },
    topicOf: topicFinder(directory, procedures),
    // Whoever cries for help answers no question of ours.
    stepAccepts: (step, text) =>
      classifier.detectEmergency?.(text).level !== 'sure' &&
      (byIntent.get(step.intent)?.accepts?.(text, step) ?? false),
    warn: (open) => warn(open),
    async welcome(open) {
      open.enter({ intent: 'welcome', data: {} });
      const { ctx } = open;
      ctx.say(ctx.t('welcome.text', { oa: directory.local.office.name }), {
        buttons: fitButtons(topicButtons(directory), [personButton(ctx)]),
        outcome: 'smalltalk',
      });
    },
    contactShared,
    async missedCall(open) {
      await call(open, { intent: callMeIntent, step: 'missed-call', data: {} });
    },
  };
}

/** What the bot would take a question for, without answering it: for measuring. */
export function createReader(parts: IntentParts): ReadQuestion {
  return readerOf(parts, listHandlers(parts));
}

function readerOf(
  { directory, classifier, fold }: IntentParts,
  handlers: readonly IntentHandler[],
): ReadQuestion {
  const procedures = createProcedureDirectory(directory);
  const normalise = createNormaliser(directory.local.brands);
  const readProcedures = createProcedureReader(directory.procedures, normalise);
  const isAfterDeath = (intent = '') => directory.findIntent(intent)?.afterDeath === true;
  const isGuessable = (next: string, intent?: string) => !isAfterDeath(next) || isAfterDeath(intent);
  const brands = new Set(directory.local.brands.map(({ name }) => normalise(name)));
  return createQuestionReader({
    handlers,
    classifier: onlyAnswered(classifier, indexByIntent(handlers)),
    findByName: createFindByAnyName(directory, fold),
    nextOf: (intent) => [
      ...(directory.findIntent(intent ?? '')?.followups ?? []).filter((next) => isGuessable(next, intent)),
      ...procedures.listByIntent(intent).flatMap(({ intents }) => Object.keys(intents)),
    ],
    topicOf: topicFinder(directory, procedures),
    namesSubject: (text) =>
      readProcedures(text).named.length > 0 ||
      normalise(text)
        .split(' ')
        .some((word) => brands.has(word)),
  });
}

function topicFinder(directory: TopicDirectory, procedures: ProcedureDirectory) {
  return (intent: string): string | undefined =>
    directory.findIntent(intent)?.topic ?? procedures.listByIntent(intent)[0]?.topic;
}

/** The classifier may have learnt an intent that no handler answers: asking it again would go in circles. */
function onlyAnswered(classifier: Classifier, byIntent: ReadonlyMap<string, IntentHandler>): Classifier {
  return {
    ...classifier,
    classify: (text) =>
      classifier
        .classify(text)
        .filter(({ intent, topic }) => byIntent.has(intent) || topic === 'out-of-scope'),
  };
}

function indexByIntent(handlers: readonly IntentHandler[]): Map<string, IntentHandler> {
  const byIntent = new Map<string, IntentHandler>();
  for (const handler of handlers) {
    for (const intent of handler.intents) {
      if (byIntent.has(intent)) throw new Error(`two handlers for the intent ${intent}`);
      byIntent.set(intent, handler);
    }
  }
  return byIntent;
}

function warn({ ctx, enter }: OpenContext): void {
  enter({ intent: 'secret', data: {} });
  const kinds = [...new Set(ctx.message.secrets)].filter((kind) => warnedSecrets.has(kind));
  const what = kinds.map((kind) => ctx.t(`warn.what.${kind}`)).join(', ');
  const extra = kinds.includes('otp') ? ` ${ctx.t('warn.otp_extra')}` : '';
  ctx.say(ctx.t('warn.secret', { what }) + extra, { outcome: 'warn' });
}

/** A number is taken only when we asked for it. */
async function contactShared({ ctx, enter }: OpenContext): Promise<string> {
  const { step } = ctx.state;
  if (step?.intent !== callMeIntent || step.step !== 'phone') return 'dropped';
  enter({ intent: callMeIntent, data: {} });
  ctx.forgetStep();
  await takePhone(ctx, Number(step.data.ticket));
  return 'handoff';
}
