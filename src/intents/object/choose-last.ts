import type { KnownObject } from '../../content/objects/known-object.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import type { Candidate } from '../../nlu/classifier/classifier.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { NoAnswer } from '../flow/flow.ts';
import { fitOf, meansKinds, type ObjectChoice } from './choose-object.ts';

/** As many as a question back offers. */
const maxOptions = 3;

/**
 * What the bot tells of the one object that a text names when nothing else answers it: the cells of what the text asks,
 * else the card. A question back whose options are about something else stays, and an app is named beside many
 * questions. Pure.
 */
export function chooseLast(
  objects: readonly KnownObject[],
  { objects: reading, candidates }: Pick<Understanding, 'objects' | 'candidates'>,
  without: NoAnswer,
): ObjectChoice | undefined {
  const [object, ...others] = objects;
  if (!object || others.length > 0) return undefined;
  if (without === 'clarify' && !isAmong(candidates.slice(0, maxOptions), object)) return undefined;
  const { choice } = fitOf([object], reading);
  const aspects = choice.aspects.filter((aspect) => {
    const cell = selectCell(object, aspect, choice)?.cell;
    return typeof cell === 'object';
  });
  if (aspects.length > 0) return { ...choice, aspects };
  const isWanted = without === 'not-understood' || (without === 'decline' && reading.asksForAll);
  const hasCard = isWanted && !meansKinds.has(object.kind);
  return hasCard ? { objects: [object], aspects: [], conditions: [] } : undefined;
}

function isAmong(candidates: readonly Candidate[], { topic, answers }: KnownObject): boolean {
  return candidates.some((one) => one.topic === topic || one.intent in answers);
}
