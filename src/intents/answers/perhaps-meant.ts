import type { KnownIntent } from '../../content/intent-types.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import { wholeCell } from '../../content/objects/whole-cell.ts';
import { type Ageing, ageOf } from '../../content/review-age.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { BotContext, OpenContext } from '../flow/bot-context.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { objectAnswers } from '../flow/flow-shapes.ts';

interface Told {
  directory: TopicDirectory;
  objects: ObjectDirectory;
}

/** A text that is told below an answer. */
interface Below {
  heading: string;
  text: string;
  carried: Ageing;
}

/** Zalo takes 2,000 characters; some lines are added later. */
const maxReply = 1_800;

/**
 * Says below an answer what the resident may have meant instead, where two texts are about as likely. Says nothing
 * where the reply is no answer or would be too long, and nothing outdated.
 * @param from position of the answer's first draft
 */
export function tellPerhapsMeant(
  told: Told,
  { ctx, drafts }: OpenContext,
  { from, call }: { from: number; call: IntentCall },
): void {
  const reply = drafts.slice(from).at(-1);
  if (reply?.content.kind !== 'text' || reply.outcome !== 'answer') return;
  const below = cellBelow(told, ctx, call) ?? answerBelow(told, ctx, call);
  if (!below || ageOf(below.carried, told.directory, ctx.now).state !== 'fresh') return;
  const text = [reply.content.text, below.heading, below.text].join('\n\n');
  if (text.length <= maxReply) reply.content = { ...reply.content, text };
}

function cellBelow({ objects }: Told, ctx: BotContext, call: IntentCall): Below | undefined {
  const [object] = objects.listByIntent(call.intent);
  const asked = objectAnswers.parse(call);
  if (!object || asked?.step !== 'tell') return undefined;
  const [aspect] = asked.data.aspects;
  const cell = aspect && toldIn(selectCell(object, aspect, asked.data)?.cell);
  if (!aspect || !cell || !isForAll(cell)) return undefined;
  const what = ctx.t(`object.label.${aspect}`);
  const isSame = ctx.state.object === object.id;
  return {
    heading: isSame ? ctx.t('object.beside', { what }) : ctx.t('object.perhaps', { what, name: object.name }),
    text: wholeCell(cell),
    carried: objects.carrying([cell]),
  };
}

function answerBelow({ directory }: Told, { t }: BotContext, call: IntentCall): Below | undefined {
  const intent = directory.findIntent(call.intent);
  if (!intent || !isForAll(intent)) return undefined;
  return {
    heading: t('answer.perhaps', { title: intent.title }),
    text: wholeCell({ first: intent.answer, body: undefined, steps: intent.steps }),
    carried: intent,
  };
}

/** What holds only for some areas is told where it was asked for, with their names. */
function isForAll({ audience }: Pick<KnownIntent, 'audience'>): boolean {
  return audience === undefined;
}
