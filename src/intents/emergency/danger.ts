import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Danger } from '../../nlu/phrases/danger.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { danger } from '../flow/flow-shapes.ts';
import type { Talk } from '../flow/talk.ts';
import { dangerTopic, type OpenTicketFlow } from '../handoff/open-ticket.ts';
import { emergencyCall } from './emergency-call.ts';
import { showHelpLines } from './help-lines.ts';

/** The help lines to be called at once, by their names in the local file. */
const linesFor: Record<Danger, string[]> = {
  'self-harm': ['ambulance', 'police'],
  violence: ['police', 'ambulance', 'children'],
};
/** So long what they write is heard as coming from the same fear. */
const dangerFollowUpMs = 60 * 60_000;

interface DangerParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

/** Violence and the wish to die: a warm word, the numbers to call now, and a person at once. */
export function createDanger({ directory, openTicket }: DangerParts): Flow {
  return createFlow(danger, {
    name: 'danger',
    topic: 'human',
    matches: (u, talk) => (u.emergency?.kind === 'danger' ? emergencyCall(u) : stillAfraid(u, talk)),
    async handle(ctx, call) {
      if (call.step === undefined) return;
      const kind = call.data.danger;
      ctx.mark(kind);
      const words = call.step === 'stay' ? 'danger.stay' : `danger.${kind}`;
      ctx.say(ctx.t(words, { lines: showHelpLines(directory, linesFor[kind]) }), { outcome: 'handoff' });
      if (call.step === 'stay') return;
      await openTicket(ctx, { kind: 'question', cause: kind, topic: dangerTopic, urgent: true });
    },
  });
}

/**
 * "Tôi sợ lắm", said after they spoke of danger: no question for the classifier. Nor does a "thôi không cần nữa" call
 * off the help that is on its way.
 */
function stillAfraid({ isCry, withdrawal }: Understanding, talk: Talk): IntentCall | undefined {
  return isCry || withdrawal ? recentDangerCall(talk) : undefined;
}

/** The answer to whatever is unclear so soon after somebody spoke of danger; undefined when nobody did. */
export function recentDangerCall({ state, now }: Talk): IntentCall | undefined {
  const kind = (['self-harm', 'violence'] as const).find(
    (one) => now - (state.lastAt[one] ?? 0) < dangerFollowUpMs,
  );
  return kind && danger.call('in-danger', 'stay', { danger: kind });
}
