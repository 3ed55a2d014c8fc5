import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import { type AspectName, aspectNames } from '../../content/schema/grid.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { Clause, Understanding } from '../../understanding/understanding.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { type AskedOfObject, answers, objectAnswers } from '../flow/flow-shapes.ts';

/** A clause asks for an aspect that is as likely as this in it; with the words of the aspect less is enough. */
const minAsked = { learned: 0.6, said: 0.3 };
/** These are read in many clauses that ask for something else: "xóa được không hay phải làm gì". */
const tooGeneral: ReadonlySet<AspectName> = new Set(['can', 'what', 'how', 'compare', 'why', 'safe']);
/** What a message may ask beside its first question. */
const maxAlso = 2;

type ReadClauses = Pick<Understanding, 'clauses' | 'need' | 'objects'>;

/** The calls for all that a message asks of the object that the given call is about, the given one first. Pure. */
export type AskAll = (call: IntentCall, u: ReadClauses) => [IntentCall, ...IntentCall[]];

/**
 * "Nộp ở đâu, mất tiền không?": what the other clauses of a message ask of the same object is told as well, if a cell
 * of the object says it.
 */
export function createAskAll(objects: ObjectDirectory): AskAll {
  return (call, u) => {
    const [object] = objects.listByIntent(call.intent);
    if (!object || u.clauses.length === 0) return [call];
    const own = objectAnswers.parse(call);
    if (own?.step === 'tell') {
      const { aspects } = own.data;
      const also = aspects.length > 0 ? alsoAsked(object, u, { ...own.data, aspects }) : [];
      if (also.length === 0) return [call];
      const all = aspectNames.filter((name) => aspects.includes(name) || also.includes(name));
      return [{ ...call, data: { ...own.data, aspects: all } }];
    }
    const told = { aspects: object.answers[call.intent] ?? [], conditions: u.objects.conditions };
    // The only question of a message is what the answer of a topic was chosen for.
    const also = u.clauses.length > 1 && answers.parse(call) ? alsoAsked(object, u, told) : [];
    if (also.length === 0) return [call];
    return [call, objectAnswers.call(object.intent, 'tell', { ...told, aspects: also, isBeside: true })];
  };
}

/** The aspects that clauses ask for besides those that are told, of which the object has a text of its own. */
function alsoAsked(object: KnownObject, { clauses }: ReadClauses, told: AskedOfObject): AspectName[] {
  const asked = clauses.flatMap(aspectOf);
  return [...new Set(asked)]
    .filter((aspect) => {
      const selected = selectCell(object, aspect, told);
      return !told.aspects.includes(aspect) && selected?.aspect === aspect && toldIn(selected.cell);
    })
    .slice(0, maxAlso);
}

function aspectOf({ need, aspects }: Clause): AspectName[] {
  const [best] = need.aspects;
  const aspect = aspectNames.find((name) => name === best?.name);
  if (!best || !aspect || tooGeneral.has(aspect)) return [];
  return best.probability >= (aspects.includes(aspect) ? minAsked.said : minAsked.learned) ? [aspect] : [];
}
