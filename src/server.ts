import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperatorError } from './errors.ts';

interface ListenAddress {
  port: number;
  host?: string | undefined;
  setting?: string;
}

/**
 * Listens on a port.
 * @param address.host an address of this machine; all of them when absent
 * @param address.setting the setting that the port is from
 * @returns the server and its port (a port of 0 lets the system choose)
 * @throws OperatorError when the port is taken or not allowed
 */
export function listen(
  app: RequestListener,
  { port, host, setting = 'PORT' }: ListenAddress,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer(app).listen({ port, host });
    server.once('listening', () => resolve({ server, port: (server.address() as AddressInfo).port }));
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new OperatorError(whyNot(error.code, { port, host, setting })));
    });
  });
}

function whyNot(code: string | undefined, { port, host, setting }: ListenAddress): string {
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${host}. Set HOST to one that it has.`;
  const why = code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${code})`;
  return `Port ${port} ${why}. Set ${setting} to another one.`;
}

/** Stops accepting requests and waits for those in progress, at most 5 s. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const forced = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(forced);
}
