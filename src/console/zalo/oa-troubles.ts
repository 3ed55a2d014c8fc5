import type { WorkingCalendar } from '../../calendar/working-hours.ts';
import { dayMs, hourMs } from '../../durations.ts';
import type { OaFacts } from './read-oas.ts';

/** Something about an OA that a person should act on; its texts are `console:zalo.troubles.<kind>`. */
export interface OaTrouble {
  kind:
    | 'needs-authorisation'
    | 'token-ends'
    | 'sending-stopped'
    | 'quota'
    | 'paused'
    | 'window-closed'
    | 'content'
    | 'silence'
    | 'no-area';
  /** Broken: residents or members notice. Otherwise worth a look. */
  isBroken: boolean;
  values?: Record<string, string | number>;
}

const soonMs = 7 * dayMs;
/** As long as the alarm for silence waits. */
const silenceMs = 2 * hourMs;

/** What is not well with an OA, the worst first. Pure. */
export function troublesOf(
  oa: OaFacts,
  { now, officeHours }: { now: number; officeHours: WorkingCalendar },
): OaTrouble[] {
  const { failures, refreshEndsAt } = oa;
  const troubles: OaTrouble[] = [];
  const isDead = refreshEndsAt !== null && refreshEndsAt <= now;
  if (oa.tokenState === 'needs-authorisation' || isDead) {
    troubles.push({ kind: 'needs-authorisation', isBroken: true });
  } else if (refreshEndsAt !== null && refreshEndsAt - now < soonMs) {
    const days = Math.ceil((refreshEndsAt - now) / dayMs);
    troubles.push({ kind: 'token-ends', isBroken: false, values: { days } });
  }
  if (oa.stopped !== undefined) {
    troubles.push({ kind: 'sending-stopped', isBroken: true, values: { detail: oa.stopped } });
  }
  if (failures.quota) troubles.push({ kind: 'quota', isBroken: true, values: { count: failures.quota } });
  if (oa.isPaused) troubles.push({ kind: 'paused', isBroken: true });
  for (const kind of ['window-closed', 'content'] as const) {
    const count = failures[kind];
    if (count) troubles.push({ kind, isBroken: false, values: { count } });
  }
  const heardAt = oa.lastEventAt ?? oa.connectedAt;
  const isSilent = officeHours.isWorking(now) && officeHours.workingMsBetween(heardAt, now) > silenceMs;
  if (isSilent) troubles.push({ kind: 'silence', isBroken: false });
  if (oa.areaId === null) troubles.push({ kind: 'no-area', isBroken: false });
  return troubles;
}
