import webPush, { type VapidKeys } from 'web-push';
import { hourMs } from '../../durations.ts';
import type { PushTransport } from '../../member/push/browser-push.ts';
import { isPushService } from '../../member/push/push-subscription.ts';

interface TransportParts {
  /** Called once, when the keys are first needed. */
  loadKeys(): Promise<VapidKeys>;
  /** Whom a push service may turn to: an `https:` or `mailto:` address. */
  subject: string;
  accepts?: (endpoint: string) => boolean;
}

/** A slow push service must not keep members waiting for their notices in Zalo. */
const timeoutMs = 5_000;
/** A browser that was off for longer shows nothing: the notice is old by then. */
const lifeSeconds = (12 * hourMs) / 1000;
/** The browser takes no more: the member withdrew it there, or removed the browser. */
const goneStatuses: readonly number[] = [404, 410];

/** Encrypts and signs with the library `web-push`, and sends. */
export function createWebPushTransport({
  loadKeys,
  subject,
  accepts = isPushService,
}: TransportParts): PushTransport {
  let keys: Promise<VapidKeys> | undefined;
  const loaded = () => {
    keys ??= loadKeys().catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return {
    publicKey: async () => (await loaded()).publicKey,
    accepts,
    async send(to, { text, isUrgent }) {
      const { headers, body } = webPush.generateRequestDetails(to, text, {
        vapidDetails: { subject, ...(await loaded()) },
        TTL: lifeSeconds,
        urgency: isUrgent ? 'high' : 'normal',
      });
      const { 'Content-Length': _length, ...sent } = headers as Record<string, string>;
      const response = await fetch(to.endpoint, {
        method: 'POST',
        headers: sent,
        body: new Uint8Array(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (goneStatuses.includes(response.status)) return 'gone';
      if (!response.ok) throw new Error(`the push service answered ${response.status}`);
      return 'sent';
    },
  };
}
