import { dayMs } from '../../../durations.ts';
import { formatLocalTime } from '../../format-local-time.ts';
import { type Facts, isUnreadable } from '../facts.ts';
import type { Line } from '../line-levels.ts';

/** One daily backup may fail, or run a little late. */
const oldMs = 2 * dayMs;
const veryOldMs = 7 * dayMs;

/** Whether the content is checked and the backups are made. */
export function checkKeeping(facts: Facts): Line[] {
  return [...contentLines(facts), ...backupLines(facts)];
}

function contentLines({ content }: Facts): Line[] {
  if (isUnreadable(content)) return [{ id: 'content-wrong', values: { reason: content.fault } }];
  const { overdue, withheld } = content;
  const lines: Line[] = [];
  if (withheld > 0) lines.push({ id: 'content-withheld', values: { number: withheld } });
  if (overdue > 0) lines.push({ id: 'content-overdue', values: { number: overdue } });
  return lines.length > 0 ? lines : [{ id: 'content-ok' }];
}

function backupLines({ backups, settings, now }: Facts): Line[] {
  if (isUnreadable(settings)) return [];
  const { BACKUP_DIR: folder, BACKUP_KEY: key } = settings;
  if (!folder || !backups) return [{ id: 'backup-off' }];
  if (!key) return [{ id: 'backup-no-key' }];
  const { newestAt, copies, listsErasures } = backups;
  if (newestAt === undefined) return [{ id: 'backup-none', values: { folder } }];
  const values = { at: formatLocalTime(newestAt), copies, folder };
  const age = now - newestAt;
  return [
    { id: age > veryOldMs ? 'backup-very-old' : age > oldMs ? 'backup-old' : 'backup-ok', values },
    ...(listsErasures ? [] : [{ id: 'erasures-unlisted', values: { folder } } satisfies Line]),
  ];
}
