import { type Reading, readMessage } from '../conversation/classify-input.ts';
import { laneOf } from '../conversation/lanes.ts';
import type { SaidRow } from '../conversation/outbox.ts';
import type { Deciding } from '../conversation/turn.ts';
import type { Intents } from '../intents/bot.ts';
import type { OpenContext } from '../intents/intent-handler.ts';
import type { MemberVisit } from '../member/chat/member-router.ts';
import type { MessageEvent } from '../message.ts';
import type { TicketDesk, TicketRef } from '../ticket/resident-ticket-types.ts';

/** A phone number is no secret that needs a warning: people give it so that they can be called. */
const warnedSecrets = new Set(['otp', 'password', 'pin', 'card', 'national-id']);

interface Asked {
  open: OpenContext;
  event: MessageEvent;
  said: SaidRow[];
}

interface Listening {
  deciding: Deciding;
  desk: TicketDesk;
  open: OpenContext;
  event: MessageEvent;
  /** A member writes. */
  visit: MemberVisit | undefined;
}

/**
 * A member's message is theirs to handle; a resident's reaches the matter it belongs to, and the bot answers it unless a
 * person does.
 * @returns the outcome
 */
export async function answerOrListen(
  intents: Intents,
  { deciding, desk, open, event, visit }: Listening,
): Promise<string> {
  const { held, turn, now } = deciding;
  if (laneOf({ held, isMember: visit !== undefined, isClaimed: false, now }) === 'member' && visit) {
    return visit.take(open);
  }
  const asked = { open, event, said: turn.said };
  const reading = readAsked(intents, asked);
  const isCommand = reading.kind === 'tap' || reading.kind === 'step';
  const matter = reading.kind === 'tap' ? undefined : await hear(intents, { deciding, desk, open, event });
  const lane = laneOf({ held, isMember: false, isClaimed: matter?.isClaimed ?? false, now });
  if (lane === 'bot' || isCommand) {
    await answerMessage(intents, asked, reading);
    return open.drafts.at(-1)?.outcome ?? 'unanswered';
  }
  warnOfSecrets(intents, open);
  await intents.besidePerson(open, matter);
  return open.drafts.at(-1)?.outcome ?? 'muted';
}

function hear(
  intents: Intents,
  { deciding: { turn }, desk, open }: Omit<Listening, 'visit'>,
): Promise<TicketRef | undefined> {
  return desk.hear([...turn.covered, turn.last], {
    asksForAnswer: () => turn.covered.length > 0 || !intents.isCourtesy(open),
  });
}

/** What a message is, before it is decided who answers it. */
function readAsked(intents: Intents, { open, event, said }: Asked): Reading {
  const { fold, stepAccepts } = intents;
  return readMessage({ event, said, step: open.ctx.state.step, fold, stepAccepts });
}

/** Warns of secrets, whoever answers. */
function warnOfSecrets(intents: Intents, open: OpenContext): void {
  if (open.ctx.message.secrets.some((secret) => warnedSecrets.has(secret))) intents.warn(open);
}

/** One message of a resident in the bot lane: has it answered in the same turn. */
export async function answerMessage(
  intents: Intents,
  asked: Asked,
  reading: Reading = readAsked(intents, asked),
): Promise<void> {
  const { open } = asked;
  warnOfSecrets(intents, open);
  switch (reading.kind) {
    case 'tap':
      return intents.call(open, { ...reading.meaning, data: reading.meaning.data ?? {} });
    case 'step':
      return intents.call(open, reading.step);
    case 'media':
      return intents.media(open);
    case 'question':
      open.ctx.forgetStep();
      return intents.ask(open);
  }
}
