import { randomBytes } from 'node:crypto';

const smallestId = 1_000_000_000_000_000_000n;

/** An id of an app, OA or person as Zalo makes them: 19 digits, too large for a JavaScript number. */
export function createNumericId(): string {
  return (smallestId + (randomBytes(8).readBigUInt64BE() % (9n * smallestId))).toString();
}

/** An id of a message, group or attachment as Zalo makes them: 20 hex digits. */
export function createHexId(): string {
  return randomBytes(10).toString('hex');
}

/** A token or authorization code. */
export function createToken(): string {
  return randomBytes(48).toString('base64url');
}
