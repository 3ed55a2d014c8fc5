import type { TopicDirectory } from '../../content/topic-directory.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import type { AmbiguousPlace, Place } from '../../team/places/place.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import { type NamedPlace, unitOf } from '../../understanding/places/named-place.ts';
import { fitButtons, menuButton, questionButton, replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { type Purpose, place as placeShape } from '../flow/flow-shapes.ts';
import { describePlace, explainPlace, titlesOf } from './place-text.ts';

/** The topic with the answers about places. */
export const placeTopic = 'local-units';
/** With more choices than this the resident types the answer. */
const maxChoices = 4;

/** Replies about places. Each reply that needs an answer opens its step. */
export interface PlaceReplies {
  /** Repeats the remembered home. */
  remembered(ctx: BotContext, place: Place): void;
  /** Tells what the places are today. */
  explain(ctx: BotContext, places: readonly NamedPlace[]): void;
  askWhere(ctx: BotContext, known?: Place): void;
  /** Asks which unit an unknown village is in. */
  askUnit(ctx: BotContext, village: string): void;
  askWhich(
    ctx: BotContext,
    match: Pick<AmbiguousPlace, 'why' | 'typed' | 'candidates'>,
    purpose: Purpose,
  ): void;
}

export function createPlaceReplies(directory: TopicDirectory, names: PlaceNames): PlaceReplies {
  const next = (ctx: BotContext) =>
    fitButtons(directory.listIntents(placeTopic).slice(0, 2).map(questionButton), [menuButton(ctx)]);

  return {
    remembered(ctx, place) {
      ctx.say(ctx.t('place.remembered', { place: describePlace(ctx.t, place) }), { buttons: next(ctx) });
    },
    explain(ctx, places) {
      const [only, ...others] = places;
      const isNews = only && others.length === 0 && unitOf(only) !== ctx.state.placeId;
      const here = isNews ? [setButton(ctx.t('place.i_live_here'), only, { purpose: 'home' })] : [];
      const lines = places.map((place) => explainPlace(ctx.t, names.directory, place));
      ctx.say(lines.join('\n\n'), { buttons: fitButtons(here, next(ctx)) });
    },
    askWhere(ctx, known) {
      ctx.expect(placeShape.call('my-place', 'where'));
      const text = known
        ? ctx.t('place.where_now', { place: describePlace(ctx.t, known) })
        : ctx.t('place.where');
      ctx.say(text, { outcome: 'clarify' });
    },
    askUnit(ctx, village) {
      const units = names.directory.listOn(vietnameseDay(ctx.now)).map((area): Place => ({ area, via: [] }));
      ctx.expect(placeShape.call('my-place', 'unit', { village }));
      const buttons = choices(units, { purpose: 'home', village });
      ctx.say(ctx.t('place.which_unit', { village }), { buttons, outcome: 'clarify' });
    },
    askWhich(ctx, match, purpose) {
      const { candidates, typed } = match;
      ctx.expect(placeShape.call('my-place', 'which', { purpose, candidates: candidates.map(toChoice) }));
      const [only] = candidates;
      if (only && candidates.length === 1) {
        const elsewhere = placeShape.call('my-place', 'not-there', { typed });
        const buttons = [
          saying('yes', setButton(ctx.t('buttons.yes_that'), only, { purpose })),
          saying('no', replyButton(ctx.t('place.elsewhere'), elsewhere)),
        ];
        return ctx.say(ctx.t('place.guess', { place: describePlace(ctx.t, only) }), {
          buttons,
          outcome: 'clarify',
        });
      }
      const text = ctx.t(`place.which.${match.why}`, { name: typed, why: cautionOf(directory, match) });
      ctx.say(text, { buttons: choices(candidates, { purpose }), outcome: 'clarify' });
    },
  };
}

/** The warning in `areas.yaml` about a name that several units share. */
function cautionOf({ areas }: TopicDirectory, { typed }: Pick<AmbiguousPlace, 'typed'>): string {
  const folded = foldText(typed);
  return (
    areas.ambiguous.find(({ name, units }) => units.length > 1 && folded.includes(foldText(name)))?.why ?? ''
  );
}

interface ChoiceParams {
  purpose: Purpose;
  /** An unknown village, as typed. */
  village?: string;
}

function choices(places: readonly Place[], choosing: ChoiceParams) {
  if (places.length > maxChoices) return [];
  const titles = titlesOf(places);
  return places.map((place, at) => setButton(titles[at] as string, place, choosing));
}

function setButton(title: string, place: NamedPlace, { purpose, village }: ChoiceParams) {
  const named = place.village?.name ?? village;
  const data = { unit: unitOf(place), purpose, ...(named ? { village: named } : {}) };
  return replyButton(title, placeShape.call('my-place', 'set', data));
}

function toChoice(place: Place): { unit: string; village?: string } {
  return { unit: unitOf(place), ...(place.village && { village: place.village.name }) };
}
