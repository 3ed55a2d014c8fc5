import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./start-bot.js', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface LogLine {
  level: number;
  msg: string;
  [field: string]: unknown;
}

/** A bot in its own process; a test can kill it at any moment and restart it on the same data. */
export interface BotProcess {
  name: string;
  /**
   * Resolves once the bot accepts deliveries or runs jobs. @throws with its output when it exits before that
   */
  start(): Promise<void>;
  /** SIGKILL: the program gets no chance to clean up. */
  kill(): Promise<void>;
  /** SIGTERM: a clean stop. */
  stop(): Promise<void>;
  /** SIGSTOP; `thaw` sends SIGCONT. */
  freeze(): void;
  thaw(): void;
}

interface BotProcessParts {
  name: string;
  settings: Record<string, string>;
  locales: string;
  onLog?: (line: LogLine) => void;
}

export function createBotProcess({ name, settings, locales, onLog }: BotProcessParts): BotProcess {
  let child: ChildProcess | undefined;

  function spawnBot(): ChildProcess {
    const argv = [entry, locales];
    const { PATH = '', HOME = '' } = process.env;
    const spawned = spawn(process.execPath, argv, {
      cwd: root,
      env: { PATH, HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    if (spawned.stdout)
      createInterface({ input: spawned.stdout }).on('line', (line) => onLog?.(toLogLine(line)));
    return spawned;
  }

  async function endWith(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
  }

  return {
    name,
    async start() {
      child = spawnBot();
      let complaint = '';
      child.stderr?.on('data', (chunk) => {
        complaint = `${complaint}${chunk}`.slice(0, 2_000);
      });
      const started = once(child, 'message');
      const ended = once(child, 'exit').then(([code, signal]) => {
        throw new Error(`${name} ended with ${code ?? signal}: ${complaint}`);
      });
      // The process always exits some day; that is a fault only before it has started.
      ended.catch(() => undefined);
      await Promise.race([started, ended]);
    },
    kill: () => endWith('SIGKILL'),
    stop: () => endWith('SIGTERM'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}

function toLogLine(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return { level: 60, msg: line };
  }
}
