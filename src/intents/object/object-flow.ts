import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import { type AspectName, aspectNames } from '../../content/schema/grid.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { ObjectReading } from '../../understanding/read-object.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { type Audience, createAudience } from '../audience.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { type AskedOfObject, objectAnswers, whichObject } from '../flow/flow-shapes.ts';
import { answeredLately, type Talk } from '../flow/talk.ts';
import { sayForWhom } from '../say-for-whom.ts';
import { callOfChoice } from './call-of-choice.ts';
import { chooseByNeed, rankCells } from './choose-by-need.ts';
import { chooseLast } from './choose-last.ts';
import {
  type ChooseObject,
  createChooseObject,
  meansKinds,
  meant,
  type ObjectChoice,
} from './choose-object.ts';
import { askWhich, type CellsParams, composeCells } from './object-replies.ts';

interface ObjectParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
}

/**
 * Answers from the cells of an object: where, with which papers, at what fee, in which state, …; also questions right
 * after an answer about it ("còn lệ phí?").
 */
export function createObjectFlow({ directory, objects }: ObjectParts): Flow {
  const choose = createChooseObject({ directory: objects, general: directory.objectFiles.aspects.general });
  const audience = createAudience(directory);
  return createFlow(objectAnswers, {
    name: 'object-answers',
    topic: 'objects',
    intents: objects.all.map(({ intent }) => intent),
    formerIntents: Object.fromEntries(objects.all.map(({ id, intent }) => [`procedure-${id}`, intent])),
    matchesParts: true,
    matches(u, talk) {
      const choice = match({ objects, choose }, u, talk);
      return choice && callOfChoice(choice);
    },
    matchesLast(u, without) {
      const choice = chooseLast(meant(u.objects, objects), u, without);
      return choice && callOfChoice(choice);
    },
    join: joinAspects,
    async handle(ctx, call) {
      const [object] = objects.listByIntent(call.intent);
      if (!object) throw new Error(`no such object: ${call.intent}`);
      const told = { conditions: [], ...call.data };
      const named = aspectsIn(call.data);
      ctx.remember({ topic: object.topic, intent: object.intent, object: object.id, slot: named.at(-1) });
      ctx.mark('answer');
      const aspects = named.length > 0 ? named : object.card;
      const asked = { directory, objects, object, aspects, told, isBeside: call.data.isBeside };
      const areas = await elsewhereOnly(ctx, audience, asked);
      if (areas !== undefined) return sayForWhom(ctx, areas);
      const { text, buttons } = composeCells(ctx, asked);
      ctx.say(text, { buttons, outcome: 'answer' });
    },
  });
}

/** Asks which of several objects is meant. */
export function createWhichObject(objects: ObjectDirectory): Flow {
  return createFlow(whichObject, {
    name: 'which-object',
    topic: 'objects',
    formerIntents: { 'which-procedure': 'which-object' },
    handle(ctx, { data: { choices = [], ...asked } }) {
      const known = choices.flatMap((id) => objects.find(id) ?? []);
      askWhich(ctx, known, { conditions: [], ...asked, aspects: aspectsIn(asked) });
    },
  });
}

/** A first question of so few words that are all known is read by the lists alone. */
const maxWordsAlone = 8;

/**
 * The lists of names tell a bare name, a whole procedure, and a name that several objects share; what is asked of one
 * object, the classifier reads better.
 */
function isForLists({ named, aspects, state, unknown, asksForAll, words }: ObjectReading): boolean {
  const isShared = named.some((ids) => ids.length > 1);
  if (unknown > 0 || !(asksForAll || words <= maxWordsAlone)) return false;
  return isShared || asksForAll || (aspects.length === 0 && state === undefined);
}

/** A follow-up of at most so many words, of which hardly one is unknown, and the aspect that it surely asks for. */
const followUp = { words: 8, unknown: 1, aspect: 0.8 };
/** The classifier is surer than this of another answer. */
const surelyElse = 0.6;

/** Whether a text surely asks for an aspect of the last object and names no other: "em làm trên VNeID được không". */
function goesOnWith(last: KnownObject, objects: ObjectDirectory, u: Understanding): boolean {
  const { named, words, unknown } = u.objects;
  if (namesOther([last], objects, u) || words > followUp.words || unknown > followUp.unknown) return false;
  const [best] = u.candidates;
  const isElse = best && best.probability >= surelyElse && best.intent !== last.intent;
  const [aspect] = u.need.aspects;
  if (isElse || (named.length === 0 && u.objects.aspects.length > 0)) return false;
  return aspect !== undefined && aspect.probability >= followUp.aspect && rankCells(last, u).length > 0;
}

/** "Thế gửi đơn ở đâu", after an answer about an app: the app is only what something else is done with. */
function isAboutElse({ kind, intent }: KnownObject, { objects, candidates }: Understanding): boolean {
  const [best] = candidates;
  if (kind !== 'app' || objects.named.length > 0 || !best) return false;
  return best.probability >= surelyElse && best.intent !== intent;
}

/** Whether the text names an object that was not spoken of; an app is named beside many questions. */
function namesOther(context: readonly KnownObject[], objects: ObjectDirectory, u: Understanding): boolean {
  return meant(u.objects, objects).some((one) => !context.includes(one) && !meansKinds.has(one.kind));
}

interface MatchParts {
  objects: ObjectDirectory;
  choose: ChooseObject;
}

function match({ objects, choose }: MatchParts, u: Understanding, talk: Talk): ObjectChoice | undefined {
  const reading = u.objects;
  // A follow-up goes on with the object that the answer is most about, rather than asking which one was meant.
  const context = answeredLately(talk) ? objects.listByIntent(talk.state.intent).slice(0, 1) : [];
  const isFresh = context.length === 0 || (namesOther(context, objects, u) && !reading.goesOn);
  if (isFresh && !isForLists(reading)) return undefined;
  if (reading.named.length === 0 && (context.length === 0 || reading.words === 0)) return undefined;
  // A question's own title means that question, unless it asks for an aspect of the last object.
  const goesOn = context.length > 0 && reading.aspects.length > 0 && reading.named.length === 0;
  if (!goesOn && u.name) return undefined;
  const [last] = context;
  if (last && isAboutElse(last, u)) return undefined;
  if (last && goesOnWith(last, objects, u)) return chooseByNeed(last, u);
  const lastAspect = aspectNames.find((aspect) => aspect === talk.state.slot);
  return choose({ reading, context, lastAspect, best: u.candidates[0] });
}

/** The aspects of a stored call, which older versions call slots. */
function aspectsIn({ aspects = [], slots = [] }: Partial<AskedOfObject>): AspectName[] {
  return aspects.length > 0 ? aspects : slots;
}

/** "Cần gì? mất mấy ngày? bao nhiêu tiền?" about one object gets one answer. */
function joinAspects(one: IntentCall, other: IntentCall): IntentCall | undefined {
  const [a, b] = [objectAnswers.parse(one), objectAnswers.parse(other)];
  if (a?.step !== 'tell' || b?.step !== 'tell' || a.intent !== b.intent) return undefined;
  const [first, second] = [aspectsIn(a.data), aspectsIn(b.data)];
  // One of them asks for the card.
  if (first.length === 0 || second.length === 0) return undefined;
  const state = a.data.state ?? b.data.state;
  return objectAnswers.call(a.intent, 'tell', {
    aspects: aspectNames.filter((aspect) => first.includes(aspect) || second.includes(aspect)),
    ...(state && { state }),
    conditions: [...new Set([...a.data.conditions, ...b.data.conditions])],
  });
}

/**
 * The areas for which alone the asked cells hold, when the resident lives elsewhere; undefined when one of the cells
 * holds for them.
 */
async function elsewhereOnly(
  ctx: BotContext,
  audience: Audience,
  { object, aspects, told }: CellsParams,
): Promise<string | undefined> {
  const cells = aspects.flatMap((aspect) => toldIn(selectCell(object, aspect, told)?.cell) ?? []);
  const fits = await Promise.all(cells.map((cell) => audience.fitOf(ctx, cell)));
  const [first] = cells;
  return first && fits.every((fit) => fit === 'others') ? audience.namesOf(first) : undefined;
}
