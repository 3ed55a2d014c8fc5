import type { AuditActor } from '../audit/audit-log.ts';
import type { OperatorRole } from '../database/console-tables.ts';

export const operatorRoles = ['clerk', 'administrator'] as const satisfies readonly OperatorRole[];

/** A clerk of an office or an administrator of the installation. */
export interface Operator {
  operatorId: string;
  name: string;
  role: OperatorRole;
  /** The area of a clerk's office; undefined for an administrator. */
  areaId: string | undefined;
  /** Has an authenticator, and how many passkeys. */
  hasAuthenticator: boolean;
  passkeys: number;
  /** Epoch ms; undefined while they are there. */
  removedAt: number | undefined;
  /** After wrong codes no code is taken until then, epoch ms. */
  lockedUntil: number | undefined;
}

/** Whether the second factor is set up. Pure. */
export function hasFactor({ hasAuthenticator, passkeys }: Operator): boolean {
  return hasAuthenticator || passkeys > 0;
}

export function operatorActor(operatorId: string): AuditActor {
  return { kind: 'operator', id: operatorId };
}

const keyPrefix = 'operator:';

/** How an operator is named where otherwise a member is: an id that no member can have. */
export function operatorKey(operatorId: string): string {
  return keyPrefix + operatorId;
}
