import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { toldBy } from '../object/choose-by-need.ts';
import { lastObject, toldBefore } from './last-object.ts';

/** Remembers what a message has told of the resident's case, for as long as the talk is about the same object. */
export function rememberCase(objects: ObjectDirectory, ctx: BotContext): void {
  const object = lastObject(objects, ctx);
  if (!object) return;
  const told = toldBy(ctx.understanding, toldBefore(object, ctx));
  const isNothing = told.state === undefined && told.conditions.length === 0;
  ctx.remember({ told: isNothing ? undefined : { object: object.id, ...told } });
}
