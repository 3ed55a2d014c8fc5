import type { Clock } from './clock.ts';
import { messageOf } from './errors.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';

export type AlarmKind =
  | 'needs-authorisation'
  | 'spool-unavailable'
  /** A file of the spool cannot be read. */
  | 'spool-unreadable'
  | 'unknown-oa'
  | 'wrong-app'
  /** Somebody consented for an OA that the operator did not name. */
  | 'foreign-oa'
  | 'sending-stopped'
  | 'silence'
  /** Residents' messages are accepted and nobody handles them. */
  | 'not-handled'
  /** Many wrong invitation codes at one OA. */
  | 'code-guessing'
  | 'slow-query'
  /** The machine's clock was moved by hand or by a time server. */
  | 'clock-jumped'
  /** The queue's server lost its data: Redis was emptied, or restarted without its file. */
  | 'queue-lost'
  | 'job-failed'
  /** An answer or a solution is overdue, and no higher team is left. */
  | 'ticket-overdue'
  /** Nobody of the root team took it. */
  | 'ticket-unclaimed'
  /** No channel reaches a member who has work waiting, and no lead can call them. */
  | 'member-unreachable';

/** Tells a person that something needs doing now. `fields` are ids and counts, never personal data. */
export interface Alarm {
  raise(kind: AlarmKind, fields: { oaId?: string; detail?: string }): void;
}

/** Alarms about different tickets or members are different alarms. */
const kindsWithSubject: ReadonlySet<AlarmKind> = new Set([
  'ticket-overdue',
  'ticket-unclaimed',
  'member-unreachable',
]);
const quietMs = 60 * 60 * 1000;
/** Details of one post; the rest is counted. */
const maxDetails = 50;

interface AlarmParts {
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** Where alarms are posted as JSON `{kind, oaId, detail, count, at}`; only logged when absent. */
  webhookUrl?: string | undefined;
  /** Runs something later; by default a timer of the process. */
  later?: ((run: () => void, ms: number) => void) | undefined;
}

/** Alarms of one kind and OA since the last post. */
interface Group {
  postedAt: number;
  count: number;
  details: Set<string>;
}

/**
 * Counts and logs every alarm: at ERROR, and repetitions of the same within an hour at WARN. Posts to the operator's
 * address at most once an hour per kind and OA: the first at once, those of the following hour together at its end.
 */
export function createAlarm({ clock, logger, metrics, webhookUrl, later = afterMs }: AlarmParts): Alarm {
  const loggedAt = new Map<string, number>();
  const waiting = new Map<string, Group>();

  async function post(body: object): Promise<void> {
    if (!webhookUrl) return;
    try {
      await fetch(webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(5000),
      });
    } catch (error) {
      logger.warn({ reason: messageOf(error) }, 'the alarm address did not answer');
    }
  }

  function postOrWait(kind: AlarmKind, { oaId, detail }: { oaId?: string; detail?: string }): void {
    const group = waiting.get(`${kind}/${oaId ?? ''}`);
    if (!group) {
      void post({ kind, oaId, detail, count: 1, at: clock.now() });
      return startGroup(kind, oaId);
    }
    group.count += 1;
    if (detail !== undefined) group.details.add(detail);
    // A timer stands still while the machine sleeps.
    if (Math.abs(clock.now() - group.postedAt) >= quietMs) postGroup(group, kind, oaId);
  }

  function startGroup(kind: AlarmKind, oaId: string | undefined): void {
    const group: Group = { postedAt: clock.now(), count: 0, details: new Set() };
    waiting.set(`${kind}/${oaId ?? ''}`, group);
    later(() => postGroup(group, kind, oaId), quietMs);
  }

  function postGroup(group: Group, kind: AlarmKind, oaId: string | undefined): void {
    const key = `${kind}/${oaId ?? ''}`;
    if (waiting.get(key) !== group) return;
    waiting.delete(key);
    const { count, details } = group;
    if (count === 0) return;
    const detail = [...details].slice(0, maxDetails).join('; ') || undefined;
    void post({ kind, oaId, detail, count, at: clock.now() });
    startGroup(kind, oaId);
  }

  return {
    raise(kind, fields) {
      metrics.count('alarms_total', { kind });
      const subject = kindsWithSubject.has(kind) ? `/${fields.detail ?? ''}` : '';
      const key = `${kind}/${fields.oaId ?? ''}${subject}`;
      const now = clock.now();
      // The clock may have been put back since.
      const isRepeated = Math.abs(now - (loggedAt.get(key) ?? Number.NEGATIVE_INFINITY)) < quietMs;
      if (isRepeated) logger.warn({ kind, ...fields }, 'alarm again');
      else {
        loggedAt.set(key, now);
        logger.error({ kind, ...fields }, 'alarm: a person must act');
      }
      postOrWait(kind, fields);
    },
  };
}

function afterMs(run: () => void, ms: number): void {
  setTimeout(run, ms).unref();
}
