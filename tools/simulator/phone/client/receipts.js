import { markRead } from './unread.js';

/**
 * Sends seen events to the platform, each message once and only after it was received. Sends none where a
 * switch makes the platform mark messages as seen by itself, or never.
 * @param user as when the chat was opened
 */
export function createReceipts({ store, user, resident }) {
  const reported = new Set();
  return {
    /** Call whenever the chat may show a new message. */
    sendSeen() {
      if (document.hidden || !store.findUser(user.userId)) return;
      const messages = store.messagesOf(user.userId);
      markRead(user.userId, messages);
      if (user.anonymousConversationId || store.state.switches.receipts !== 'received') return;
      const fresh = messages
        .filter(({ id, from, state }) => from === 'oa' && state === 'delivered' && !reported.has(id))
        .map(({ id }) => id);
      for (const id of fresh) reported.add(id);
      if (fresh.length > 0) void resident.markSeen(fresh);
    },
  };
}
