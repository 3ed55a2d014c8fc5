import { createHash, timingSafeEqual } from 'node:crypto';

/** What Zalo signs: plain SHA-256 over these parts in this order, not an HMAC. */
export interface SignedParts {
  appId: string;
  /** The request bytes as they arrived. Re-serialised JSON does not verify. */
  body: Buffer;
  /** The body's `timestamp` as text. */
  timestamp: string;
  /** The OA Secret Key of the app's Webhook page, which is not the app secret. */
  secret: string;
}

const headerForm = /^\s*(?:mac\s*=\s*)?([0-9a-f]{64})\s*$/i;

/** True for a header value in the form of a signature, by anybody. */
export function isSignature(header: string): boolean {
  return headerForm.test(header);
}

/** @returns the value of the `X-ZEvent-Signature` header: `mac=` and 64 lowercase hex digits */
export function signDelivery(parts: SignedParts): string {
  return `mac=${digestOf(parts).toString('hex')}`;
}

/**
 * Checks, in constant time, whether a header value was made with one of the secrets. Accepts the `mac=` prefix in any
 * case, with spaces, or missing.
 * @param secrets two while the operator resets a key in Zalo's console
 */
export function isSignedBy(
  secrets: readonly string[],
  header: string | undefined,
  delivery: Omit<SignedParts, 'secret'>,
): boolean {
  const hex = headerForm.exec(header ?? '')?.[1];
  if (!hex) return false;
  const given = Buffer.from(hex, 'hex');
  return secrets
    .map((secret) => timingSafeEqual(given, digestOf({ ...delivery, secret })))
    .some((matches) => matches);
}

function digestOf({ appId, body, timestamp, secret }: SignedParts): Buffer {
  return createHash('sha256').update(appId).update(body).update(timestamp).update(secret).digest();
}
