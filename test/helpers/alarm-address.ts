import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AlarmKind } from '../../src/alarm.ts';

export interface AlarmAddress {
  /** Value for ALERT_WEBHOOK_URL. */
  url: string;
  /** The operator's alarms, oldest first. */
  alarms: { kind: AlarmKind; oaId?: string; at: number }[];
  /** The alarms since the last call of this. */
  kinds(): AlarmKind[];
  close(): Promise<void>;
}

/** An endpoint that receives the operator's alarms, on a free local port. */
export async function startAlarmAddress(): Promise<AlarmAddress> {
  const alarms: AlarmAddress['alarms'] = [];
  let read = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      alarms.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    alarms,
    kinds() {
      const fresh = alarms.slice(read);
      read = alarms.length;
      return fresh.map(({ kind }) => kind);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
