import { createEmergencyDetector } from '../emergency/create-emergency-detector.ts';
import type { EmergencyModel } from '../emergency/emergency-model.ts';
import { trainEmergency } from '../emergency/train-emergency.ts';
import { type SignalLessons, signalExamples } from './signal-examples.ts';

/** What else is learned of a message besides its intent; each has a file in `locales/<language>/signals/`. */
export const signalNames = ['grief', 'grievance'] as const;
export type SignalName = (typeof signalNames)[number];

export interface WeighedSignal {
  /** Probability that the message carries the signal at all, 0..1. */
  probability: number;
  /** The likeliest label if it does. */
  label: string | undefined;
  /** Whether it contains one of the cues. */
  hasCue: boolean;
}

/** Undefined if no model learned the signal. Pure and deterministic; never throws, whatever the text. */
export type WeighSignal = (text: string) => WeighedSignal | undefined;

export type SignalModels = Partial<Record<SignalName, EmergencyModel>>;

/** Trains a model for each signal, with the features and the method of the emergency model. Deterministic. */
export function trainSignals(lessons: Partial<Record<SignalName, SignalLessons>>): SignalModels {
  return Object.fromEntries(
    Object.entries(lessons).map(([name, each]) => [
      name,
      trainEmergency({ ...each, examples: signalExamples(each) }),
    ]),
  );
}

/** A reader for each trained signal. */
export function createSignalReaders(models: SignalModels): Partial<Record<SignalName, WeighSignal>> {
  return Object.fromEntries(
    Object.entries(models).map(([name, model]) => {
      const { weigh } = createEmergencyDetector(model);
      return [
        name,
        (text: string): WeighedSignal => {
          const { probability, kind, hasCue } = weigh(text);
          return { probability, label: kind, hasCue };
        },
      ];
    }),
  );
}
