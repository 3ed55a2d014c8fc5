import type { EmergencyKind } from '../../content/schema/emergencies.ts';

/** The help line that every office has. */
const ambulance = 'ambulance';

/** A kind by its id. */
export type EmergencyKinds = Readonly<Record<string, EmergencyKind>>;

/** What to tell a resident in danger first. */
export interface FirstWords {
  /** The kind whose line is right for all candidates; undefined if there is none. */
  fitting: string | undefined;
  /** Names of the help lines: the first one of each candidate, then all others of the likeliest. */
  call: string[];
  /** Names of the help lines that the first line names. */
  first: string[];
}

/**
 * Chooses the first words when it may be any of the candidates, likeliest first. If no candidate's line is right for
 * all, the resident reads the first number of each candidate, the ambulance's too as somebody may be hurt, and an
 * instruction that is right for any. Pure.
 */
export function chooseFirstWords(candidates: readonly string[], kinds: EmergencyKinds): FirstWords {
  const known = candidates.filter((id) => id in kinds);
  const fitting = known.find((id) => known.every((other) => isRightFor(id, other, kinds)));
  if (fitting !== undefined) {
    const call = kinds[fitting]?.call ?? [];
    return { fitting, call, first: call.slice(0, 1) };
  }
  const first = unique([...known.flatMap((id) => kinds[id]?.call[0] ?? []), ambulance]);
  return { fitting, first, call: unique([...first, ...known.flatMap((id) => kinds[id]?.call ?? [])]) };
}

/** Whether the first line of one kind has the number of another and an instruction that does no harm there. */
export function isRightFor(id: string, other: string, kinds: EmergencyKinds): boolean {
  return id === other || (kinds[id]?.alike.includes(other) ?? false);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
