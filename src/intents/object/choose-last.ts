import type { KnownObject } from '../../content/objects/known-object.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import type { ObjectReading } from '../../understanding/read-object.ts';
import type { NoAnswer } from '../flow/flow.ts';
import { fitOf, meansKinds, type ObjectChoice } from './choose-object.ts';

/**
 * What the bot tells of the one object that a text names when nothing else answers it: the cells of what the text asks,
 * else the card. A question back with options is better than a card, and an app is named beside many questions. Pure.
 */
export function chooseLast(
  objects: readonly KnownObject[],
  reading: ObjectReading,
  without: NoAnswer,
): ObjectChoice | undefined {
  const [object, ...others] = objects;
  if (!object || others.length > 0) return undefined;
  const { choice } = fitOf([object], reading);
  const aspects = choice.aspects.filter((aspect) => {
    const cell = selectCell(object, aspect, choice)?.cell;
    return typeof cell === 'object';
  });
  if (aspects.length > 0) return { ...choice, aspects };
  const hasCard = without !== 'clarify' && !meansKinds.has(object.kind);
  return hasCard ? { objects: [object], aspects: [], conditions: [] } : undefined;
}
