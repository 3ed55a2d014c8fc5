import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { capitalised } from '../../nlu/text/first-letter.ts';
import { fitButtons, personButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { type LaterTurnCall, laterTurn } from '../flow/flow-shapes.ts';
import { nextButtons } from '../object/object-replies.ts';
import { toldBefore } from './last-object.ts';
import { readTurn } from './read-turn.ts';

interface TurnParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
}

const maxOffered = 4;

/**
 * Answers what leans on the talk: a follow-up from the object of the last answer, something told with a word that it
 * was heard, a misunderstanding with a question of what was unclear.
 */
export function createTurnFlow(parts: TurnParts): Flow {
  const { directory, objects } = parts;
  const reading = { objects, general: directory.objectFiles.aspects.general };
  return createFlow(laterTurn, {
    name: 'later-turn',
    topic: 'objects',
    matchesInTalk: (u, talk, decided) => readTurn(reading, u, { talk, decided }),
    handle(ctx, call) {
      const object = objects.find(call.data.object);
      if (!object) throw new Error(`no such object: ${call.data.object}`);
      ctx.mark('answer');
      ctx.say(textOf(ctx, object, { call, objects }), {
        buttons: buttonsOf(ctx, object, parts),
        outcome: call.intent === 'told-more' ? 'smalltalk' : 'clarify',
      });
    },
  });
}

function textOf(
  { t, message }: BotContext,
  object: KnownObject,
  { call, objects }: { call: LaterTurnCall; objects: ObjectDirectory },
): string {
  const { name } = object;
  if (call.intent === 'told-more') {
    // The same words twice in a row say that nobody listens.
    const isAgain = message.follows?.outcome === 'smalltalk';
    const who = objects.knower(object);
    return t(isAgain ? 'later_turn.told_again' : 'later_turn.told_more', { name, who });
  }
  if (call.intent === 'unclear') return t('later_turn.unclear', { name });
  const what = t(`object.label.${call.data.aspect}`);
  const unknown = t('object.unknown', { what, What: capitalised(what), who: objects.knower(object) });
  return [t('object.about', { name }), unknown].join('\n\n');
}

function buttonsOf(ctx: BotContext, object: KnownObject, parts: TurnParts) {
  const telling = { ...parts, object, aspects: [], told: toldBefore(object, ctx) };
  return fitButtons(nextButtons(ctx, telling).slice(0, maxOffered), [personButton(ctx)]);
}
