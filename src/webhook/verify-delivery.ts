import { envelopeOf } from '../zalo/events/delivery-envelope.ts';
import { isPlaceholderMessageId } from '../zalo/events/delivery-key.ts';
import { isSignature, isSignedBy } from '../zalo/events/signature.ts';

export interface Delivery {
  /** The raw bytes. */
  body: Buffer;
  /** The header `X-ZEvent-Signature`. */
  signature: string | undefined;
}

export interface ExpectedSigner {
  appId: string;
  /** OA Secret Keys; two while the operator resets one in Zalo's console. */
  secrets: readonly string[];
}

export type Verdict =
  | { kind: 'verified'; json: unknown }
  | {
      kind: 'dropped';
      reason: 'not-json' | 'wrong-shape' | 'unsigned' | 'bad-signature';
    }
  /** The sender knows our key, so it is no stranger and the operator has to check the settings. */
  | { kind: 'dropped'; reason: 'wrong-app'; json: unknown };

/**
 * Checks whether a delivery comes from our app. The signature covers the raw bytes, never re-serialised JSON. Parses
 * only what is signed. Pure.
 */
export function verifyDelivery({ body, signature }: Delivery, { appId, secrets }: ExpectedSigner): Verdict {
  if (!signature) return { kind: 'dropped', reason: 'unsigned' };
  if (!isSignature(signature)) return { kind: 'dropped', reason: 'bad-signature' };
  const envelope = envelopeOf(body);
  if (!envelope) return { kind: 'dropped', reason: 'wrong-shape' };
  const { timestamp } = envelope;
  const isOurs = envelope.appId === appId;
  const apps = isOurs ? [appId] : [envelope.appId, appId];
  if (!apps.some((app) => isSignedBy(secrets, signature, { appId: app, body, timestamp })))
    return { kind: 'dropped', reason: 'bad-signature' };
  const json = parseJson(body);
  if (json === undefined) return { kind: 'dropped', reason: 'not-json' };
  return isOurs ? { kind: 'verified', json } : { kind: 'dropped', reason: 'wrong-app', json };
}

/** True for the bodies of the Test buttons in Zalo's console: placeholders in an otherwise real body. */
export function isTestBody(json: unknown): boolean {
  const messageId = (json as { message?: { msg_id?: unknown } | null }).message?.msg_id;
  return typeof messageId === 'string' && isPlaceholderMessageId(messageId);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
