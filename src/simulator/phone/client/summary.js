import { t, wordsAt } from './words.js';

/** A message in one line, for lists, quotes and screen readers. */
export function summaryOf({ text, attachments = [] }) {
  const [attachment] = attachments;
  if (!attachment || text) return text;
  const kinds = wordsAt('inbox.kinds');
  return kinds[attachment.type] ?? t('inbox.kinds.other');
}
