import type { AspectName } from '../content/schema/grid.ts';
import type { NeedReading } from '../nlu/needs/need.ts';
import type { DoForMe } from '../nlu/phrases/do-for-me.ts';
import type { ObjectReading } from './read-object.ts';

const onBehalf = 'on-behalf';
/** What residents need to know who have to do it themselves. */
const instead: Readonly<Record<DoForMe['kind'], AspectName>> = {
  act: 'how',
  book: 'how',
  'look-up': 'check',
};

/**
 * What a message needs that wants something done for the speaker: "nộp hộ bác" asks the bot, not whether a relative may
 * act on their behalf.
 */
export function needForSpeaker(need: NeedReading, { kind }: DoForMe): NeedReading {
  const aspect = instead[kind];
  const isMoved = (name: string) => name === onBehalf || name === aspect;
  const probability = need.aspects.reduce((sum, one) => sum + (isMoved(one.name) ? one.probability : 0), 0);
  const others = need.aspects.filter(({ name }) => !isMoved(name));
  return {
    ...need,
    aspects: [...others, ...(probability > 0 ? [{ name: aspect, probability }] : [])].sort(
      (a, b) => b.probability - a.probability,
    ),
    conditions: need.conditions.filter(({ name }) => name !== onBehalf),
  };
}

/** The objects of such a message, and what it asks about them. */
export function objectsForSpeaker(objects: ObjectReading, { kind }: DoForMe): ObjectReading {
  const asked = objects.aspects.map((aspect) => (aspect === onBehalf ? instead[kind] : aspect));
  return {
    ...objects,
    aspects: [...new Set(asked)],
    conditions: objects.conditions.filter((name) => name !== onBehalf),
  };
}
