import type { PlaceNames } from '../../team/places/place-names.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { askVillage, toldHome } from './ask-village.ts';
import { receiptText } from './receipt-text.ts';
import { askConsent, thankForPhone } from './request-phone.ts';

/** Why a person is needed. */
export interface TicketRequest {
  kind: 'question' | 'call-back' | 'media';
  /** Stored in the timeline: `asked`, `not-helped`, `missed-call`, … */
  cause: string;
  topic?: string | undefined;
  urgent?: boolean;
  /** Staff write by hand: the bot sends nothing, and the ticket starts only when they stop. */
  waitsForStaff?: boolean;
  /** The key of the text for a new ticket; the text gets `number`, `team` and `when`. */
  words?: string;
}

/** Topic of the tickets of residents in danger: violence at home, suicidal thoughts. */
export const dangerTopic = 'in-danger';

/** Hands a request over to a person: tells who answers and by when, and asks for missing details. */
export type OpenTicketFlow = (ctx: BotContext, request: TicketRequest) => Promise<void>;

/** @param office the name of the office, for visitors who cannot get an answer later */
export function createOpenTicket(names: PlaceNames, office: string): OpenTicketFlow {
  return async (ctx, request) => {
    const { kind, cause, urgent, words = 'handoff.opened', waitsForStaff } = request;
    if (ctx.message.anonymous && waitsForStaff) return;
    if (ctx.message.anonymous) {
      return ctx.say(ctx.t('handoff.anonymous', { oa: office }), { outcome: 'handoff' });
    }
    const home = toldHome(names, ctx);
    const promise = await ctx.tickets.open({
      kind,
      topic: request.topic ?? (await topicOf(ctx, request)),
      cause,
      home,
      urgent: urgent ?? ctx.understanding.isUrgent,
      asksVillage: home.village === undefined,
      ...(waitsForStaff && { waitsForStaff }),
    });
    if (waitsForStaff) return;
    ctx.remember({ failures: 0 });
    ctx.mark('ticket');
    const asksVillage = !promise.isJoined && promise.lacksVillage && home.village === undefined;
    const said = [sayReceipt(ctx, promise, words), ...(asksVillage ? [askVillage(ctx, promise)] : [])];
    ctx.say(said.join('\n\n'), { outcome: 'handoff' });
    if (promise.hasPhone && ctx.message.secrets.includes('phone')) return thankForPhone(ctx, promise);
    if (kind === 'call-back') return askConsent(ctx, promise, 'ask');
    if (promise.isOutOfReach && !promise.isJoined) askConsent(ctx, promise, 'ask_out_of_reach');
  };
}

/**
 * A resident with an open danger ticket, or who wants a call while any ticket is open, speaks of that ticket: a second
 * one would promise a later time and ask for the village again.
 */
async function topicOf(ctx: BotContext, { kind }: TicketRequest): Promise<string | undefined> {
  const open = await ctx.tickets.listOpen();
  const joined =
    open.find(({ topic }) => topic === dangerTopic) ?? (kind === 'call-back' ? open.at(-1) : undefined);
  return joined ? (joined.topic ?? undefined) : ctx.state.topic;
}

function sayReceipt(ctx: BotContext, promise: TicketReceipt, words: string): string {
  if (promise.isJoined)
    return receiptText(ctx, promise.dueAt === undefined ? 'handoff.joined_open' : 'handoff.joined', promise);
  const lacksNumber = words === 'handoff.call_me' && !promise.hasPhone;
  return receiptText(ctx, lacksNumber ? 'handoff.call_me_no_number' : words, promise);
}
