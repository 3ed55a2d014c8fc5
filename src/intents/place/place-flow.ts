import type { TopicDirectory } from '../../content/topic-directory.ts';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import type { Place, PlaceMatch } from '../../team/places/place.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import { type PlaceReading, readVillageName } from '../../understanding/places/parse-place.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { type PlaceCall, type Purpose, place as placeShape } from '../flow/flow-shapes.ts';
import type { Talk } from '../flow/talk.ts';
import { homeOf, placeFrom, remember } from './home.ts';
import { isAboutElse } from './is-about-else.ts';
import { createPlaceReplies, type PlaceReplies, placeTopic } from './place-replies.ts';

interface PlaceParts {
  directory: TopicDirectory;
  names: PlaceNames;
  /** Stores the place in this message on the ticket with this number. */
  settleVillage(ctx: BotContext, number: number): Promise<void> | void;
}

interface PlaceFlow {
  names: PlaceNames;
  settleVillage: PlaceParts['settleVillage'];
  replies: PlaceReplies;
}

/**
 * The resident's home: named in their own words, asked back where it is ambiguous, remembered, and changed when they
 * say so. Also tells which unit a place belongs to today.
 */
export function createPlace({ directory, names, settleVillage }: PlaceParts): Flow {
  const flow: PlaceFlow = { names, settleVillage, replies: createPlaceReplies(directory, names) };
  return createFlow(placeShape, {
    name: 'place',
    topic: placeTopic,
    matches: (u, talk) => match(names, u, talk),
    handle: (ctx, call) => handle(flow, ctx, call),
    accepts({ step }, u) {
      const { reading, village } = u.placeAnswer;
      if (reading?.kind === 'name' || (reading?.kind === 'home' && reading.isAll)) return true;
      return step === 'where' && village !== undefined && !isAboutElse(u);
    },
  });
}

/**
 * Claims a message that is only about a place. The bot remembers a home mentioned in passing and reads the message
 * on.
 */
function match(names: PlaceNames, { place }: Understanding, talk: Talk): IntentCall | undefined {
  const call = placeShape.call('my-place', 'read');
  switch (place?.kind) {
    case undefined:
      return undefined;
    case 'home':
      return place.isAll || place.asks ? call : undefined;
    case 'question':
      return place.matches.length > 0 || homeOf(names, talk) ? call : undefined;
    case 'name':
      return call;
  }
}

function handle(flow: PlaceFlow, ctx: BotContext, call: PlaceCall): Promise<void> | void {
  ctx.forgetStep();
  switch (call.step) {
    case undefined:
      return flow.replies.askWhere(ctx, homeOf(flow.names, ctx));
    case 'set':
      return settle(flow, ctx, placeFrom(flow.names, ctx, call.data), call.data.purpose);
    case 'not-there':
      return keepVillage(flow, ctx, readVillageName(call.data.typed) ?? call.data.typed);
    case 'read':
      return actOrSettle(flow, ctx, ctx.understanding.place);
    case 'where':
    case 'which':
    case 'unit':
      return answered(flow, ctx, call);
  }
}

/** The resident may name the village of a ticket after other topics came up, for the first time or another one. */
async function actOrSettle(
  flow: PlaceFlow,
  ctx: BotContext,
  reading: PlaceReading | undefined,
): Promise<void> {
  const namesVillage = reading?.kind === 'name' || (reading?.kind === 'home' && !reading.asks);
  const match = namesVillage ? reading.match : undefined;
  const isNews = ctx.state.village === undefined || reading?.kind === 'home';
  if (isNews && match?.kind === 'found' && match.village) {
    const open = (await ctx.tickets.listOpen()).at(-1);
    if (open) return flow.settleVillage(ctx, open.number);
  }
  return act(flow, ctx, reading);
}

/** Handles a message that answers no question of ours. */
function act(flow: PlaceFlow, ctx: BotContext, reading: PlaceReading | undefined): void {
  const { replies } = flow;
  if (reading?.kind === 'home') return told(flow, ctx, reading);
  if (reading?.kind === 'name') return show(flow, ctx, [reading.match]);
  if (reading?.kind === 'question' && reading.matches.length > 0) return show(flow, ctx, reading.matches);
  const home = homeOf(flow.names, ctx);
  return home ? replies.explain(ctx, [home]) : replies.askWhere(ctx);
}

/** Tells what the places are today; asks back when all of them are ambiguous. */
function show({ replies }: PlaceFlow, ctx: BotContext, matches: PlaceMatch[]): void {
  const found = matches.filter((match) => match.kind === 'found');
  if (found.length > 0) return replies.explain(ctx, found);
  for (const match of matches)
    if (match.kind === 'ambiguous') return replies.askWhich(ctx, match, 'question');
}

/** The resident said where they live. */
function told(flow: PlaceFlow, ctx: BotContext, reading: Extract<PlaceReading, { kind: 'home' }>): void {
  const { match, village, asks } = reading;
  const { replies, names } = flow;
  if (!match) {
    const [near] = names.find(village ?? '', { day: vietnameseDay(ctx.now), answering: true });
    if (near) return told(flow, ctx, { ...reading, match: near, village: undefined });
    return keepVillage(flow, ctx, village ?? '');
  }
  if (match.kind === 'ambiguous') return replies.askWhich(ctx, match, 'home');
  if (match.village?.confidence === 'name-only') {
    const typed = ctx.message.text.slice(match.start, match.end);
    return replies.askWhich(
      ctx,
      { why: 'alike', typed: typed || match.village.name, candidates: [match] },
      'home',
    );
  }
  remember(ctx, match, village);
  if (asks) return replies.explain(ctx, [match]);
  return repeat(flow, ctx);
}

type OpenCall = Extract<PlaceCall, { step: 'where' | 'which' | 'unit' }>;

/** The resident's typed answer to our question. */
function answered(flow: PlaceFlow, ctx: BotContext, call: OpenCall): void {
  const { reading, village: typed } = ctx.understanding.placeAnswer;
  const match = reading && (reading.kind === 'question' ? reading.matches[0] : reading.match);
  if (!match) {
    const village = reading?.kind === 'home' ? reading.village : typed;
    return keepVillage(flow, ctx, village ?? ctx.message.text);
  }
  if (call.step === 'which') {
    const chosen = chosenBy(flow, ctx, { match, candidates: call.data.candidates });
    if (chosen) return settle(flow, ctx, chosen, call.data.purpose);
    if (call.data.purpose === 'question') return show(flow, ctx, [match]);
  }
  const asked = call.step === 'unit' ? call.data.village : undefined;
  const village = (reading.kind === 'home' ? reading.village : undefined) ?? asked;
  return told(flow, ctx, { kind: 'home', match, village, isAll: true, asks: false });
}

/** Stores an unknown village as typed and asks for its unit. */
function keepVillage({ replies }: PlaceFlow, ctx: BotContext, village: string): void {
  ctx.remember({ village, placeId: undefined });
  replies.askUnit(ctx, village);
}

/** The offered place that lies in the area of the answer. */
function chosenBy(
  { names }: PlaceFlow,
  ctx: BotContext,
  {
    match,
    candidates,
  }: { match: PlaceMatch; candidates: readonly { unit: string; village?: string | undefined }[] },
): Place | undefined {
  const areas = new Set((match.kind === 'found' ? [match] : match.candidates).map(({ area }) => area.id));
  const places = candidates
    .filter(({ unit }) => names.directory.findUnit(unit))
    .map((choice) => placeFrom(names, ctx, choice));
  const fitting = places.filter(({ area }) => areas.has(area.id));
  const [chosen] = fitting;
  const saysLess = chosen && !chosen.was && !chosen.village && match.kind === 'found';
  return fitting.length === 1 && !saysLess ? chosen : undefined;
}

function settle(flow: PlaceFlow, ctx: BotContext, place: Place, purpose: Purpose): void {
  if (purpose === 'question') return flow.replies.explain(ctx, [place]);
  remember(ctx, place, undefined);
  return repeat(flow, ctx);
}

function repeat(flow: PlaceFlow, ctx: BotContext): void {
  const home = homeOf(flow.names, ctx);
  if (home) flow.replies.remembered(ctx, home);
}
