import type { ObjectFiles } from '../content/objects/object-directory.ts';
import type { AspectName } from '../content/schema/grid.ts';
import { type Candidate, sumOf } from '../nlu/classifier/classifier.ts';
import type { NeedReading } from '../nlu/needs/need.ts';

/** How much the aspects weigh against the words of an intent, and what an untold aspect keeps; both measured. */
const weight = 0.4;
const floor = 0.1;
/** How much several likely answers about one object make each of them likelier; measured. */
const pooling = 0.4;
/** How much likelier a name in the text makes what is about its object; measured. */
const named = 2.5;

/** The aspects that each answer of a topic tells of some object. */
export function aspectsByAnswer(
  objects: ObjectFiles['objects'],
): ReadonlyMap<string, ReadonlySet<AspectName>> {
  const told = new Map<string, Set<AspectName>>();
  const add = (intent: string, aspects: readonly AspectName[]) => {
    const known = told.get(intent) ?? new Set();
    for (const aspect of aspects) known.add(aspect);
    told.set(intent, known);
  };
  for (const { answers, say } of objects) {
    for (const [intent, aspects] of Object.entries(answers)) add(intent, aspects);
    for (const [aspect, cell] of Object.entries(say)) {
      if (typeof cell === 'object' && 'intent' in cell) add(cell.intent, [aspect as AspectName]);
    }
  }
  return told;
}

interface Weighing {
  need: NeedReading;
  told: ReadonlyMap<string, ReadonlySet<AspectName>>;
  /** How many objects the text names: each of several is less likely the one that it asks about. */
  names: number;
  /** Whether an intent is about an object that the text names. */
  isNamed(intent: string): boolean;
  /** The object that an intent tells most of; the intent itself without one. */
  subjectOf(intent: string): string;
}

/**
 * Makes an answer likelier whose object the text names or other likely answers are about, and one less likely that does
 * not tell what the text asks for: the fee of a car's registration, when it asks for the steps. Pure.
 */
export function weighByNeed(
  candidates: readonly Candidate[],
  { need: { aspects }, told, names, isNamed, subjectOf }: Weighing,
): readonly Candidate[] {
  const fitOf = (intent: string) => {
    const ofIntent: ReadonlySet<string> | undefined = told.get(intent);
    if (!ofIntent || ofIntent.size === 0 || aspects.length === 0) return 1;
    const fit = aspects.reduce(
      (sum, { name, probability }) => sum + (ofIntent.has(name) ? probability : 0),
      0,
    );
    return (fit + floor) ** weight;
  };
  const factorOf = ({ intent }: Candidate) =>
    fitOf(intent) * (names > 0 && isNamed(intent) ? named ** (1 / names) : 1);
  const weighed = candidates.map((one) => ({ ...one, probability: one.probability * factorOf(one) }));
  const sums = sumBySubject(weighed, subjectOf);
  const pooled = weighed.map((one) => ({
    ...one,
    probability: one.probability * (sums.get(subjectOf(one.intent)) ?? one.probability) ** pooling,
  }));
  const scale = sumOf(candidates) / (sumOf(pooled) || 1);
  return pooled
    .map((one) => ({ ...one, probability: one.probability * scale }))
    .sort((a, b) => b.probability - a.probability);
}

function sumBySubject(
  candidates: readonly Candidate[],
  subjectOf: Weighing['subjectOf'],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { intent, probability } of candidates) {
    const subject = subjectOf(intent);
    sums.set(subject, (sums.get(subject) ?? 0) + probability);
  }
  return sums;
}
