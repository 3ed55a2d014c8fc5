import { type Accident, saysAccident } from '../nlu/phrases/accident.ts';
import { type Danger, saysDanger } from '../nlu/phrases/danger.ts';

/** What is answered before anything else that a message says. */
export type Emergency = { kind: 'danger'; danger: Danger } | { kind: 'accident'; accident: Accident };

/** Danger goes before an accident: who is beaten needs a person as well. Pure. */
export function findEmergency(text: string): Emergency | undefined {
  const danger = saysDanger(text);
  if (danger) return { kind: 'danger', danger };
  const accident = saysAccident(text);
  return accident && { kind: 'accident', accident };
}
