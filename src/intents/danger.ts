import { saysDanger } from '../nlu/safety/says-danger.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import type { OpenMatter } from './open-matter.ts';
import type { TopicDirectory } from './topic-directory.ts';

export const dangerIntent = 'in-danger';
/** The help lines to be called at once, by their names in the local file. */
const lines = ['police', 'ambulance', 'children'];

interface DangerParts {
  directory: TopicDirectory;
  openMatter: OpenMatter;
}

/** Violence and the wish to die: the numbers to call now, and a person at once. */
export function createDanger({ directory, openMatter }: DangerParts): IntentHandler {
  const { helpLines } = directory.local;
  const shown = lines.flatMap((line) => helpLines[line] ?? []).map(({ name, call }) => `${call}: ${name}`);

  return {
    topic: 'human',
    intents: [dangerIntent],
    recognises: ({ message }) => dangerCall(message.text),
    async handle(ctx: BotContext, { data }: IntentCall) {
      ctx.say(ctx.t('danger.text', { lines: shown.join('\n') }), { outcome: 'handoff' });
      await openMatter(ctx, {
        kind: 'question',
        cause: data.danger ?? 'danger',
        topic: dangerIntent,
        urgent: true,
      });
    },
    accepts: () => false,
  };
}

/** What a message that speaks of danger is answered with, before anything else it says. */
export function dangerCall(text: string): IntentCall | undefined {
  const danger = saysDanger(text);
  return danger && { intent: dangerIntent, data: { danger } };
}
