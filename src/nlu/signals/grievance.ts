import type { Classifier } from '../classifier/classifier.ts';
import { cuedGrievance } from './grievance-cues.ts';
import { normalise } from './normalise.ts';
import { readSignal, type SignalHeads } from './two-step-reader.ts';

/** Against whom or what a grievance is: people in office, money asked for, a threat, the volunteer team. */
export const grievanceKinds = ['officer', 'bribe', 'threat', 'team'] as const;
export type GrievanceKind = (typeof grievanceKinds)[number];

export interface Grievance {
  kind: GrievanceKind;
  /** How sure it is that a grievance is told at all, 0..1. */
  probability: number;
}

/** A message → the grievance that it tells; complaints about services are none. Pure once its heads are trained. */
export type GrievanceReader = (text: string) => Grievance | undefined;

/** Both measured: how sure the heads have to be by themselves, and beside cues of a person and what they did. */
const sureAlone = 0.55;
const sureWithCue = 0.02;

export function createGrievanceReader(heads: SignalHeads<Classifier>): GrievanceReader {
  return (text) => {
    const read = readSignal(heads, text);
    if (read === undefined) return undefined;
    const cued = cuedGrievance(normalise(text));
    const kind = cued ?? grievanceKinds.find((each) => each === read.label);
    if (kind === undefined || read.probability < (cued ? sureWithCue : sureAlone)) return undefined;
    return { kind, probability: read.probability };
  };
}
