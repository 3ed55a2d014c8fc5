import type { Classifier, Example, TrainingData } from '../classifier/classifier.ts';

/** What a signal's learned reader is trained from. */
export interface SignalData {
  /** Ways to say the same, by a name that only people read. */
  meanings: Record<string, string[]>;
  /** Lines of invented people, each with what it tells; `none` for what only sounds alike. */
  examples: { text: string; label: string }[];
  /** More lines that tell something of the kind, without saying what. */
  alike: string[];
  /** Lines of all other business. */
  ordinary: string[];
  /** How often the examples count beside the many other lines, which would drown them. */
  weight: { told: number; none: number };
}

/** The label of lines that tell nothing of the kind. */
export const noSignal = 'none';
const someSignal = 'some';

/** Two heads, each learned by itself: measured, one head for both reads worse. */
export interface SignalHeads<T> {
  /** Whether something of the kind is told at all. */
  detector: T;
  /** What it is, of those that are. */
  kinds: T;
}

/** The examples of both heads. */
export function signalTrainingData(data: SignalData): SignalHeads<TrainingData> {
  const told = data.examples.filter(({ label }) => label !== noSignal);
  const none = data.examples.filter(({ label }) => label === noSignal);
  const rest = { titles: [], brands: [], synonyms: data.meanings };
  return {
    detector: {
      ...rest,
      examples: [
        ...repeat(
          told.map(({ text }) => labelled(text, someSignal)),
          data.weight.told,
        ),
        ...data.alike.map((text) => labelled(text, someSignal)),
        ...repeat(
          none.map(({ text }) => labelled(text, noSignal)),
          data.weight.none,
        ),
        ...data.ordinary.map((text) => labelled(text, noSignal)),
      ],
    },
    kinds: { ...rest, examples: told.map(({ text, label }) => labelled(text, label)) },
  };
}

/** What a text tells, and how sure it is that it tells something of the kind (0..1). */
export interface ReadSignal {
  label: string;
  probability: number;
}

/** @returns undefined for a text with nothing to go by */
export function readSignal(heads: SignalHeads<Classifier>, text: string): ReadSignal | undefined {
  const probability = heads.detector.classify(text).find(({ intent }) => intent === someSignal)?.probability;
  const label = heads.kinds.classify(text)[0]?.intent;
  return probability === undefined || label === undefined ? undefined : { label, probability };
}

function labelled(text: string, label: string): Example {
  return { text, intent: label, topic: label };
}

function repeat<T>(items: T[], times: number): T[] {
  return Array.from({ length: times }, () => items).flat();
}
