import type { Intents } from '../intents/intents.ts';
import type { MessageEvent } from '../message.ts';
import type { OpenContext } from './create-context.ts';
import type { SaidRow } from './outbox.ts';
import { readMessage } from './read-message.ts';

/** A phone number is no secret that needs a warning: people give it so that they can be called. */
const warnedSecrets = new Set(['otp', 'password', 'pin', 'card', 'national-id']);

interface Asked {
  open: OpenContext;
  event: MessageEvent;
  said: SaidRow[];
}

/** One message of a resident in the bot lane: reads it, warns about secrets, and has it answered in the same turn. */
export async function answerMessage(intents: Intents, { open, event, said }: Asked): Promise<void> {
  const { ctx } = open;
  const reading = readMessage({
    event,
    said,
    step: ctx.state.step,
    fold: intents.fold,
    stepAccepts: intents.stepAccepts,
  });
  if (ctx.message.secrets.some((secret) => warnedSecrets.has(secret))) intents.warn(open);
  switch (reading.kind) {
    case 'tap':
      return intents.call(open, { ...reading.meaning, data: reading.meaning.data ?? {} });
    case 'step':
      return intents.call(open, reading.step);
    case 'media':
      return intents.media(open);
    case 'question':
      ctx.forgetStep();
      return intents.ask(open);
  }
}
