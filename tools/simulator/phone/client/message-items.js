import { bubble } from './bubble.js';
import { el } from './dom.js';
import { timeOf } from './phone-time.js';
import { wordsAt } from './words.js';

/** Rows of a chat as items for `reconcile`, which redraws a bubble only when it changed. */
export function messageItems(rows, { messages, oaName, actions }) {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const newestOwn = rows.findLast(({ message }) => message?.from === 'user')?.key;
  return rows.map((row) => {
    if (row.type !== 'message') return { key: row.key, signature: row.title ?? '', build: () => lineOf(row) };
    const quoted = byId.get(row.message.quotedMessageId);
    const full = { ...row, quoted, isNewestOwn: row.key === newestOwn };
    return {
      key: row.key,
      signature: signatureOf(full, actions),
      build: () => bubble(full, { oaName, actions }),
    };
  });
}

/** Everything that can change about a visible bubble. */
function signatureOf({ message, first, last, letter, quoted, isNewestOwn }, { isShared }) {
  const state = message.from === 'user' ? message.state : '';
  const shared = message.attachments[0]?.type === 'request_user_info' && isShared(message);
  return [first, last, isNewestOwn, state, message.reaction, quoted?.id, shared, letter?.state].join();
}

function lineOf({ type, title, eventName, at }) {
  if (type === 'day') return el('li', { class: 'day' }, el('span', {}, title));
  return el('li', { class: 'note' }, el('span', {}, `${wordsAt('chat.notes')[eventName]} · ${timeOf(at)}`));
}
