import { markRead } from './unread.js';

/**
 * Tells the platform what has been seen, each message once and only after it was received. Where the platform is
 * switched to see by itself, or to tell nothing, this stays silent.
 * @param user as the chat was opened with
 */
export function createReceipts({ store, user, resident }) {
  const told = new Set();
  return {
    /** To be called whenever the chat may show something new. */
    tell() {
      if (document.hidden || !store.findUser(user.userId)) return;
      const messages = store.messagesOf(user.userId);
      markRead(user.userId, messages);
      if (user.anonymousConversationId || store.state.switches.receipts !== 'received') return;
      const fresh = messages
        .filter(({ id, from, state }) => from === 'oa' && state === 'delivered' && !told.has(id))
        .map(({ id }) => id);
      for (const id of fresh) told.add(id);
      if (fresh.length > 0) void resident.markSeen(fresh);
    },
  };
}
