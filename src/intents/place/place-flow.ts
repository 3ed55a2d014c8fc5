import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Classifier } from '../../nlu/classifier/classifier.ts';
import { detectAddress } from '../../nlu/phrases/form-of-address.ts';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import type { Place, PlaceMatch } from '../../team/places/place.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { homeOf, placeFrom, remember } from './home.ts';
import { type Purpose, placeIntent, placeTopic } from './named-place.ts';
import { type PlaceReading, readPlaces, readVillageName } from './parse-place.ts';
import { createPlaceReplies, type PlaceReplies } from './place-replies.ts';

interface PlaceParts {
  directory: TopicDirectory;
  classifier: Classifier;
  names: PlaceNames;
  /** Takes the place in this message for the matter of this number. */
  settleVillage(ctx: BotContext, number: number): Promise<void>;
}

interface PlaceFlow {
  names: PlaceNames;
  settleVillage: PlaceParts['settleVillage'];
  replies: PlaceReplies;
  read(text: string, options: { day: string; answering?: boolean }): PlaceReading | undefined;
}

/** From here on a text is about something else than the place we asked for. */
const surelyElse = 0.5;

/**
 * Where the resident lives: told in their own words, asked back where it is not clear, remembered, changed by saying
 * so; and which unit a place belongs to today.
 */
export function createPlace({ directory, classifier, names, settleVillage }: PlaceParts): IntentHandler {
  const province = directory.local.office.province;
  const flow: PlaceFlow = {
    names,
    settleVillage,
    replies: createPlaceReplies(directory, names),
    read: (text, options) => readPlaces(text, names, { ...options, province }),
  };
  const isAboutElse = (text: string) => (classifier.classify(text)[0]?.probability ?? 0) >= surelyElse;
  return {
    topic: placeTopic,
    intents: [placeIntent],
    handle: (ctx, call) => handle(flow, ctx, call),
    recognises: (ctx) => recognise(flow, ctx),
    accepts(text, { step, data }) {
      const reading = flow.read(text, { day: data.day ?? '', answering: true });
      if (reading?.kind === 'name' || (reading?.kind === 'home' && reading.isAll)) return true;
      return step === 'where' && readVillageName(text) !== undefined && !isAboutElse(text);
    },
  };
}

/** Takes over what is about a place only; a home told in passing is remembered, and the message read on. */
function recognise(flow: PlaceFlow, ctx: BotContext): IntentCall | undefined {
  const reading = flow.read(ctx.message.text, { day: vietnameseDay(ctx.now) });
  const call: IntentCall = { intent: placeIntent, step: 'read', data: {} };
  switch (reading?.kind) {
    case undefined:
      return undefined;
    case 'home':
      if (reading.isAll || reading.asks) return call;
      if (reading.match?.kind === 'found') remember(ctx, reading.match, reading.village);
      else if (reading.village && !reading.match) ctx.remember({ village: reading.village });
      return undefined;
    case 'question':
      return reading.matches.length > 0 || homeOf(flow.names, ctx) ? call : undefined;
    case 'name':
      return call;
  }
}

function handle(flow: PlaceFlow, ctx: BotContext, call: IntentCall): Promise<void> | void {
  const address = detectAddress(ctx.message.text);
  if (address) ctx.remember({ address });
  ctx.forgetStep();
  switch (call.step) {
    case 'set':
      return settle(
        flow,
        ctx,
        placeFrom(flow.names, ctx, call.data),
        call.data.purpose === 'question' ? 'question' : 'home',
      );
    case 'not-there':
      return keepVillage(flow, ctx, readVillageName(call.data.typed ?? '') ?? call.data.typed ?? '');
    case 'read':
      return actOrSettle(flow, ctx, flow.read(ctx.message.text, { day: vietnameseDay(ctx.now) }));
    case 'where':
    case 'which':
    case 'unit':
      return answered(flow, ctx, call);
    default:
      return flow.replies.askWhere(ctx, homeOf(flow.names, ctx));
  }
}

/** The village that a matter still lacks may come after other things were spoken of. */
async function actOrSettle(
  flow: PlaceFlow,
  ctx: BotContext,
  reading: PlaceReading | undefined,
): Promise<void> {
  const namesVillage = reading?.kind === 'name' || (reading?.kind === 'home' && !reading.asks);
  const match = namesVillage ? reading.match : undefined;
  if (ctx.state.village === undefined && match?.kind === 'found' && match.village) {
    const open = (await ctx.tickets.listOpen()).at(-1);
    if (open) return flow.settleVillage(ctx, open.number);
  }
  return act(flow, ctx, reading);
}

/** A message that came by itself. */
function act(flow: PlaceFlow, ctx: BotContext, reading: PlaceReading | undefined): void {
  const { replies } = flow;
  if (reading?.kind === 'home') return told(flow, ctx, reading);
  if (reading?.kind === 'name') return show(flow, ctx, [reading.match]);
  if (reading?.kind === 'question' && reading.matches.length > 0) return show(flow, ctx, reading.matches);
  const home = homeOf(flow.names, ctx);
  return home ? replies.explain(ctx, [home]) : replies.askWhere(ctx);
}

/** Says what places are today; asks back when only unclear ones were named. */
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

/** The typed answer to a question of ours. */
function answered(flow: PlaceFlow, ctx: BotContext, { step, data }: IntentCall): void {
  const reading = flow.read(ctx.message.text, { day: vietnameseDay(ctx.now), answering: true });
  const match = reading && (reading.kind === 'question' ? reading.matches[0] : reading.match);
  const purpose: Purpose = data.purpose === 'question' ? 'question' : 'home';
  if (!match) {
    const village = reading?.kind === 'home' ? reading.village : readVillageName(ctx.message.text);
    return keepVillage(flow, ctx, village ?? ctx.message.text);
  }
  const chosen =
    step === 'which' ? chosenBy(flow, ctx, { match, candidates: data.candidates ?? '' }) : undefined;
  if (chosen) return settle(flow, ctx, chosen, purpose);
  if (purpose === 'question') return show(flow, ctx, [match]);
  const village = reading.kind === 'home' ? reading.village : undefined;
  return told(flow, ctx, { kind: 'home', match, village: village ?? data.village, isAll: true, asks: false });
}

/** A village we do not know is kept as typed; the unit it lies in is asked. */
function keepVillage({ replies }: PlaceFlow, ctx: BotContext, village: string): void {
  ctx.remember({ village, placeId: undefined });
  replies.askUnit(ctx, village);
}

/** The one of the offered places that lies where the answer says. */
function chosenBy(
  flow: PlaceFlow,
  ctx: BotContext,
  { match, candidates }: { match: PlaceMatch; candidates: string },
): Place | undefined {
  const areas = new Set((match.kind === 'found' ? [match] : match.candidates).map(({ area }) => area.id));
  const places = candidates.split(';').flatMap((one) => {
    const [unit, village = ''] = one.split('/');
    return unit && flow.names.directory.findUnit(unit) ? [placeFrom(flow.names, ctx, { unit, village })] : [];
  });
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
