import { signDelivery } from '../../src/zalo/events/signature.ts';
import { appId, oaId, oaSecretKey } from './whole-bot.ts';

/**
 * Posts a body to a bot's webhook, as Zalo does.
 * @param signature the header's value, instead of the right one
 * @returns the HTTP status
 */
export async function deliver(
  { botUrl }: { botUrl: string },
  body: string | Buffer,
  signature = signatureOf(body),
): Promise<number> {
  const response = await fetch(`${botUrl}/webhooks/zalo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-zevent-signature': signature },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  await response.arrayBuffer();
  return response.status;
}

function signatureOf(body: string | Buffer): string {
  const bytes = Buffer.from(body);
  const { timestamp } = JSON.parse(bytes.toString()) as { timestamp: string | number };
  return signDelivery({ appId, body: bytes, timestamp: String(timestamp), secret: oaSecretKey });
}

interface TextEvent {
  personId: string;
  text: string;
  messageId: string;
  /** Zalo's timestamp, epoch ms. */
  at: number;
}

/** The body of a resident's text message. */
export function textEvent({ personId, text, messageId, at }: TextEvent, changes: object = {}): string {
  return JSON.stringify({
    app_id: appId,
    event_name: 'user_send_text',
    timestamp: String(at),
    sender: { id: personId },
    recipient: { id: oaId },
    message: { msg_id: messageId, text },
    ...changes,
  });
}
