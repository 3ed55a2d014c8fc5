import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ReceivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Responder = (request: ReceivedRequest, response: ServerResponse) => void;

/** A real HTTP server on loopback that records its requests. */
export interface LocalServer {
  url: string;
  received: ReceivedRequest[];
  /** How it answers from now on; a test may change it. */
  respond: Responder;
  close(): Promise<void>;
}

export async function startLocalServer(respond: Responder = ok({})): Promise<LocalServer> {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
      const received = {
        method: request.method ?? '',
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body,
      };
      local.received.push(received);
      local.respond(received, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const local: LocalServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    respond,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return local;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Responder {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
}

/** Zalo's success envelope. */
export function ok(data: unknown, headers: Record<string, string> = {}): Responder {
  return json({ data, error: 0, message: 'Success' }, 200, headers);
}

/** Zalo's error envelope, which comes with HTTP 200. */
export function refused(error: number, message = 'refused'): Responder {
  return json({ error, message });
}

/** Accepts the request and never answers. */
export const silence: Responder = () => undefined;

/** Accepts the request and drops the connection. */
export const hangUp: Responder = (_request, response) => {
  response.destroy();
};

/** Uses one responder after another; the last one stays. */
export function inTurn(...responders: Responder[]): Responder {
  let next = 0;
  return (request, response) => {
    const responder = responders[Math.min(next, responders.length - 1)];
    next += 1;
    responder?.(request, response);
  };
}
