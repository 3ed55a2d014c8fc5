import http from 'node:http';
import https from 'node:https';

export type WebhookAnswer =
  | { outcome: 'answered'; status: number }
  | { outcome: 'timeout' }
  | { outcome: 'unreachable' };

interface WebhookRequest {
  url: string;
  body: Buffer;
  headers: Record<string, string>;
  /** Real milliseconds, from the start of the request to the end of the answer. */
  timeoutMs: number;
}

export interface WebhookClient {
  /** Never rejects: a failure is an answer too. */
  post(request: WebhookRequest): Promise<WebhookAnswer>;
  close(): void;
}

/** Posts over keep-alive connections. Ignores the answer's body, as Zalo does. */
export function createWebhookClient({ maxSockets }: { maxSockets: number }): WebhookClient {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets }),
    'https:': new https.Agent({ keepAlive: true, maxSockets }),
  };

  function post(request: WebhookRequest): Promise<WebhookAnswer> {
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    return new Promise((resolve) => {
      const sent = (secure ? https : http).request(url, {
        method: 'POST',
        agent: secure ? agents['https:'] : agents['http:'],
        headers: { ...request.headers, 'Content-Length': request.body.length },
      });
      const timer = setTimeout(() => {
        resolve({ outcome: 'timeout' });
        sent.destroy();
      }, request.timeoutMs);
      const finish = (answer: WebhookAnswer): void => {
        clearTimeout(timer);
        resolve(answer);
      };
      sent.on('response', (response) => {
        response.resume();
        response.on('end', () => finish({ outcome: 'answered', status: response.statusCode ?? 0 }));
        response.on('error', () => finish({ outcome: 'unreachable' }));
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        // The server closed an idle connection just as we took it: it got nothing, so post again on a new
        // one.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(post(request));
        else resolve({ outcome: 'unreachable' });
      });
      sent.end(request.body);
    });
  }

  return {
    post,
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}
