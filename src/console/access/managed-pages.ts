import type { Operator } from '../../operator/operator.ts';

/** The pages below *Quản lý*, in the order of their list. */
const managedPages = ['reports', 'zalo', 'import', 'places', 'corrections', 'operators', 'audit'] as const;

export type ManagedPage = (typeof managedPages)[number];

/** What a clerk does for the areas of the own office. */
const ofClerks: readonly ManagedPage[] = ['reports', 'import', 'places', 'corrections'];
/** Whoever runs the installation without a second factor neither lets others in nor reads what they did. */
const ofRootDesk: readonly ManagedPage[] = ['reports', 'zalo', 'import', 'places', 'corrections'];

/** Which of these pages exist for a viewer. Pure. */
export function managedBy({
  operator,
  isRootDesk,
}: {
  operator: Operator | undefined;
  isRootDesk: boolean;
}): ReadonlySet<ManagedPage> {
  if (operator) return new Set(operator.role === 'administrator' ? managedPages : ofClerks);
  return new Set(isRootDesk ? ofRootDesk : []);
}
