import { dayMs, hourMs, minuteMs } from '../../../durations.ts';
import { formatLocalTime } from '../../format-local-time.ts';
import { type Facts, isUnreadable, type OaFacts, type RecordFacts } from '../facts.ts';
import type { Line } from '../line-levels.ts';

/** A worker writes down every five minutes that it lives. */
const aliveMs = 15 * minuteMs;
/** An administrator needs time to give a new consent. */
const consentEndsSoonMs = 14 * dayMs;
/** Tokens are refreshed before they end; one that ended long ago says that nobody does. */
const tokenOldMs = hourMs;
const silentMs = dayMs;

/** The connected Official Accounts, and whether anything arrives from them. */
export function checkRecords({ records, now }: Facts): Line[] {
  if (records === undefined) return [];
  if (isUnreadable(records)) return [{ id: 'records-unread', values: { reason: records.fault } }];
  const { oas, keyFault } = records;
  return [
    processLine(records, now),
    ...(keyFault === undefined ? [] : [{ id: 'key-changed', values: { reason: keyFault } } satisfies Line]),
    ...(oas.length === 0 ? [{ id: 'no-oa' } satisfies Line] : []),
    ...oas.flatMap((oa) => [...oaLines(oa, { now, isOnly: oas.length === 1 }), eventLine(oa, now)]),
  ];
}

function processLine({ aliveAt }: RecordFacts, now: number): Line {
  const isAlive = aliveAt !== undefined && now - aliveAt < aliveMs;
  const at = aliveAt === undefined ? '-' : formatLocalTime(aliveAt);
  return { id: isAlive ? 'process-alive' : 'process-not-alive', values: { at } };
}

function oaLines(oa: OaFacts, { now, isOnly }: { now: number; isOnly: boolean }): Line[] {
  const { tokenState, refreshExpiresAt, accessExpiresAt } = oa;
  const values = { oa: nameOf(oa), id: oa.oaId };
  if (tokenState !== 'ok') return [{ id: 'oa-refused', values }];
  const lines: Line[] = [];
  if (refreshExpiresAt !== null && refreshExpiresAt <= now + consentEndsSoonMs) {
    const days = Math.ceil((refreshExpiresAt - now) / dayMs);
    const isOver = refreshExpiresAt <= now;
    lines.push({ id: isOver ? 'oa-consent-over' : 'oa-consent-ends', values: { ...values, days } });
  } else if (accessExpiresAt !== null && accessExpiresAt < now - tokenOldMs) {
    lines.push({ id: 'oa-token-old', values: { ...values, at: formatLocalTime(accessExpiresAt) } });
  }
  if (oa.areaId === null && !isOnly) lines.push({ id: 'oa-no-area', values });
  return lines.length > 0 ? lines : [{ id: 'oa-ok', values }];
}

function eventLine(oa: OaFacts, now: number): Line {
  const values = { oa: nameOf(oa) };
  if (oa.lastEventAt === null) return { id: 'event-never', values };
  const id = now - oa.lastEventAt > silentMs ? 'event-long-ago' : 'event-recent';
  return { id, values: { ...values, at: formatLocalTime(oa.lastEventAt) } };
}

function nameOf({ oaId, name }: OaFacts): string {
  return name ?? oaId;
}
