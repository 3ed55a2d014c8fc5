import { hourMs } from '../../durations.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import type { Place, PlaceMatch } from '../../team/places/place.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import { unitOf } from '../../understanding/places/named-place.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { replyButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { ticketVillage } from '../flow/flow-shapes.ts';
import type { Talk } from '../flow/talk.ts';
import { remember } from '../place/home.ts';
import { isAboutElse } from '../place/is-about-else.ts';
import { describePlace, titlesOf, villageInWords } from '../place/place-text.ts';
import { readBack, receiptText } from './receipt-text.ts';

const maxChoices = 4;

interface Home {
  unitIds: string[];
  village?: string | undefined;
  /** The resident has answered once, and the village is still ambiguous. */
  isAmbiguous?: boolean;
}

/** The resident's home as far as they named it: the former unit and the unit it belongs to today. */
export function toldHome({ directory }: PlaceNames, { state, now }: Talk): Home {
  const { placeId, village } = state;
  if (!placeId || !directory.findUnit(placeId)) return { unitIds: [], village };
  return { unitIds: directory.chainOn(placeId, vietnameseDay(now)).map(({ id }) => id), village };
}

/** Waits for the village of a ticket. @param asksQuestion asks also what it is about @returns the question */
export function askVillage(
  ctx: BotContext,
  { number, isUnitKnown }: TicketReceipt,
  asksQuestion = false,
): string {
  ctx.expect(ticketVillage.call('ticket-village', 'told', { ticket: number }));
  const key = isUnitKnown ? 'handoff.ask_village' : 'handoff.ask_home';
  return ctx.t(asksQuestion ? `${key}_and_question` : key);
}

/** The message wants something with the ticket, and names no place. */
function isAboutTicket(u: Understanding): boolean {
  return Boolean(u.withdrawal || u.ticketQuestion || u.refusesCall || u.wantsPerson || u.isStillNeeded);
}

/** For this long after a ticket was opened, a bare place is where its resident lives. */
const placeTalkMs = 2 * hourMs;

/** "Nhầm, thôn Đông", "cụ ở thôn Đông cơ": a home and hardly a word more. */
function namesTicketPlace(u: Understanding, { state, now }: Talk): boolean {
  const { ticket, answer = 0 } = state.lastAt;
  if (ticket === undefined || ticket < answer || now - ticket > placeTalkMs) return false;
  const { reading } = u.placeAnswer;
  return reading?.kind === 'name' || (reading?.kind === 'home' && reading.isAll && !reading.asks);
}

interface ToldVillage {
  ticket: number;
  /** The bot has already offered a choice. */
  asked?: boolean | undefined;
}

/**
 * Asks for the village of a ticket once. The resident types it, and confirms it with a button where the name is
 * ambiguous.
 */
export function createVillageFlow(names: PlaceNames): Flow {
  async function told(ctx: BotContext, { ticket, asked }: ToldVillage): Promise<void> {
    const { reading, village, pointsAtNothing } = ctx.understanding.placeAnswer;
    const match = reading && (reading.kind === 'question' ? reading.matches[0] : reading.match);
    const typed =
      (reading?.kind === 'home' ? reading.village : undefined) ?? villageNamedLikeUnit(ctx, match);
    if (!match && pointsAtNothing) return askAgain(ctx, ticket);
    if (!match) return keep(ctx, ticket, { village: typed ?? village });
    if (match.kind === 'ambiguous' && !asked) return askWhich(ctx, match, ticket);
    if (match.kind === 'ambiguous') {
      const unitIds = match.candidates.length === 1 ? unitsOf(match.candidates[0]) : [];
      return keep(ctx, ticket, { unitIds, village: match.typed, isAmbiguous: true });
    }
    remember(ctx, match, typed);
    return keep(ctx, ticket, { unitIds: unitsOf(match), village: match.village?.name ?? typed });
  }

  /** The bot asked for a village: of a unit and a village in it with one name, the village is meant. */
  function villageNamedLikeUnit(ctx: BotContext, match: PlaceMatch | undefined): string | undefined {
    if (match?.kind !== 'found' || match.village) return undefined;
    const typed = foldText(ctx.message.text.slice(match.start, match.end));
    return (match.was ?? match.area).villages?.find(({ name }) => foldText(name) === typed)?.name;
  }

  /** "Cái đó" names nothing: the bot asks once more, in other words. */
  function askAgain(ctx: BotContext, ticket: number): void {
    ctx.expect(ticketVillage.call('ticket-village', 'told', { ticket, again: true }));
    ctx.say(ctx.t('handoff.other_village'), { outcome: 'clarify' });
  }

  function unitsOf(place: Place | undefined): string[] {
    if (!place) return [];
    return [unitOf(place), ...place.via.map(({ id }) => id), place.area.id];
  }

  /** The bot asks only once. A resident who does not know gets help all the same. */
  function askWhich(
    ctx: BotContext,
    match: Extract<PlaceMatch, { kind: 'ambiguous' }>,
    ticket: number,
  ): void {
    const places = match.candidates.slice(0, maxChoices);
    const titles = titlesOf(places);
    ctx.expect(ticketVillage.call('ticket-village', 'told', { ticket, asked: true }));
    const [only] = places;
    const text =
      only && places.length === 1
        ? ctx.t('handoff.guess_village', { place: describePlace(ctx.t, only) })
        : ctx.t('handoff.which_village', { name: match.typed });
    const buttons = places.map((place, at) => {
      const set = { ticket, unit: unitOf(place), ...(place.village && { village: place.village.name }) };
      const title = places.length === 1 ? ctx.t('buttons.yes_that') : (titles[at] ?? '');
      return replyButton(title, ticketVillage.call('ticket-village', 'set', set));
    });
    const other = replyButton(
      ctx.t('buttons.other_village'),
      ticketVillage.call('ticket-village', 'other', { ticket }),
    );
    ctx.say(text, { buttons: [...buttons, other], outcome: 'clarify' });
  }

  async function keep(
    ctx: BotContext,
    number: number,
    { unitIds = [], village, isAmbiguous }: Partial<Home>,
  ): Promise<void> {
    ctx.forgetStep();
    const home = {
      unitIds: unitIds.length > 0 ? unitIds : toldHome(names, ctx).unitIds,
      village,
      isAmbiguous,
    };
    if (village !== undefined && unitIds.length === 0) ctx.remember({ village });
    const promise = await ctx.tickets.settlePlace(number, home);
    if (!promise) return ctx.say(ctx.t('acknowledge.text'), { outcome: 'handoff' });
    const place = village ? villageInWords(ctx.t, village) : unitName(unitIds);
    const key = promise.isCorrection && !promise.isClaimed ? 'handoff.place_corrected' : 'handoff.place_kept';
    const words = promise.dueAt === undefined ? 'handoff.place_kept_open' : key;
    const receipt = receiptText(ctx, words, promise, { place });
    const isAsked = ctx.state.lastAt['question-asked'] !== undefined && promise.question === '';
    const rest = isAsked ? ctx.t('handoff.ask_question') : readBack(ctx, promise);
    ctx.say([receipt, rest].filter(Boolean).join('\n\n'), { outcome: 'handoff' });
  }

  /** The resident names a village while the talk is about their ticket, which may have another. */
  async function corrected(ctx: BotContext): Promise<void> {
    const open = (await ctx.tickets.listOpen()).at(-1);
    if (open) return told(ctx, { ticket: open.number, asked: false });
    ctx.say(ctx.t('acknowledge.text'), { outcome: 'smalltalk' });
  }

  const unitName = (unitIds: string[]) => names.directory.findUnit(unitIds[0] ?? '')?.name ?? '';

  return createFlow(ticketVillage, {
    name: 'ticket-village',
    topic: 'human',
    formerIntents: { 'matter-place': 'ticket-village' },
    matches: (u, talk) =>
      namesTicketPlace(u, talk) ? ticketVillage.call('ticket-village', 'corrected') : undefined,
    accepts(call, u) {
      if (isAboutTicket(u)) return false;
      const { reading, village, saysVillage, pointsAtNothing } = u.placeAnswer;
      if (reading?.kind === 'name' || (reading?.kind === 'home' && (reading.isAll || !u.isQuestion)))
        return true;
      if (pointsAtNothing) return !(call.step === 'told' && call.data.again);
      return village !== undefined && (saysVillage || !isAboutElse(u));
    },
    handle(ctx, { step, data }) {
      switch (step) {
        case undefined:
          return;
        case 'set':
          ctx.remember({ placeId: data.unit, village: data.village });
          return keep(ctx, data.ticket, { unitIds: toldHome(names, ctx).unitIds, village: data.village });
        case 'other':
          ctx.expect(ticketVillage.call('ticket-village', 'told', { ticket: data.ticket, asked: true }));
          return ctx.say(ctx.t('handoff.other_village'), { outcome: 'clarify' });
        case 'told':
          return told(ctx, data);
        case 'corrected':
          return corrected(ctx);
      }
    },
  });
}
