import { recall, remember } from './memory.js';

/** The open chat: the user id after the `#` of the address, so that Back and links work. */
export function createRoute() {
  const listeners = new Set();
  const read = () => decodeURIComponent(location.hash.slice(1)) || undefined;
  const route = {
    userId: read(),
    open(userId) {
      location.hash = userId;
    },
    /** At the start: adds no step to the history. */
    begin(userId) {
      history.replaceState(null, '', `#${userId}`);
      notify();
    },
    close() {
      history.pushState(null, '', location.pathname + location.search);
      notify();
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function notify() {
    route.userId = read();
    if (route.userId) remember('chat', route.userId);
    for (const listener of listeners) listener();
  }

  addEventListener('hashchange', notify);
  addEventListener('popstate', notify);
  return route;
}

/** The chat that was open last, if the platform still knows it; else any chat. */
export function firstChat({ users }) {
  const last = recall('chat');
  return (users.find(({ userId }) => userId === last) ?? users[0])?.userId;
}
