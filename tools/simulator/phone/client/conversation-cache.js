import { call } from './api.js';

const stateOrder = ['sent', 'delivered', 'seen'];

/** The conversations opened so far, by user id. @param onChange called with the user id */
export function createConversationCache(onChange) {
  const conversations = new Map();
  /** Changes to a conversation while the page fetches it. */
  const meanwhile = new Map();

  /** Applies a change now, and again after a pending fetch has replaced the conversation. */
  function change(userId, work) {
    const apply = () => {
      const messages = conversations.get(userId);
      if (messages) work(messages);
    };
    apply();
    meanwhile.get(userId)?.push(apply);
    onChange(userId);
  }

  function changeMessage({ userId, messageId }, work) {
    change(userId, (messages) => {
      const message = messages.find(({ id }) => id === messageId);
      if (message) work(message);
    });
  }

  return {
    messagesOf: (userId) => conversations.get(userId) ?? [],
    clear: () => conversations.clear(),
    /** Fetches a conversation once; with `again` also a cached one. */
    async load(userId, again = false) {
      if (meanwhile.has(userId) || (conversations.has(userId) && !again)) return;
      meanwhile.set(userId, []);
      try {
        const { messages } = await call('GET', `sim/users/${userId}/messages`);
        conversations.set(userId, messages);
      } finally {
        const missed = meanwhile.get(userId);
        meanwhile.delete(userId);
        for (const apply of missed) apply();
      }
      onChange(userId);
    },
    add: ({ userId, message }) =>
      change(userId, (messages) => {
        if (!messages.some(({ id }) => id === message.id)) messages.push(message);
      }),
    /** Ticks move forward, never back. */
    moveTicks: (entry) =>
      changeMessage(entry, (message) => {
        if (stateOrder.indexOf(entry.state) > stateOrder.indexOf(message.state)) message.state = entry.state;
      }),
    react: (entry) =>
      changeMessage(entry, (message) => {
        message.reaction = entry.icon;
      }),
  };
}
