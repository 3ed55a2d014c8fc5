import { classifyInput, type InputKind } from '../conversation/classify-input.ts';
import { laneOf } from '../conversation/lanes.ts';
import type { RecentMessage } from '../conversation/outbox.ts';
import type { TurnContext } from '../conversation/turn.ts';
import type { Bot } from '../intents/bot.ts';
import type { OpenContext } from '../intents/intent-handler.ts';
import type { MemberHandler } from '../member/chat/member-router.ts';
import { type MessageEvent, warnedSecrets } from '../message.ts';
import type { ResidentTickets, TicketSummary } from '../ticket/resident-ticket-types.ts';

interface AnswerMessageParams {
  open: OpenContext;
  event: MessageEvent;
  recentMessages: RecentMessage[];
}

interface RouteMessageParams {
  turnContext: TurnContext;
  tickets: ResidentTickets;
  open: OpenContext;
  event: MessageEvent;
  /** A member writes. */
  memberHandler: MemberHandler | undefined;
}

/**
 * A member's message is theirs to handle; a resident's reaches the matter it belongs to, and the bot answers it unless a
 * person does.
 * @returns the outcome
 */
export async function routeMessage(
  bot: Bot,
  { turnContext, tickets, open, event, memberHandler }: RouteMessageParams,
): Promise<string> {
  const { conversation, turn, now } = turnContext;
  if (
    laneOf({ conversation, isMember: memberHandler !== undefined, isClaimed: false, now }) === 'member' &&
    memberHandler
  ) {
    return memberHandler.handle(open);
  }
  const asked = { open, event, recentMessages: turn.recentMessages };
  const reading = readAsked(bot, asked);
  const isCommand = reading.kind === 'tap' || reading.kind === 'step';
  const ticket =
    reading.kind === 'tap' ? undefined : await addMessages(bot, { turnContext, tickets, open, event });
  const lane = laneOf({ conversation, isMember: false, isClaimed: ticket?.isClaimed ?? false, now });
  if (lane === 'bot' || isCommand) {
    await answerMessage(bot, asked, reading);
    return open.drafts.at(-1)?.outcome ?? 'unanswered';
  }
  warnOfSecrets(bot, open);
  await bot.assistInHumanLane(open, ticket);
  return open.drafts.at(-1)?.outcome ?? 'muted';
}

function addMessages(
  bot: Bot,
  { turnContext: { turn }, tickets, open }: Omit<RouteMessageParams, 'memberHandler'>,
): Promise<TicketSummary | undefined> {
  return tickets.addMessages([...turn.covered, turn.last], {
    asksForAnswer: () => turn.covered.length > 0 || !bot.isCourtesy(open),
  });
}

/** What a message is, before it is decided who answers it. */
function readAsked(bot: Bot, { open, event, recentMessages }: AnswerMessageParams): InputKind {
  const { fold, stepAccepts } = bot;
  return classifyInput({ event, recentMessages, step: open.ctx.state.step, fold, stepAccepts });
}

/** Warns of secrets, whoever answers. */
function warnOfSecrets(bot: Bot, open: OpenContext): void {
  if (open.ctx.message.secrets.some((secret) => warnedSecrets.has(secret))) bot.warn(open);
}

/** One message of a resident in the bot lane: has it answered in the same turn. */
export async function answerMessage(
  bot: Bot,
  asked: AnswerMessageParams,
  reading: InputKind = readAsked(bot, asked),
): Promise<void> {
  const { open } = asked;
  warnOfSecrets(bot, open);
  switch (reading.kind) {
    case 'tap':
      return bot.call(open, { ...reading.meaning, data: reading.meaning.data ?? {} });
    case 'step':
      return bot.call(open, reading.step);
    case 'media':
      return bot.media(open);
    case 'question':
      open.ctx.forgetStep();
      return bot.ask(open);
  }
}
