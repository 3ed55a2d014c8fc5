import type { KnownIntent } from '../../content/intent-types.ts';
import { scamAnswers } from '../../content/scam-answers.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { ScamStage } from '../../nlu/scam/scam.ts';
import { composeAnswer } from '../answers/answer-topic.ts';
import { fitButtons, personButton, questionButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { scam } from '../flow/flow-shapes.ts';
import type { OpenTicketFlow } from '../handoff/open-ticket.ts';
import { scamCall, scamMark, scamTopic } from './scam-call.ts';

interface ScamParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

/** A candidate of the classifier names the kind of scam from this probability on. */
const surelyKind = 0.3;

/**
 * Tells a resident in a scam the one thing to do now, then a few steps, by the stage of the scam. Follow-ups continue
 * from there, in other words each time.
 */
export function createScam({ directory, openTicket }: ScamParts): Flow {
  const tell = async (ctx: BotContext, stage: ScamStage): Promise<void> => {
    const intent = answerTo(ctx, directory, stage);
    if (!intent) return;
    const { id, topic } = intent;
    ctx.mark(scamMark(stage));
    ctx.mark('answer');
    ctx.remember({ topic, intent: id, slot: undefined });
    ctx.say(composeAnswer(ctx, directory, intent).text, { buttons: buttonsAfter(ctx, directory, intent) });
    if (!intent.handoff) return;
    await openTicket(ctx, { kind: 'question', cause: id, topic, words: 'handoff.also_opened' });
  };

  return createFlow(scam, {
    name: 'scam',
    topic: scamTopic,
    matches(u, talk) {
      const call = scamCall(u, talk);
      // An office without an answer to this stage leaves the message to its topics.
      return call?.step && directory.findIntent(scamAnswers[call.data.stage]) ? call : undefined;
    },
    async handle(ctx, call) {
      if (call.step === undefined) return;
      const { stage } = call.data;
      if (call.step === 'tell') return tell(ctx, stage);
      ctx.mark(scamMark(stage));
      const intent = directory.findIntent(scamAnswers[stage]);
      const words = call.step === 'undone' ? 'scam.undone' : nextWords(ctx, stage);
      ctx.say(ctx.t(words, numbersIn(directory)), {
        buttons: intent ? buttonsAfter(ctx, directory, intent) : [personButton(ctx)],
        outcome: 'answer',
      });
    },
  });
}

/**
 * The answer to the stage; before anything happened, the one to this kind of scam if there is one in the resident's
 * language. An answer warns of a kind of scam if it goes on with what to do after paying.
 */
function answerTo(ctx: BotContext, directory: TopicDirectory, stage: ScamStage): KnownIntent | undefined {
  const own = directory.findIntent(scamAnswers[stage]);
  if (stage !== 'about-to') return own;
  const after = new Set(Object.values(scamAnswers));
  const [kind] = ctx.understanding.candidates
    .filter(({ intent, probability }) => probability >= surelyKind && !after.has(intent))
    .flatMap(({ intent }) => directory.findIntent(intent) ?? [])
    .filter(
      ({ followups, language }) => language === directory.language && followups?.includes(scamAnswers.paid),
    );
  return kind ?? own;
}

function buttonsAfter(ctx: BotContext, directory: TopicDirectory, { followups = [] }: KnownIntent) {
  const next = followups.flatMap((id) => directory.findIntent(id) ?? []).map(questionButton);
  return fitButtons(next, [personButton(ctx)]);
}

function numbersIn({ local: { helpLines } }: TopicDirectory): Record<string, string> {
  return { police: helpLines.police?.call ?? '', children: helpLines.children?.call ?? '' };
}

/** The text used longest ago, so that a resident does not read the same text twice; the last one offers a person. */
function nextWords(ctx: BotContext, stage: ScamStage): string {
  const keys = [`scam.${stage}_1`, `scam.${stage}_2`, 'scam.more'] as const;
  const { lastAt } = ctx.state;
  const key = keys.reduce((one, other) => ((lastAt[other] ?? 0) < (lastAt[one] ?? 0) ? other : one));
  ctx.mark(key);
  return key;
}
