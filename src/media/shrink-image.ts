import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pictureFormat } from './picture-format.ts';

/** A large photo takes about a second; a busy machine several times as long. */
const usualLimitMs = 20_000;
const maxMemoryMb = 256;

/**
 * Converts a picture to a JPEG of at most 1 MB without metadata, in a process that is killed when it takes too long: a
 * picture can be made to keep a processor busy for hours.
 * @param limits.entry the program of that process, for a test
 * @returns undefined for bytes that are not a picture of a usual format, are too large or take too long
 */
export async function shrinkImage(
  bytes: Buffer,
  { limitMs = usualLimitMs, entry = entryFile() }: { limitMs?: number; entry?: string } = {},
): Promise<Buffer | undefined> {
  if (pictureFormat(bytes) === undefined) return undefined;
  const child = fork(entry, {
    serialization: 'advanced',
    execArgv: [
      ...(entry.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : []),
      `--max-old-space-size=${maxMemoryMb}`,
    ],
    // None of this program's secrets.
    env: {},
    stdio: 'ignore',
  });
  const killing = setTimeout(() => child.kill('SIGKILL'), limitMs);
  try {
    return await new Promise((resolve) => {
      child.once('message', ({ shrunk }: { shrunk?: Uint8Array }) => resolve(shrunk && Buffer.from(shrunk)));
      child.once('exit', () => resolve(undefined));
      child.once('error', () => resolve(undefined));
      child.send(bytes);
    });
  } finally {
    clearTimeout(killing);
    child.kill('SIGKILL');
  }
}

function entryFile(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./shrink-process.${extension}`, import.meta.url));
}
