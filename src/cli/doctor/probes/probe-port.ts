import { createServer } from 'node:http';
import { ownUrl } from '../../own-url.ts';
import type { PortState } from '../facts.ts';

/** Whether a bot answers on the port, and if none does, whether one could. */
export async function probePort({
  port,
  host,
}: {
  port: number;
  host?: string | undefined;
}): Promise<PortState> {
  if (await isOurs(ownUrl({ port, host }))) return 'ours';
  return new Promise((resolve) => {
    const server = createServer().listen({ port, host });
    server.once('listening', () => server.close(() => resolve('free')));
    server.once('error', (error: NodeJS.ErrnoException) => resolve(stateOf(error.code)));
  });
}

/** Whether what answers at an address is a bot like this one. @returns false also when nobody answers */
export async function isOurs(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3000) });
    return ((await response.json()) as { status?: unknown }).status === 'ok';
  } catch {
    return false;
  }
}

function stateOf(code: string | undefined): PortState {
  if (code === 'EADDRNOTAVAIL') return 'no-such-address';
  return code === 'EADDRINUSE' ? 'taken' : 'not-allowed';
}
