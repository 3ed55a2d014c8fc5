import { call } from './api.js';
import { createConversationCache } from './conversation-cache.js';

const keptLogEntries = 400;
/** Minimum pause between two fetches of the state, ms. */
const refreshPauseMs = 80;
/** Kinds that the chat shows and that would flood the log. */
const chatKinds = new Set(['message', 'message-state', 'reaction', 'user']);

/**
 * Everything that the page knows of the platform; `apply` keeps it current. Topics for listeners: `state`
 * (people, OAs, switches, window, webhook), `messages` with a user id, `arrived` with a message, `log`,
 * `online`, `reconnected`.
 */
export function createPlatformStore() {
  const { on, emit } = createTopics();
  const conversations = createConversationCache((userId) => emit('messages', userId));
  let clockOffsetMs = 0;
  let isRefreshDue = false;
  const store = {
    on,
    emit,
    state: { oas: [], users: [], switches: {}, faults: [], webhook: {}, logId: 0 },
    log: [],
    online: true,
    now: () => Date.now() + clockOffsetMs,
    findUser: (userId) => store.state.users.find((user) => user.userId === userId),
    findOa: (oaId) => store.state.oas.find((oa) => oa.oaId === oaId),
    messagesOf: conversations.messagesOf,
    load: conversations.load,
    refresh,
    /** Applies one entry of the platform's log. */
    apply(entry) {
      if (!chatKinds.has(entry.kind)) addToLog(entry);
      const applyTo = appliers[entry.kind] ?? refreshSoon;
      applyTo(entry);
    },
    /** Adds the log entries from before the page was opened. */
    fillLog(entries) {
      store.log = entries.filter(({ kind }) => !chatKinds.has(kind));
      emit('log');
    },
    setOnline(online) {
      if (store.online === online) return;
      store.online = online;
      emit('online', online);
    },
  };
  const appliers = {
    message(entry) {
      if (entry.message.hidden) return;
      conversations.add(entry);
      emit('arrived', entry);
      refreshSoon();
    },
    'message-state': conversations.moveTicks,
    reaction: conversations.react,
    api: () => undefined,
    reset() {
      conversations.clear();
      store.fillLog([]);
      refreshSoon();
    },
  };

  async function refresh() {
    const state = await call('GET', 'sim/state');
    clockOffsetMs = state.now - Date.now();
    store.state = state;
    emit('state');
  }

  function refreshSoon() {
    if (isRefreshDue) return;
    isRefreshDue = true;
    setTimeout(() => {
      isRefreshDue = false;
      void refresh().catch(() => store.setOnline(false));
    }, refreshPauseMs);
  }

  function addToLog(entry) {
    // A restarted simulator numbers its log from the beginning.
    if (entry.id <= (store.log.at(-1)?.id ?? 0)) store.log = [];
    store.log = [...store.log.slice(1 - keptLogEntries), entry];
    emit('log', entry);
  }

  return store;
}

function createTopics() {
  const events = new EventTarget();
  return {
    /** @returns a function that removes the listener */
    on(topic, listener) {
      const forward = ({ detail }) => listener(detail);
      events.addEventListener(topic, forward);
      return () => events.removeEventListener(topic, forward);
    },
    emit: (topic, detail) => events.dispatchEvent(new CustomEvent(topic, { detail })),
  };
}
