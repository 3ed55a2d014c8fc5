import { fitButtons, personButton } from '../buttons.ts';
import type { OpenContext } from '../flow/bot-context.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import {
  emergency,
  grievance,
  handoff,
  language,
  media,
  privacy,
  scam,
  secretOffer,
  ticket,
  ticketStatus,
  ticketVillage,
} from '../flow/flow-shapes.ts';

/**
 * What still runs at an OA where the bot is paused: the way to a person and all about the resident's tickets, dangers
 * with their numbers, and the rights to one's own data.
 */
const keptIntents: ReadonlySet<string> = new Set(
  [
    emergency,
    grievance,
    handoff,
    language,
    media,
    privacy,
    scam,
    secretOffer,
    ticket,
    ticketStatus,
    ticketVillage,
  ].flatMap(({ intents }) => [...intents]),
);

export function isKeptWhilePaused({ intent }: IntentCall): boolean {
  return keptIntents.has(intent);
}

/** Says in one line that the bot does not answer here now, with the button for a person. */
export function tellPaused(open: OpenContext): void {
  open.enter({ intent: 'paused' });
  const { ctx } = open;
  ctx.say(ctx.t('paused.text'), { buttons: fitButtons([], [personButton(ctx)]), outcome: 'muted' });
}
