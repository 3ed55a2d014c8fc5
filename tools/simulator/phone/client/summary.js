import { t, wordsAt } from './words.js';

/** A message in one line, for lists, quotes and screen readers. */
export function summaryOf({ text, attachments = [] }) {
  const [attachment] = attachments;
  if (!attachment || text) return text;
  const kinds = wordsAt('inbox.kinds');
  return kinds[attachment.type] ?? t('inbox.kinds.other');
}

/** The announcement of a new message of the OA to screen readers, with its buttons. */
export function spokenForm(message, oaName) {
  const words = t('chat.incoming', { oa: oaName, text: summaryOf(message) });
  const titles = message.buttons.map(({ title }) => title).join(', ');
  return titles ? `${words} ${t('chat.with_buttons', { titles })}` : words;
}
