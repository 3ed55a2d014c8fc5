import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { toldBy } from '../object/choose-by-need.ts';
import { lastObject, toldBefore, wordsBefore } from './last-object.ts';

/** More of a talk says no more about what it is about. */
const maxWordsLength = 400;

/** Remembers what a message has told of the resident's case, for as long as the talk is about the same object. */
export function rememberCase(objects: ObjectDirectory, ctx: BotContext): void {
  const object = lastObject(objects, ctx);
  if (!object) return;
  const told = toldBy(ctx.understanding, toldBefore(object, ctx));
  const words = [wordsBefore(object, ctx), ctx.understanding.text].filter(Boolean).join('. ');
  ctx.remember({ told: { object: object.id, ...told, words: words.slice(-maxWordsLength) } });
}
