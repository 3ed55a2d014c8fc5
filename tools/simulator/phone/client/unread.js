import { recall, remember } from './memory.js';

/** Number of the OA's messages that this browser has not shown yet. */
export function unreadCount(userId, messages) {
  const lastRead = recall(`read-${userId}`);
  const index = messages.findLastIndex(({ id }) => id === lastRead);
  const fromOa = messages.slice(index + 1).filter(({ from }) => from === 'oa');
  // A browser that has shown nothing yet relies on the platform's state.
  return index < 0 ? fromOa.filter(({ state }) => state !== 'seen').length : fromOa.length;
}

/** Marks all current messages as shown. */
export function markRead(userId, messages) {
  const newest = messages.at(-1);
  if (newest) remember(`read-${userId}`, newest.id);
}
