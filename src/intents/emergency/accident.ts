import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Accident } from '../../nlu/phrases/accident.ts';
import { personButton } from '../buttons.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { accident } from '../flow/flow-shapes.ts';
import { emergencyCall } from './emergency-call.ts';
import { showHelpLines } from './help-lines.ts';

/** The help lines to be called at once, the first one first, by their names in the local file. */
const linesFor: Record<Accident, string[]> = {
  fire: ['fire', 'ambulance'],
  rescue: ['fire', 'ambulance'],
  medical: ['ambulance'],
  disaster: ['disaster', 'fire', 'ambulance'],
  missing: ['police', 'children'],
};

/** What is said beside the numbers; the same for all where people must get away first. */
const wordsFor: Partial<Record<Accident, string>> = {
  medical: 'accident.medical',
  missing: 'accident.missing',
};

/** Fire, drowning, a body in danger, a flood: whom to call now and what to say there, before anything else. */
export function createAccident(directory: TopicDirectory): Flow {
  return createFlow(accident, {
    name: 'accident',
    topic: 'online-safety',
    matches: (u) => (u.emergency?.kind === 'accident' ? emergencyCall(u) : undefined),
    handle(ctx, { data }) {
      const kind = data.accident ?? 'rescue';
      ctx.say(
        ctx.t(wordsFor[kind] ?? 'accident.others', { lines: showHelpLines(directory, linesFor[kind]) }),
        { buttons: [personButton(ctx)], outcome: 'answer' },
      );
    },
  });
}
