import type { TopicDirectory } from '../../content/topic-directory.ts';
import { type Accident, saysAccident } from '../../nlu/phrases/accident.ts';
import { personButton } from '../buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { showHelpLines } from './help-lines.ts';

export const accidentIntent = 'accident';
/** The help lines to be called at once, the first one first, by their names in the local file. */
const linesFor: Record<Accident, string[]> = {
  fire: ['fire', 'ambulance'],
  rescue: ['fire', 'ambulance'],
  medical: ['ambulance'],
  disaster: ['disaster', 'fire', 'ambulance'],
  missing: ['police', 'children'],
};

const accidents = Object.keys(linesFor) as Accident[];
/** What is said beside the numbers; the same for all where people must get away first. */
const wordsFor: Partial<Record<Accident, string>> = {
  medical: 'accident.medical',
  missing: 'accident.missing',
};

/** Fire, drowning, a body in danger, a flood: whom to call now and what to say there, before anything else. */
export function createAccident(directory: TopicDirectory): IntentHandler {
  return {
    topic: 'online-safety',
    intents: [accidentIntent],
    recognises: ({ message }) => accidentCall(message.text),
    handle(ctx: BotContext, { data }: IntentCall) {
      const accident = accidents.find((one) => one === data.accident) ?? 'rescue';
      ctx.say(
        ctx.t(wordsFor[accident] ?? 'accident.others', {
          lines: showHelpLines(directory, linesFor[accident]),
        }),
        {
          buttons: [personButton(ctx)],
          outcome: 'answer',
        },
      );
    },
  };
}

/** What a message that speaks of an accident is answered with. */
export function accidentCall(text: string): IntentCall | undefined {
  const accident = saysAccident(text);
  return accident && { intent: accidentIntent, data: { accident } };
}
