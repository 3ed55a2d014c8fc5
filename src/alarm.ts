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
  | 'job-failed'
  | 'ticket-overdue';

/** Tells a person that something needs doing now. `fields` are ids and counts, never personal data. */
export interface Alarm {
  raise(kind: AlarmKind, fields: { oaId?: string; detail?: string }): void;
}

const quietMs = 60 * 60 * 1000;

interface AlarmParts {
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** Where alarms are posted as JSON `{kind, oaId, detail, at}`; only logged when absent. */
  webhookUrl?: string | undefined;
}

/** Logs at ERROR and posts to the operator's address, at most once an hour per kind and OA. */
export function createAlarm({ clock, logger, metrics, webhookUrl }: AlarmParts): Alarm {
  const lastRaisedAt = new Map<string, number>();

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

  return {
    raise(kind, fields) {
      metrics.count('alarms_total', { kind });
      const key = `${kind}/${fields.oaId ?? ''}`;
      const now = clock.now();
      // The clock may have been put back since.
      if (Math.abs(now - (lastRaisedAt.get(key) ?? Number.NEGATIVE_INFINITY)) < quietMs) return;
      lastRaisedAt.set(key, now);
      logger.error({ kind, ...fields }, 'alarm: a person must act');
      void post({ kind, ...fields, at: now });
    },
  };
}
