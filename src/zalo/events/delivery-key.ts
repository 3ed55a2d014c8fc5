import { createHash } from 'node:crypto';

const maxKeyLength = 300;

/** The console's Test button gives every body one message id, a sentence; real ids have no spaces. */
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
 * The key of a person's message, whichever way it reached us: a delivery, its repeat, or the conversation
 * list that catch-up reads (which has no event names).
 */
export function messageKey({ oaId, personId, messageId, occurredAt }: MessageKeyParts): string {
  const time = isPlaceholderMessageId(messageId) ? [occurredAt] : [];
  return deliveryKey('message', oaId, personId, messageId, ...time);
}

/**
 * Joins what tells one delivery from all others, the time included where a message id may come again (a repeat
 * of a delivery keeps its time). A long list is hashed so that every index takes the key.
 */
export function deliveryKey(...parts: (string | number | null | undefined)[]): string {
  const key = parts.map((part) => part ?? '').join('/');
  if (key.length <= maxKeyLength) return key;
  return `${parts[0]}/${createHash('sha256').update(key).digest('base64url')}`;
}
