import type { KnownIntent } from '../../content/intent-types.ts';
import type { ProcedureDirectory } from '../../content/procedure-directory.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Classifier } from '../../nlu/classifier/classifier.ts';
import { findStepCommand, withoutStepByStep } from '../../nlu/phrases/step-commands.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { answeredLately } from '../recent-turns.ts';

interface WalkParts {
  directory: TopicDirectory;
  procedures: ProcedureDirectory;
  classifier: Classifier;
}

const whichSteps = 'which-steps';
/** As sure as an answer has to be to be given at once. */
const sureEnough = 0.5;

/** "Từng bước", typed: leads through the steps of the last answer, or of what the same message asks for. */
export function createStepByStep({ directory, procedures, classifier }: WalkParts): IntentHandler {
  function hasSteps(intent: string | undefined): KnownIntent | undefined {
    const own = intent === undefined ? undefined : directory.findIntent(intent);
    if (own) return own.steps ? own : undefined;
    const how = procedures.listByIntent(intent)[0]?.how;
    return how && how !== 'unknown' && 'intent' in how ? hasSteps(how.intent) : undefined;
  }

  function askedFor(text: string): KnownIntent | undefined {
    const rest = withoutStepByStep(text);
    if (!rest) return undefined;
    const [best] = [text, rest]
      .flatMap((one) => classifier.classify(one)[0] ?? [])
      .sort((a, b) => b.probability - a.probability);
    return best && best.probability >= sureEnough ? hasSteps(best.intent) : undefined;
  }

  return {
    topic: 'smalltalk',
    intents: [whichSteps],
    recognises(ctx) {
      const command = findStepCommand(ctx.message.text);
      const last = answeredLately(ctx) ? ctx.state.intent : undefined;
      if (command === 'again') return last === undefined ? undefined : repeat(ctx, last);
      if (command === 'start' || typeof command === 'object') {
        const intent = hasSteps(last);
        const number = typeof command === 'object' ? command.step - 1 : 0;
        if (intent) return walkFrom(intent, Math.max(number, 0));
        return command === 'start' ? { intent: whichSteps, data: {} } : undefined;
      }
      const intent = command === undefined ? askedFor(ctx.message.text) : undefined;
      return intent && walkFrom(intent, 0);
    },
    handle(ctx) {
      const example = directory.topics
        .flatMap(({ topic }) => directory.listIntents(topic))
        .find(({ steps }) => steps)?.title;
      ctx.say(ctx.t('answer.which_steps', { example: example ?? '' }), { outcome: 'clarify' });
    },
    accepts: () => false,
  };
}

function walkFrom({ id }: KnownIntent, number: number): IntentCall {
  return { intent: id, step: 'walk', data: { number: String(number) } };
}

/** The last answer once more, in full. */
function repeat({ state }: BotContext, intent: string): IntentCall {
  return { intent, data: state.slot ? { slots: state.slot } : {} };
}
