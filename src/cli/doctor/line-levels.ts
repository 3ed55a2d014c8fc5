export type Level = 'ok' | 'warn' | 'fail';

/** Every line that the doctor can say, with its level. Its words are `operator:doctor.lines.<id>`. */
export const lineLevels = {
  'settings-ok': 'ok',
  'settings-wrong': 'fail',
  'role-without-database': 'fail',
  'no-public-url': 'warn',
  'public-url-not-https': 'fail',
  'node-ok': 'ok',
  'node-too-old': 'fail',
  'env-file-ok': 'ok',
  'env-file-readable': 'fail',
  'clock-ok': 'ok',
  'clock-off': 'warn',
  'clock-wrong': 'fail',
  'zalo-unreachable': 'fail',
  'disk-ok': 'ok',
  'disk-low': 'warn',
  'disk-full': 'fail',
  'data-folder-ok': 'ok',
  'data-folder-new': 'ok',
  'data-folder-not-writable': 'fail',
  'data-folder-readable': 'fail',
  'port-ours': 'ok',
  'port-free': 'warn',
  'port-taken': 'fail',
  'port-not-allowed': 'fail',
  'port-no-such-address': 'fail',
  'address-ok': 'ok',
  'address-silent': 'fail',
  'address-foreign': 'fail',
  'address-shows-metrics': 'fail',
  'database-embedded': 'ok',
  'database-server': 'ok',
  'database-unusable': 'fail',
  'database-too-old': 'fail',
  'database-not-utf8': 'fail',
  'database-not-durable': 'fail',
  'database-few-connections': 'fail',
  'database-connections-used': 'warn',
  'tables-newer': 'fail',
  'tables-older': 'warn',
  'redis-ok': 'ok',
  'redis-unusable': 'fail',
  'redis-too-old': 'fail',
  'redis-evicts': 'fail',
  'redis-no-aof': 'warn',
  'redis-aof-failing': 'fail',
  'redis-memory-used': 'warn',
  'records-unread': 'warn',
  'process-alive': 'ok',
  'process-not-alive': 'fail',
  'key-changed': 'fail',
  'no-oa': 'warn',
  'oa-ok': 'ok',
  'oa-refused': 'fail',
  'oa-consent-over': 'fail',
  'oa-consent-ends': 'warn',
  'oa-token-old': 'warn',
  'oa-no-area': 'warn',
  'event-recent': 'ok',
  'event-never': 'warn',
  'event-long-ago': 'warn',
  'content-ok': 'ok',
  'content-wrong': 'fail',
  'content-overdue': 'warn',
  'content-withheld': 'fail',
  'backup-ok': 'ok',
  'backup-off': 'warn',
  'backup-no-key': 'fail',
  'backup-none': 'warn',
  'backup-old': 'warn',
  'backup-very-old': 'fail',
  'erasures-unlisted': 'warn',
} as const satisfies Record<string, Level>;

export type LineId = keyof typeof lineLevels;

/** One line of the doctor's report. */
export interface Line {
  id: LineId;
  values?: Record<string, string | number>;
}

export function levelOf({ id }: Line): Level {
  return lineLevels[id];
}
