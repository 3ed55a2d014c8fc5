import { type Facts, isUnreadable } from '../facts.ts';
import type { Line } from '../line-levels.ts';

const minNode = [20, 19] as const;

/** The settings, the file they are in, and the Node that runs them. */
export function checkSettings(facts: Facts): Line[] {
  return [...settingLines(facts), ...envFileLines(facts), nodeLine(facts)];
}

function settingLines({ settings }: Facts): Line[] {
  if (isUnreadable(settings)) return [{ id: 'settings-wrong', values: { reason: settings.fault } }];
  const lines: Line[] = [];
  if (settings.ROLE !== 'all' && !settings.DATABASE_URL) {
    lines.push({ id: 'role-without-database', values: { role: settings.ROLE } });
  }
  if (!settings.PUBLIC_URL) lines.push({ id: 'no-public-url' });
  else if (settings.ORIGIN === 'real' && !settings.PUBLIC_URL.startsWith('https://')) {
    lines.push({ id: 'public-url-not-https' });
  }
  return lines.length > 0 ? lines : [{ id: 'settings-ok' }];
}

function envFileLines({ envFileIsReadable }: Facts): Line[] {
  if (envFileIsReadable === undefined) return [];
  return [{ id: envFileIsReadable ? 'env-file-readable' : 'env-file-ok' }];
}

function nodeLine({ nodeVersion: version }: Facts): Line {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const isOld = major < minNode[0] || (major === minNode[0] && minor < minNode[1]);
  return { id: isOld ? 'node-too-old' : 'node-ok', values: { version, needed: minNode.join('.') } };
}
