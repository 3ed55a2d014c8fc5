import type { KnownObject } from '../../content/objects/known-object.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { type AskedOfObject, answers, objectAnswers, whichObject } from '../flow/flow-shapes.ts';
import type { ObjectChoice } from './choose-object.ts';

/** The call that tells what was chosen; with several objects it asks which one is meant. */
export function callOfChoice({ objects, aspects, state, conditions }: ObjectChoice): IntentCall | undefined {
  const [object, ...others] = objects;
  const asked = { aspects, ...(state && { state }), conditions: [...conditions] };
  if (!object) return undefined;
  if (others.length > 0) {
    return whichObject.call('which-object', 'choose', { ...asked, choices: objects.map(({ id }) => id) });
  }
  return answerOfTopic(object, asked) ?? objectAnswers.call(object.intent, 'tell', asked);
}

/** The answer of a topic, where the one asked cell is that answer. */
function answerOfTopic(object: KnownObject, { aspects, ...told }: AskedOfObject): IntentCall | undefined {
  const [aspect, ...others] = aspects;
  if (!aspect || others.length > 0) return undefined;
  const cell = selectCell(object, aspect, told)?.cell;
  return typeof cell === 'object' && 'intent' in cell ? answers.call(cell.intent) : undefined;
}
