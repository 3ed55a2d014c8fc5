import { readFileSync } from 'node:fs';

/** A process, distinct from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Boot id and start time where the system shows them (Linux). */
  birth: string | undefined;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, birth: readBirth(pid) };
}

/** Whether the process that `identity` describes still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  if (!isRunning(identity.pid)) return false;
  const birth = readBirth(identity.pid);
  return birth === undefined || identity.birth === undefined || birth === identity.birth;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat is the start time since boot; the name in field 2 may itself contain spaces. */
function readBirth(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return state === 'Z' ? 'ended' : `${bootId}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
