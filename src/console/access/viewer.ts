import type { AuditActor } from '../../audit/audit-log.ts';
import { type Operator, operatorActor } from '../../operator/operator.ts';
import type { Caller } from '../../ticket/permissions.ts';
import type { ManagedPage } from './managed-pages.ts';
import type { Session } from './session-store.ts';
import type { Sight } from './sight.ts';

/** Who looks at the console: a member of a team, or an operator. */
export interface Viewer {
  /** The member; for an operator an id that no member has (`operatorKey`). */
  memberId: string;
  name: string;
  /** Undefined for a member. */
  operator: Operator | undefined;
  session: Session;
  sight: Sight;
  /** The pages below *Quản lý* that are open to the viewer. */
  manages: ReadonlySet<ManagedPage>;
  /** What is broken in the installation now, for the top of every page. */
  broken: readonly string[];
  /** For the hidden field of every form. */
  formToken: string;
}

/** Who changes a ticket. */
export function callerOf({ memberId, operator }: Viewer): Caller {
  return operator ? { operator: operator.operatorId } : { memberId };
}

/** Who stands in the audit log. */
export function actorOf({ memberId, operator }: Viewer): AuditActor {
  return operator ? operatorActor(operator.operatorId) : { kind: 'member', id: memberId };
}
