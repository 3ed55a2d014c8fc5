import type { KnownIntent } from '../content/intent-types.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import { inSentence } from '../nlu/text/first-letter.ts';
import { type AreaDirectory, createAreaDirectory } from '../team/areas/area-directory.ts';
import type { BotContext } from './flow/bot-context.ts';

/** Whether an answer holds for a resident: `perhaps` where their area is not known well enough. */
export type AudienceFit = 'theirs' | 'perhaps' | 'others';

/** An answer or a cell that may hold only for some areas. */
type ForSome = Pick<KnownIntent, 'audience'>;

/** Decides which answers hold for a resident: by the home they named, else by the area of the OA. */
export interface Audience {
  fitOf(ctx: BotContext, answer: ForSome): Promise<AudienceFit>;
  /** Leaves out answers that hold only elsewhere. */
  keepTheirs(ctx: BotContext, intents: readonly KnownIntent[]): Promise<KnownIntent[]>;
  /** The areas that an answer holds for, as part of a sentence. */
  namesOf(answer: ForSome): string;
}

export function createAudience(directory: TopicDirectory): Audience {
  const areas = createAreaDirectory(directory.areas);

  async function fitOf(ctx: BotContext, { audience }: ForSome): Promise<AudienceFit> {
    if (audience === undefined) return 'theirs';
    return audienceFit(areas, audience, ctx.state.placeId ?? (await ctx.tickets.unitOfOa()));
  }

  return {
    fitOf,
    async keepTheirs(ctx, intents) {
      const kept: KnownIntent[] = [];
      for (const intent of intents) if ((await fitOf(ctx, intent)) !== 'others') kept.push(intent);
      return kept;
    },
    namesOf: ({ audience = [] }) => audience.map((id) => inSentence(areas.getUnit(id).name)).join(', '),
  };
}

/**
 * Pure.
 * @param audience ids of units, including the areas below them; undefined for everybody
 * @param area the resident's unit or area of the tree; undefined when unknown
 */
export function audienceFit(
  areas: AreaDirectory,
  audience: readonly string[] | undefined,
  area: string | undefined,
): AudienceFit {
  if (audience === undefined) return 'theirs';
  // Villages of the area tree have ids that begin with the id of their unit.
  const home = areas.findUnit(area?.split('.')[0] ?? '')?.id;
  if (home === undefined) return 'perhaps';
  if (audience.some((id) => id === home || areas.isWithin(home, id))) return 'theirs';
  return audience.some((id) => areas.isWithin(id, home)) ? 'perhaps' : 'others';
}
