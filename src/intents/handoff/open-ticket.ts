import type { TopicDirectory } from '../../content/topic-directory.ts';
import { dayMs } from '../../durations.ts';
import { rankTopics } from '../../nlu/classifier/decide.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import { grievanceTopic, isConfidential } from '../../ticket/model/confidential.ts';
import { saysSomething } from '../../ticket/model/says-something.ts';
import type { OpenTicket, TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { showHelpLines } from '../emergency/help-lines.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { askVillage, toldHome } from './ask-village.ts';
import { readBack, receiptText } from './receipt-text.ts';
import { askConsent, thankForPhone } from './request-phone.ts';

/** Why a person is needed. */
export interface TicketRequest {
  kind: 'question' | 'call-back' | 'media';
  /** Stored in the timeline: `asked`, `not-helped`, `missed-call`, … */
  cause: string;
  topic?: string | undefined;
  /** The open ticket that it is about. */
  joins?: number;
  urgent?: boolean;
  /** Staff write by hand: the bot sends nothing, and the ticket starts only when they stop. */
  waitsForStaff?: boolean;
  /** The key of the text for a new ticket; the text gets `number`, `team` and `when`. */
  words?: string;
}

/** Minimum probability of a topic beside the request for a person, and its share among all topics. */
const minSaid = 0.15;
const minShare = 0.6;

/** Topic of the tickets of residents in danger: violence at home, suicidal thoughts. */
export const dangerTopic = 'in-danger';

/** Hands a request over to a person: tells who answers and by when, and asks for missing details. */
export type OpenTicketFlow = (ctx: BotContext, request: TicketRequest) => Promise<void>;

interface OpenTicketParts {
  names: PlaceNames;
  directory: Pick<TopicDirectory, 'local' | 'findTopic'>;
}

export function createOpenTicket({ names, directory }: OpenTicketParts): OpenTicketFlow {
  const office = directory.local.office.name;
  const lines = showHelpLines(directory, ['police', 'fire', 'ambulance']);

  /** An urgent ticket outside working hours: nobody may read it now, and who does help at night. */
  function urgentOffHours(
    ctx: BotContext,
    { urgent, isOutOfHours, topic }: TicketReceipt,
  ): string | undefined {
    if (!urgent || !isOutOfHours || topic === dangerTopic) return undefined;
    return ctx.t('handoff.urgent_off_hours', { lines });
  }

  return async (ctx, request) => {
    const { kind, cause, urgent, words = 'handoff.opened', waitsForStaff } = request;
    if (ctx.message.anonymous && waitsForStaff) return;
    if (ctx.message.anonymous) {
      return ctx.say(ctx.t('handoff.anonymous', { oa: office }), { outcome: 'handoff' });
    }
    const home = toldHome(names, ctx);
    const open = await ctx.tickets.listOpen();
    const isKept = isAboutPerson(ctx, request, open);
    const needsVillage = home.village === undefined && !isKept;
    const promise = await ctx.tickets.open({
      kind,
      joins: isKept ? open.find(isConfidential)?.number : (request.joins ?? ticketJoined(ctx, request, open)),
      topic: isKept
        ? grievanceTopic
        : (request.topic ?? ctx.state.topic ?? topicSaid(directory, ctx.understanding)),
      cause,
      home,
      urgent: urgent ?? ctx.understanding.isUrgent,
      asksVillage: needsVillage,
      ...(waitsForStaff && { waitsForStaff }),
    });
    if (waitsForStaff) return;
    ctx.remember({ failures: 0 });
    ctx.mark('ticket');
    const isNews = !promise.isJoined || ctx.state.lastAt['question-asked'] !== undefined;
    const asksVillage = isNews && promise.lacksVillage && needsVillage;
    const said = [
      sayReceipt(ctx, promise, words),
      isNews && readBack(ctx, promise),
      !promise.isJoined && urgentOffHours(ctx, promise),
      isNews && request.topic !== dangerTopic && askForMore(ctx, promise, { asksVillage, kind }),
    ];
    ctx.say(said.filter(Boolean).join('\n\n'), { outcome: 'handoff' });
    if (promise.hasPhone && ctx.message.secrets.includes('phone')) return thankForPhone(ctx, promise);
    if (kind === 'call-back') return askConsent(ctx, promise, 'ask');
    if (promise.isOutOfReach && !promise.isJoined) askConsent(ctx, promise, 'ask_out_of_reach');
  };
}

/** Asks in one sentence for what the brief lacks: what it is about, and the village. */
function askForMore(
  ctx: BotContext,
  promise: TicketReceipt,
  { asksVillage, kind }: { asksVillage: boolean; kind: TicketRequest['kind'] },
): string | undefined {
  const asksQuestion = promise.question === '' && kind !== 'media';
  if (asksQuestion) ctx.mark('question-asked');
  else ctx.unmark('question-asked');
  if (asksVillage) return askVillage(ctx, promise, asksQuestion);
  return asksQuestion ? ctx.t('handoff.ask_question') : undefined;
}

/**
 * A resident with an open danger ticket, or who wants a call while any ticket is open, speaks of that ticket: a second
 * one would promise a later time and ask for the village again. So does one who is asked what their ticket is about.
 */
function ticketJoined(
  ctx: BotContext,
  { kind, topic }: TicketRequest,
  open: readonly OpenTicket[],
): number | undefined {
  const isAsked = ctx.state.lastAt['question-asked'] !== undefined && topic !== dangerTopic;
  const isBare = ctx.state.topic === undefined && !saysSomething(ctx.message.text);
  const joinsLast = isAsked || (topic === undefined && (kind === 'call-back' || isBare));
  const inDanger = topic === undefined ? open.find((own) => own.topic === dangerTopic) : undefined;
  return (inDanger ?? (joinsLast ? open.at(-1) : undefined))?.number;
}

/** The topic of the rest of a message that also asks for a person. */
function topicSaid(
  directory: Pick<TopicDirectory, 'findTopic'>,
  { candidates }: Understanding,
): string | undefined {
  const known = rankTopics(candidates.filter(({ topic }) => directory.findTopic(topic) !== undefined));
  const all = known.reduce((sum, { probability }) => sum + probability, 0);
  const [best] = known;
  return best && best.probability >= minSaid && best.probability >= all * minShare ? best.topic : undefined;
}

/**
 * The messages before it go along with a ticket: those about a person never go to a team below. Danger goes to those
 * who are near.
 */
function isAboutPerson(
  { state, now }: BotContext,
  { topic }: TicketRequest,
  open: readonly OpenTicket[],
): boolean {
  if (topic === dangerTopic) return false;
  const isTold = now - (state.lastAt.grievance ?? Number.NEGATIVE_INFINITY) < dayMs;
  return isConfidential({ topic }) || isTold || (topic === undefined && open.some(isConfidential));
}

function sayReceipt(ctx: BotContext, promise: TicketReceipt, words: string): string {
  if (promise.isJoined)
    return receiptText(ctx, promise.dueAt === undefined ? 'handoff.joined_open' : 'handoff.joined', promise);
  const lacksNumber = words === 'handoff.call_me' && !promise.hasPhone;
  return receiptText(ctx, lacksNumber ? 'handoff.call_wanted' : words, promise);
}
