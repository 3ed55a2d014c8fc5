import { createHash } from 'node:crypto';

const maxKeyLength = 300;

/** The console's Test button gives every body the same message id, a sentence. Real ids have no spaces. */
export function isPlaceholderMessageId(messageId: string): boolean {
  return messageId.includes(' ');
}

interface MessageKeyParts {
  oaId: string;
  personId: string;
  messageId: string;
  /** Epoch ms. */
  occurredAt: number;
}

/**
 * The key of a person's message, however it reached us: a delivery, its repeat, or the conversation list that catch-up
 * reads (which has no event names).
 */
export function messageKey({ oaId, personId, messageId, occurredAt }: MessageKeyParts): string {
  const time = isPlaceholderMessageId(messageId) ? [occurredAt] : [];
  return deliveryKey('message', oaId, personId, messageId, ...time);
}

/**
 * Joins the fields that identify a delivery, including its time where a message id may recur (a repeat of a delivery
 * keeps its time). Hashes a long list so that every index accepts the key.
 */
export function deliveryKey(...parts: (string | number | null | undefined)[]): string {
  const key = parts.map((part) => part ?? '').join('/');
  if (key.length <= maxKeyLength) return key;
  return `${parts[0]}/${createHash('sha256').update(key).digest('base64url')}`;
}
