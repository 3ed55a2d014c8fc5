import { call } from './api.js';

const keptLogEntries = 400;
/** However much happens, the state is asked for no oftener. */
const refreshPauseMs = 80;
const shownMessageKinds = new Set(['message', 'message-state', 'reaction', 'user']);
const stateOrder = ['sent', 'delivered', 'seen'];

/**
 * All that the page knows of the platform, kept current by `apply`. Listeners hear topics: `state` (people, OAs,
 * switches, window, webhook), `messages` with a user id, `log`, `online`.
 */
export function createPlatformStore() {
  const events = new EventTarget();
  const conversations = new Map();
  /** What happened to a conversation while it was being fetched. */
  const meanwhile = new Map();
  let clockOffsetMs = 0;
  let isRefreshDue = false;

  const store = {
    state: { oas: [], users: [], switches: {}, faults: [], webhook: {}, logId: 0 },
    log: [],
    online: true,
    now: () => Date.now() + clockOffsetMs,
    findUser: (userId) => store.state.users.find((user) => user.userId === userId),
    findOa: (oaId) => store.state.oas.find((oa) => oa.oaId === oaId),
    messagesOf: (userId) => conversations.get(userId) ?? [],
    on(topic, listener) {
      const hear = ({ detail }) => listener(detail);
      events.addEventListener(topic, hear);
      return () => events.removeEventListener(topic, hear);
    },
    emit: (topic, detail) => events.dispatchEvent(new CustomEvent(topic, { detail })),
    refresh,
    refreshSoon,
    load,
    apply,
    setOnline(online) {
      if (store.online === online) return;
      store.online = online;
      store.emit('online', online);
    },
  };

  async function refresh() {
    const state = await call('GET', 'sim/state');
    clockOffsetMs = state.now - Date.now();
    store.state = state;
    store.emit('state');
  }

  function refreshSoon() {
    if (isRefreshDue) return;
    isRefreshDue = true;
    setTimeout(() => {
      isRefreshDue = false;
      void refresh().catch(() => store.setOnline(false));
    }, refreshPauseMs);
  }

  /** Fetches a conversation once; with `again` also one that is there. */
  async function load(userId, again = false) {
    if (meanwhile.has(userId) || (conversations.has(userId) && !again)) return;
    meanwhile.set(userId, []);
    try {
      const { messages } = await call('GET', `sim/users/${userId}/messages`);
      conversations.set(userId, messages);
    } finally {
      const missed = meanwhile.get(userId);
      meanwhile.delete(userId);
      for (const happen of missed) happen();
    }
    store.emit('messages', userId);
  }

  function onceLoaded(userId, change) {
    const happen = () => {
      const messages = conversations.get(userId);
      if (messages) change(messages);
    };
    happen();
    meanwhile.get(userId)?.push(happen);
  }

  function addMessage({ userId, message }) {
    if (message.hidden) return;
    const user = store.findUser(userId);
    if (user) user.lastMessage = message;
    onceLoaded(userId, (messages) => {
      if (!messages.some(({ id }) => id === message.id)) messages.push(message);
    });
    store.emit('arrived', { userId, message });
    store.emit('messages', userId);
    refreshSoon();
  }

  function changeMessage({ userId, messageId }, change) {
    onceLoaded(userId, (messages) => {
      const message = messages.find(({ id }) => id === messageId);
      if (message) change(message);
    });
    store.emit('messages', userId);
  }

  function forgetAll() {
    conversations.clear();
    store.log = [];
    store.emit('log');
  }

  function apply(entry) {
    if (!shownMessageKinds.has(entry.kind)) addToLog(entry);
    switch (entry.kind) {
      case 'message':
        return addMessage(entry);
      case 'message-state':
        return changeMessage(entry, (message) => {
          const further = stateOrder.indexOf(entry.state) > stateOrder.indexOf(message.state);
          if (further) message.state = entry.state;
        });
      case 'reaction':
        return changeMessage(entry, (message) => {
          message.reaction = entry.icon;
        });
      case 'reset':
        forgetAll();
        return refreshSoon();
      case 'api':
        return;
      default:
        return refreshSoon();
    }
  }

  function addToLog(entry) {
    store.log.push(entry);
    if (store.log.length > keptLogEntries) store.log.splice(0, store.log.length - keptLogEntries);
    store.emit('log', entry);
  }

  return store;
}
