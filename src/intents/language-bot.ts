import { createObjectDirectory } from '../content/objects/object-directory.ts';
import { warnedSecrets } from '../message.ts';
import { createPlaceNames } from '../team/places/place-names.ts';
import { ask } from './answer-question.ts';
import { isKeptWhilePaused, tellPaused } from './answers/paused.ts';
import { createTopicPause } from './answers/topic-pause.ts';
import { createAssistInHumanLane, isCourtesy } from './assist-human-lane.ts';
import type { Bot } from './bot.ts';
import type { BotParts, BotReader } from './bot-reader.ts';
import { fitButtons, personButton, topicButtons } from './buttons.ts';
import { hintAtEmergency } from './emergency/hint-at-emergency.ts';
import type { OpenContext } from './flow/bot-context.ts';
import type { IntentCall, StoredCall } from './flow/flow-shape.ts';
import { handoff, media } from './flow/flow-shapes.ts';
import { limitActs } from './flow/risk.ts';
import { takePhone } from './handoff/handoff.ts';
import type { QuestionReading } from './read-question.ts';
import { indexFlows, listFlows } from './registry.ts';
import { rememberTold } from './remember-told.ts';

/** The answering part of the bot, with the texts and content of one language. */
export type LanguageBot = Omit<
  Bot,
  keyof BotReader | 'isIncomplete' | 'belongsToTicket' | 'tellBesideTicket'
>;

/** @param reader reads the messages; shared by all languages */
export function createLanguageBot(parts: BotParts, reader: BotReader): LanguageBot {
  const { directory, contactImageUrl } = parts;
  const names = parts.names ?? createPlaceNames(directory.areas);
  const objects = createObjectDirectory(directory);
  const byIntent = indexFlows(listFlows({ directory, objects, names, contactImageUrl }));
  const asking = { directory, objects, call };
  const topicPause = createTopicPause({ directory, objects });

  async function call(open: OpenContext, intentCall: IntentCall): Promise<void> {
    if (open.ctx.isPaused && !isKeptWhilePaused(intentCall)) return tellPaused(open);
    if (topicPause.isAbout(open.ctx, intentCall)) return topicPause.tell(open, intentCall);
    const flow = byIntent.get(intentCall.intent);
    if (!flow) return askAnew(open);
    open.enter(intentCall);
    await flow.handle(limitActs(open.ctx, flow.riskOf(intentCall)), intentCall);
  }

  async function askOrPause(open: OpenContext, question: QuestionReading): Promise<void> {
    if (!open.ctx.isPaused) return ask(asking, open, topicPause.without(open.ctx, question));
    const before = open.drafts.length;
    const calls = question.kind === 'calls' ? question.calls.filter(isKeptWhilePaused) : [];
    for (const kept of calls) await call(open, kept);
    if (calls.length === 0) tellPaused(open);
    hintAtEmergency(directory, open, before);
  }

  /** Reads a stored call that no flow knows any more as a question. */
  function askAnew(open: OpenContext): Promise<void> {
    return askOrPause(open, reader.readQuestion(open.ctx.understanding, open.ctx));
  }

  function resume(open: OpenContext, stored: StoredCall): Promise<void> {
    const resumed = byIntent.get(stored.intent)?.parse(stored);
    return resumed ? call(open, resumed) : askAnew(open);
  }

  const isSmallTalk = ({ intent }: IntentCall) => byIntent.get(intent)?.topic === 'smalltalk';
  const isQuestion = (reading: QuestionReading) =>
    reading.kind === 'calls' && !reading.calls.every(isSmallTalk);

  return {
    tap: resume,
    async continueStep(open, step) {
      rememberTold(open.ctx);
      await resume(open, step);
    },
    async ask(open, question) {
      rememberTold(open.ctx);
      await askOrPause(open, question);
    },
    assistInHumanLane: createAssistInHumanLane({
      directory,
      isAnswered: reader.isAnswered,
      call,
      ask: askOrPause,
    }),
    isCourtesy,
    async media(open, caption) {
      if (caption) rememberTold(open.ctx);
      if (caption && isQuestion(caption)) return askOrPause(open, caption);
      return call(open, media.call('media'));
    },
    warn,
    async welcome(open) {
      if (open.ctx.isPaused) return tellPaused(open);
      open.enter({ intent: 'welcome' });
      const { ctx } = open;
      ctx.say(ctx.t('welcome.text', { oa: directory.local.office.name }), {
        buttons: fitButtons(topicButtons(directory), [personButton(ctx)]),
        outcome: 'smalltalk',
      });
    },
    contactShared,
    async missedCall(open) {
      await call(open, handoff.call('call-me', 'missed-call'));
    },
  };
}

function warn({ ctx, enter }: OpenContext): void {
  enter({ intent: 'secret' });
  const kinds = [...new Set(ctx.message.secrets)].filter((kind) => warnedSecrets.has(kind));
  const what = kinds.map((kind) => ctx.t(`warn.what.${kind}`)).join(', ');
  const extra = kinds.includes('otp') ? ` ${ctx.t('warn.otp_extra')}` : '';
  ctx.say(ctx.t('warn.secret', { what }) + extra, { outcome: 'warn' });
}

/** Accepts a shared number only when the bot asked for it. */
async function contactShared({ ctx, enter }: OpenContext): Promise<string> {
  const step = ctx.state.step && handoff.parse(ctx.state.step);
  if (step?.intent !== 'call-me' || step.step !== 'phone') return 'dropped';
  enter({ intent: step.intent });
  ctx.forgetStep();
  await takePhone(ctx, step.data.ticket);
  return 'handoff';
}
