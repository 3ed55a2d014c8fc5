import type { InputKind } from '../conversation/classify-input.ts';
import { type Lane, laneOf } from '../conversation/lanes.ts';
import type { TurnContext } from '../conversation/turn.ts';
import type { Bot } from '../intents/bot.ts';
import type { OpenContext } from '../intents/flow/bot-context.ts';
import type { MemberHandler } from '../member/chat/member-router.ts';
import { warnedSecrets } from '../message.ts';
import type { AddedMessages, ResidentTickets } from '../ticket/resident-ticket-types.ts';
import type { MessageReading } from './read-message.ts';

interface RouteMessageParams {
  turnContext: TurnContext;
  tickets: ResidentTickets;
  open: OpenContext;
  reading: MessageReading;
  /** Handles what a member writes. */
  memberHandler: MemberHandler | undefined;
}

/**
 * Routes a message: a member's goes to the member lane; a resident's is added to the ticket it belongs to, and the
 * bot answers it unless a person does.
 * @returns the outcome
 */
export async function routeMessage(
  bot: Bot,
  { turnContext, tickets, open, reading, memberHandler }: RouteMessageParams,
): Promise<string> {
  if (memberHandler) return memberHandler.handle(open);
  const { conversation, now } = turnContext;
  const { input } = reading;
  const laneBeside = (isClaimed: boolean) => laneOf({ conversation, isMember: false, isClaimed, now });
  const added =
    input.kind === 'tap'
      ? undefined
      : await addMessages(bot, { turnContext, tickets, open, reading, laneBeside });
  const lane = laneBeside(added?.ticket.isClaimed ?? false);
  warnOfSecrets(bot, open);
  if (lane === 'bot' || isCommand(input)) {
    await answerMessage(bot, open, reading);
    if (added && input.kind === 'question') await bot.tellBesideTicket(open, added);
    return open.drafts.at(-1)?.outcome ?? 'unanswered';
  }
  await bot.assistInHumanLane(open, { added, question: reading.question });
  return open.drafts.at(-1)?.outcome ?? 'muted';
}

/** Whether the message answers something that the bot asked or offered. The bot handles it in every lane. */
function isCommand({ kind }: InputKind): boolean {
  return kind === 'tap' || kind === 'step';
}

interface AddMessagesParams extends Omit<RouteMessageParams, 'memberHandler'> {
  /** The lane of the conversation when a member has the ticket, or not. */
  laneBeside(isClaimed: boolean): Lane;
}

function addMessages(
  bot: Bot,
  { turnContext: { turn, now }, tickets, open, reading, laneBeside }: AddMessagesParams,
): Promise<AddedMessages | undefined> {
  const { input, question, understanding, state } = reading;
  const { home } = understanding;
  return tickets.addMessages([...turn.covered, turn.last], {
    home: home && { unitIds: [home.placeId ?? state.placeId ?? []].flat(), village: home.village },
    asksForAnswer: () => turn.covered.length > 0 || !bot.isCourtesy(open),
    belongs(ticket) {
      const isHumanLane = laneBeside(ticket.isClaimed) === 'human';
      return bot.belongsToTicket({ input, question, understanding, state, isHumanLane, now }, ticket);
    },
  });
}

/** Warns about secrets in the message, in every lane. */
function warnOfSecrets(bot: Bot, open: OpenContext): void {
  if (open.ctx.message.secrets.some((secret) => warnedSecrets.has(secret))) bot.warn(open);
}

/** Has the bot answer one message of a resident in the same turn. */
export async function answerMessage(
  bot: Bot,
  open: OpenContext,
  { input, question }: Pick<MessageReading, 'input' | 'question'>,
): Promise<void> {
  switch (input.kind) {
    case 'tap':
      return bot.tap(open, input.meaning);
    case 'step':
      return bot.continueStep(open, input.step);
    case 'media':
      return bot.media(open, question);
    case 'question':
      open.ctx.forgetStep();
      return bot.ask(open, question ?? { kind: 'not-understood' });
  }
}
