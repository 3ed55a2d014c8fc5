import { randomBytes } from 'node:crypto';
import { signDelivery } from '../../src/zalo/events/signature.ts';
import { appId, oaId, oaSecretKey } from '../../test/helpers/whole-bot.ts';

export interface DeliverySource {
  /** Ids of the residents, who write in turn. */
  residents: readonly string[];
  /** Their texts, used in turn. */
  texts: readonly string[];
}

/** Complete HTTP requests, each with its own signed message, ready to write to a connection. */
export function makeRequests(count: number, { residents, texts }: DeliverySource): Buffer[] {
  const run = randomBytes(6).toString('hex');
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const timestamp = String(now + index);
    const body = Buffer.from(
      JSON.stringify({
        app_id: appId,
        sender: { id: residents[index % residents.length] },
        user_id_by_app: '3358216607419902718',
        recipient: { id: oaId },
        event_name: 'user_send_text',
        message: {
          text: texts[index % texts.length],
          msg_id: `${run}${index.toString(16).padStart(8, '0')}`,
        },
        timestamp,
      }),
    );
    const signature = signDelivery({ appId, body, timestamp, secret: oaSecretKey });
    const head = `POST /webhooks/zalo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-ZEvent-Signature: ${signature}\r\nContent-Length: ${body.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), body]);
  });
}
