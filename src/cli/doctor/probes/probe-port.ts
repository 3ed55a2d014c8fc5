import { createServer } from 'node:http';
import type { PortState } from '../facts.ts';

/** Whether a bot answers on the port, and if none does, whether one could. */
export async function probePort({
  port,
  host,
}: {
  port: number;
  host?: string | undefined;
}): Promise<PortState> {
  if (await isOurs(`http://${hostInUrl(host)}:${port}`)) return 'ours';
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

function hostInUrl(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function stateOf(code: string | undefined): PortState {
  if (code === 'EADDRNOTAVAIL') return 'no-such-address';
  return code === 'EADDRINUSE' ? 'taken' : 'not-allowed';
}
