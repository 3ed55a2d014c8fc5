import { vietnameseDay } from '../../team/areas/area-directory.ts';
import type { Place, PlaceMatch } from '../../team/places/place.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import { replyButton } from '../buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { remember } from '../place/home.ts';
import { unitOf } from '../place/named-place.ts';
import { pointsAtNothing, readPlaces, readVillageName, saysItIsVillage } from '../place/parse-place.ts';
import { describePlace, titlesOf, villageInWords } from '../place/place-text.ts';
import { receiptValues } from './receipt-text.ts';

export const villageIntent = 'matter-place';
const maxChoices = 4;

interface Home {
  unitIds: string[];
  village?: string | undefined;
  /** Asked once, and still it may be one of several. */
  isAmbiguous?: boolean;
}

/** Where the resident lives as far as they told us: the unit that was and the one it belongs to today. */
export function toldHome({ directory }: PlaceNames, { state, now }: BotContext): Home {
  const { placeId, village } = state;
  if (!placeId || !directory.findUnit(placeId)) return { unitIds: [], village };
  return { unitIds: directory.chainOn(placeId, vietnameseDay(now)).map(({ id }) => id), village };
}

/** Waits for the village of a matter. @returns the question */
export function askVillage(ctx: BotContext, { number, isUnitKnown }: TicketReceipt): string {
  expectPlace(ctx, { ticket: String(number) });
  return ctx.t(isUnitKnown ? 'handoff.ask_village' : 'handoff.ask_home');
}

function expectPlace(ctx: BotContext, data: Record<string, string>): void {
  const day = vietnameseDay(ctx.now);
  const startedAt = ctx.message.occurredAt;
  ctx.remember({ step: { intent: villageIntent, step: 'told', data: { ...data, day }, startedAt } });
}

interface PlaceParts {
  names: PlaceNames;
  province: string;
  /** Whether a text is surely about something else than the place we asked for. */
  isAboutElse(text: string): boolean;
}

/** The village of a matter, asked for once: typed, confirmed by a button where the name is not clear. */
export function createVillageFlow({ names, province, isAboutElse }: PlaceParts): IntentHandler {
  const read = (text: string, day: string) => readPlaces(text, names, { day, answering: true, province });

  async function told(ctx: BotContext, { data }: IntentCall): Promise<void> {
    const reading = read(ctx.message.text, data.day ?? vietnameseDay(ctx.now));
    const match = reading && (reading.kind === 'question' ? reading.matches[0] : reading.match);
    const typed = reading?.kind === 'home' ? reading.village : undefined;
    const number = Number(data.ticket);
    if (!match && pointsAtNothing(ctx.message.text)) return askAgain(ctx, data);
    if (!match) return keep(ctx, number, { village: typed ?? readVillageName(ctx.message.text) });
    if (match.kind === 'ambiguous' && !data.asked) return askWhich(ctx, match, data);
    if (match.kind === 'ambiguous') {
      const unitIds = match.candidates.length === 1 ? unitsOf(match.candidates[0]) : [];
      return keep(ctx, number, { unitIds, village: match.typed, isAmbiguous: true });
    }
    remember(ctx, match, typed);
    return keep(ctx, number, { unitIds: unitsOf(match), village: match.village?.name ?? typed });
  }

  /** "Cái đó" names nothing: asked once more, in other words. */
  function askAgain(ctx: BotContext, { ticket = '' }: Record<string, string>): void {
    expectPlace(ctx, { ticket, again: 'yes' });
    ctx.say(ctx.t('handoff.other_village'), { outcome: 'clarify' });
  }

  function unitsOf(place: Place | undefined): string[] {
    if (!place) return [];
    return [unitOf(place), ...place.via.map(({ id }) => id), place.area.id];
  }

  /** Asked once only: who does not know is helped all the same. */
  function askWhich(
    ctx: BotContext,
    match: Extract<PlaceMatch, { kind: 'ambiguous' }>,
    data: Record<string, string>,
  ): void {
    const places = match.candidates.slice(0, maxChoices);
    const titles = titlesOf(places);
    const { ticket = '' } = data;
    expectPlace(ctx, { ticket, asked: 'yes' });
    const [only] = places;
    const text =
      only && places.length === 1
        ? ctx.t('handoff.guess_village', { place: describePlace(ctx.t, only) })
        : ctx.t('handoff.which_village', { name: match.typed });
    const buttons = places.map((place, at) => {
      const set = { ticket, unit: unitOf(place), ...(place.village && { village: place.village.name }) };
      const title = places.length === 1 ? ctx.t('buttons.yes_that') : (titles[at] ?? '');
      return replyButton(title, { intent: villageIntent, step: 'set', data: set });
    });
    const other = replyButton(ctx.t('buttons.other_village'), {
      intent: villageIntent,
      step: 'other',
      data: { ticket },
    });
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
    const key = promise.dueAt === undefined ? 'handoff.place_kept_open' : 'handoff.place_kept';
    ctx.say(ctx.t(key, { ...receiptValues(ctx, promise), place }), { outcome: 'handoff' });
  }

  const unitName = (unitIds: string[]) => names.directory.findUnit(unitIds[0] ?? '')?.name ?? '';

  return {
    topic: 'human',
    intents: [villageIntent],
    accepts(text, { data }) {
      const reading = read(text, data.day ?? '');
      if (reading?.kind === 'name' || (reading?.kind === 'home' && reading.isAll)) return true;
      if (pointsAtNothing(text)) return !data.again;
      return readVillageName(text) !== undefined && (saysItIsVillage(text) || !isAboutElse(text));
    },
    handle(ctx, call) {
      const { ticket = '', unit, village } = call.data;
      if (call.step === 'set') {
        ctx.remember({ placeId: unit, village });
        return keep(ctx, Number(ticket), { unitIds: toldHome(names, ctx).unitIds, village });
      }
      if (call.step === 'other') {
        expectPlace(ctx, { ticket, asked: 'yes' });
        return ctx.say(ctx.t('handoff.other_village'), { outcome: 'clarify' });
      }
      return told(ctx, call);
    },
  };
}
