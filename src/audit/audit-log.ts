import { type Kysely, sql } from 'kysely';
import type { AuditActorKind } from '../database/console-tables.ts';
import type { Tables } from '../database/schema.ts';

/** What is audited; the texts are `console:audit.actions.<action>`. */
export const auditActions = [
  'sign-in',
  'sign-in-failed',
  'sign-in-refused',
  'locked',
  'session-ended',
  'phone-shown',
  'imported',
  'exported',
  'place-mapped',
  'correction-settled',
  'oa-link-made',
  'oa-paused',
  'oa-resumed',
  'topic-paused',
  'topic-resumed',
  'operator-invited',
  'operator-reset',
  'operator-browser-link',
  'operator-removed',
  'passkey-added',
  'passkey-removed',
  'authenticator-added',
  'authenticator-removed',
  'recovery-code-used',
  'recovery-codes-made',
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Who did it. */
export interface AuditActor {
  kind: AuditActorKind;
  /** Id of the member or operator. */
  id: string | null;
}

export const commandLine: AuditActor = { kind: 'command-line', id: null };

interface AuditEntry {
  actor: AuditActor;
  action: AuditAction;
  /** A number or id: of a ticket, an OA, an operator, how many lines of which list. Never a name or what somebody wrote. */
  subject?: string | number | undefined;
  now: number;
}

/** Adds a row to the log. Call it in the transaction of what is logged, where there is one. */
export async function recordAudit(
  db: Kysely<Tables>,
  { actor, action, subject, now }: AuditEntry,
): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      at: now,
      actor_kind: actor.kind,
      actor_id: actor.id,
      action,
      subject: subject === undefined ? null : String(subject),
    })
    .execute();
}

export interface AuditRow {
  id: number;
  at: number;
  actor: AuditActor;
  action: string;
  subject: string | null;
}

interface AuditQuery {
  action?: AuditAction | undefined;
  /** Only rows older than the row with this id. */
  before?: number | undefined;
  limit: number;
}

/** The newest first. */
export async function listAudit(
  db: Kysely<Tables>,
  { action, before, limit }: AuditQuery,
): Promise<AuditRow[]> {
  const rows = await db
    .selectFrom('audit_log')
    .selectAll()
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, at, actor_kind, actor_id, action: what, subject }) => ({
    ...{ id, at, actor: { kind: actor_kind, id: actor_id }, action: what, subject },
  }));
}

/** Removes rows from before `before`, epoch ms. @returns how many */
export async function removeOldAudit(db: Kysely<Tables>, before: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from audit_log where at < ${before}`.execute(db);
  return Number(numAffectedRows);
}
