import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { fitButtons, personButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { laterTurn } from '../flow/flow-shapes.ts';
import { nextButtons } from '../object/object-replies.ts';
import { readTurn, readTurnLast, toldBefore } from './read-turn.ts';

interface TurnParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
}

const maxOffered = 4;

/**
 * Answers what leans on the talk: a follow-up from the object of the last answer, something told with a word that it
 * was heard, a misunderstanding with a question of what was unclear.
 */
export function createTurnFlow({ directory, objects }: TurnParts): Flow {
  return createFlow(laterTurn, {
    name: 'later-turn',
    topic: 'objects',
    matches: (u, talk) => readTurn(objects, u, talk),
    matchesLast: (u, talk, without) => readTurnLast(objects, u, { talk, without }),
    handle(ctx, { intent, data }) {
      const object = objects.find(data.object);
      if (!object) throw new Error(`no such object: ${data.object}`);
      ctx.mark('answer');
      ctx.say(
        ctx.t(intent === 'told-more' ? 'later_turn.told_more' : 'later_turn.unclear', { name: object.name }),
        {
          buttons: buttonsOf(ctx, object, { directory, objects }),
          outcome: intent === 'told-more' ? 'smalltalk' : 'clarify',
        },
      );
    },
  });
}

function buttonsOf(ctx: BotContext, object: KnownObject, parts: TurnParts) {
  const telling = { ...parts, object, aspects: [], told: toldBefore(object, ctx) };
  return fitButtons(nextButtons(ctx, telling).slice(0, maxOffered), [personButton(ctx)]);
}
