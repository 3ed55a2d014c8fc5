import type { Kysely, Transaction } from 'kysely';
import { type AuditActor, recordAudit } from '../audit/audit-log.ts';
import type { OperatorRole } from '../database/console-tables.ts';
import type { Tables } from '../database/schema.ts';
import { loadAreaTree } from '../team/areas/area-store.ts';
import { createOperatorLink, operatorLinkLifeMs } from './operator-links.ts';
import { addOperator, findOperator, forgetFactors, removeOperator } from './operator-store.ts';

interface By {
  by: AuditActor;
  now: number;
}

interface Invitation extends By {
  name: string;
  role: OperatorRole;
  /** For a clerk. */
  areaId: string | undefined;
}

/** A link to hand over, and for whom; or why there is none. */
export type InviteResult =
  | { kind: 'invited'; operatorId: string; token: string }
  | { kind: 'refused'; why: 'no-name' | 'unknown-area' };

const maxName = 100;

/** Adds an operator and makes the link with which they set up their second factor. */
export async function inviteOperator(
  db: Kysely<Tables>,
  { name, role, areaId, by, now }: Invitation,
): Promise<InviteResult> {
  const given = name.trim().normalize('NFC');
  if (given === '' || given.length > maxName) return { kind: 'refused', why: 'no-name' };
  const officeId = role === 'clerk' ? (areaId ?? '') : undefined;
  return db.transaction().execute(async (trx): Promise<InviteResult> => {
    const isKnown = officeId === undefined || (await loadAreaTree(trx)).find(officeId) !== undefined;
    if (!isKnown) return { kind: 'refused', why: 'unknown-area' };
    const operatorId = await addOperator(trx, { name: given, role, areaId: officeId, now });
    if (operatorId === undefined) return { kind: 'refused', why: 'no-name' };
    const token = await createOperatorLink(trx, {
      operatorId,
      kind: 'set-up',
      now,
      lifeMs: operatorLinkLifeMs,
    });
    await recordAudit(trx, { actor: by, action: 'operator-invited', subject: operatorId, now });
    return { kind: 'invited', operatorId, token };
  });
}

interface Order extends By {
  operatorId: string;
}

/**
 * Takes away everything with which an operator signs in, signs them out, and makes a link with which they begin anew.
 * @returns its token; undefined when there is no such operator
 */
export function resetOperator(db: Kysely<Tables>, order: Order): Promise<string | undefined> {
  return ofOperator(db, order, async (trx, { operatorId, by, now }) => {
    await forgetFactors(trx, { operatorId, now });
    await recordAudit(trx, { actor: by, action: 'operator-reset', subject: operatorId, now });
    return createOperatorLink(trx, { operatorId, kind: 'set-up', now, lifeMs: operatorLinkLifeMs });
  });
}

/** A link for one more browser, in which the operator then signs in with a code. @returns its token */
export function linkOperatorBrowser(db: Kysely<Tables>, order: Order): Promise<string | undefined> {
  return ofOperator(db, order, async (trx, { operatorId, by, now }) => {
    await recordAudit(trx, { actor: by, action: 'operator-browser-link', subject: operatorId, now });
    return createOperatorLink(trx, { operatorId, kind: 'browser', now, lifeMs: operatorLinkLifeMs });
  });
}

/** Removes an operator. @returns whether there was one */
export async function dismissOperator(db: Kysely<Tables>, order: Order): Promise<boolean> {
  const removed = await ofOperator(db, order, async (trx, { operatorId, by, now }) => {
    await removeOperator(trx, { operatorId, now });
    await recordAudit(trx, { actor: by, action: 'operator-removed', subject: operatorId, now });
    return operatorId;
  });
  return removed !== undefined;
}

function ofOperator(
  db: Kysely<Tables>,
  order: Order,
  work: (trx: Transaction<Tables>, order: Order) => Promise<string>,
): Promise<string | undefined> {
  return db.transaction().execute(async (trx) => {
    const operator = await findOperator(trx, order.operatorId);
    return operator && work(trx, order);
  });
}
