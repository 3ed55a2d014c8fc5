import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { wholeCell } from '../../content/objects/whole-cell.ts';
import type { AspectName, ConditionName, StateName } from '../../content/schema/grid.ts';
import type { Cell } from '../../content/schema/object.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';

/** A text that the bot may tell: a cell of an object, or an answer of a topic. */
export interface TellableText {
  /** Its place in the list of all texts. */
  number: number;
  /** The object that it tells of; an answer about none has none. */
  object: KnownObject | undefined;
  /** What it tells of the object: one aspect of a cell; none of an answer about no object. */
  aspects: readonly AspectName[];
  state: StateName | undefined;
  conditions: readonly ConditionName[];
  /** The answer of a topic that it is. */
  intent: string | undefined;
  /** An answer that tells an aspect for all objects alike. */
  isGeneral: boolean;
  /** A cell that says who knows what is not known here. */
  isUnknown: boolean;
  text: string;
}

/** Every text, those of objects object by object. */
export function listTexts(directory: TopicDirectory, objects: ObjectDirectory): TellableText[] {
  const answerText = (intent: string) => {
    const { title, answer, steps = [], after } = directory.findIntent(intent) ?? {};
    return [title, answer, ...steps, after].filter(Boolean).join('. ');
  };
  const ofObjects = objects.all.flatMap((object) => {
    const cells = cellsOf(object, answerText);
    const inCells = new Set(cells.map(({ intent }) => intent));
    const answers = Object.entries(object.answers)
      .filter(([intent]) => !inCells.has(intent))
      .map(([intent, aspects]) => ({ ...plain, object, aspects, intent, text: answerText(intent) }));
    return [...cells, ...answers];
  });
  const others = directory.topics
    .flatMap(({ topic }) => directory.listIntents(topic))
    .filter(({ id }) => objects.listByIntent(id).length === 0)
    .map(({ id }) => ({ ...plain, object: undefined, aspects: [], intent: id, text: answerText(id) }));
  const general = new Set(Object.values(directory.objectFiles.aspects.general).flat());
  return [...ofObjects, ...others].map((text, number) => ({
    ...text,
    number,
    isGeneral: text.intent !== undefined && general.has(text.intent),
  }));
}

const plain = { state: undefined, conditions: [], isUnknown: false };

function cellsOf(
  object: KnownObject,
  answerText: (intent: string) => string,
): Omit<TellableText, 'number' | 'isGeneral'>[] {
  const groups = [{ state: undefined, conditions: [], say: object.say }, ...object.variants];
  return groups.flatMap(({ state, conditions, say }) =>
    (Object.entries(say) as [AspectName, Cell][])
      .filter(([, cell]) => cell !== 'n/a')
      .map(([aspect, cell]) => {
        const intent = typeof cell === 'object' && 'intent' in cell ? cell.intent : undefined;
        const told = toldIn(cell);
        const text = told ? wholeCell(told) : intent ? answerText(intent) : '';
        const aspects = intent === undefined ? [aspect] : (object.answers[intent] ?? [aspect]);
        return { object, aspects, state, conditions, intent, isUnknown: cell === 'unknown', text };
      }),
  );
}
