import { type DataFolder, type Facts, isUnreadable } from '../facts.ts';
import type { Line, LineId } from '../line-levels.ts';

/** Zalo's `Date` header has whole seconds, and the answer takes its time. */
const clockSlackMs = 5_000;
const clockWrongMs = 60_000;
const gigabyte = 1024 ** 3;
/** Below this the database may refuse writes within days. */
const lowBytes = 5 * gigabyte;
const fullBytes = gigabyte;

/** The clock, the disk, the port and the public address. */
export function checkMachine(facts: Facts): Line[] {
  const { dataFolder } = facts;
  return [
    clockLine(facts),
    ...(dataFolder ? [diskLine(dataFolder), ...folderLines(dataFolder)] : []),
    ...portLines(facts),
    ...addressLines(facts),
  ];
}

function clockLine({ clockOffMs }: Facts): Line {
  if (isUnreadable(clockOffMs)) return { id: 'zalo-unreachable', values: { reason: clockOffMs.fault } };
  const offMs = Math.abs(clockOffMs);
  const seconds = Math.round(offMs / 1000);
  if (offMs > clockWrongMs) return { id: 'clock-wrong', values: { seconds } };
  return offMs > clockSlackMs ? { id: 'clock-off', values: { seconds } } : { id: 'clock-ok' };
}

function diskLine({ freeBytes, path }: DataFolder): Line {
  const values = { free: (freeBytes / gigabyte).toFixed(1), path };
  if (freeBytes < fullBytes) return { id: 'disk-full', values };
  return { id: freeBytes < lowBytes ? 'disk-low' : 'disk-ok', values };
}

function folderLines({ exists, isWritable, othersMayRead, path }: DataFolder): Line[] {
  const values = { path };
  if (!isWritable) return [{ id: 'data-folder-not-writable', values }];
  if (!exists) return [{ id: 'data-folder-new', values }];
  return [{ id: othersMayRead ? 'data-folder-readable' : 'data-folder-ok', values }];
}

function portLines({ port, settings }: Facts): Line[] {
  if (port === undefined || isUnreadable(settings)) return [];
  return [{ id: `port-${port}` as LineId, values: { port: settings.PORT, host: settings.HOST ?? '*' } }];
}

function addressLines({ address, settings }: Facts): Line[] {
  if (!address || isUnreadable(settings)) return [];
  const url = settings.PUBLIC_URL ?? '';
  const { answer, showsMetrics } = address;
  if (isUnreadable(answer)) return [{ id: 'address-silent', values: { url, reason: answer.fault } }];
  if (answer === 'foreign') return [{ id: 'address-foreign', values: { url } }];
  return [{ id: showsMetrics ? 'address-shows-metrics' : 'address-ok', values: { url } }];
}
