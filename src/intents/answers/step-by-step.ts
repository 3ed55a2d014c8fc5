import type { KnownIntent } from '../../content/intent-types.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { aspectNames } from '../../content/schema/grid.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { answers, objectAnswers, stepByStep } from '../flow/flow-shapes.ts';
import { answeredLately, type Talk } from '../flow/talk.ts';

interface WalkParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
}

/** Same probability as for an answer without asking back. */
const sureEnough = 0.5;

/** "Từng bước", typed: starts the steps of the last answer, or of what the same message asks for. */
export function createStepByStep({ directory, objects }: WalkParts): Flow {
  function withSteps(intent: string | undefined): KnownIntent | undefined {
    const own = intent === undefined ? undefined : directory.findIntent(intent);
    if (own) return own.steps ? own : undefined;
    const how = objects.listByIntent(intent)[0]?.say.how;
    return typeof how === 'object' && 'intent' in how ? withSteps(how.intent) : undefined;
  }

  function askedFor(u: Understanding): KnownIntent | undefined {
    if (!u.stepByStepOf) return undefined;
    const [best] = [u, u.stepByStepOf]
      .flatMap(({ candidates }) => candidates[0] ?? [])
      .sort((a, b) => b.probability - a.probability);
    return best && best.probability >= sureEnough ? withSteps(best.intent) : undefined;
  }

  return createFlow(stepByStep, {
    name: 'step-by-step',
    topic: 'smalltalk',
    matches(u, talk) {
      const command = u.stepCommand;
      const last = answeredLately(talk) ? talk.state.intent : undefined;
      if (command === 'again') return last === undefined ? undefined : repeat(talk, last);
      if (command === 'start' || typeof command === 'object') {
        const intent = withSteps(last);
        const number = typeof command === 'object' ? command.step - 1 : 0;
        if (intent) return walkFrom(intent, Math.max(number, 0));
        return command === 'start' ? stepByStep.call('which-steps') : undefined;
      }
      const intent = command === undefined ? askedFor(u) : undefined;
      return intent && walkFrom(intent, 0);
    },
    handle(ctx) {
      const example = directory.topics
        .flatMap(({ topic }) => directory.listIntents(topic))
        .find(({ steps }) => steps)?.title;
      ctx.say(ctx.t('answer.which_steps', { example: example ?? '' }), { outcome: 'clarify' });
    },
  });
}

function walkFrom({ id }: KnownIntent, number: number): IntentCall {
  return answers.call(id, 'walk', { number });
}

/** Repeats the last answer in full. */
function repeat({ state }: Talk, intent: string): IntentCall {
  const aspects = aspectNames.filter((aspect) => aspect === state.slot);
  return aspects.length > 0
    ? objectAnswers.call(intent, 'tell', { aspects, conditions: [] })
    : answers.call(intent);
}
