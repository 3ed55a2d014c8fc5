import { recall, remember } from './memory.js';

/** How many messages of the OA this browser has not shown yet. */
export function unreadCount(userId, messages) {
  const lastRead = recall(`read-${userId}`);
  const index = messages.findLastIndex(({ id }) => id === lastRead);
  const fromOa = messages.slice(index + 1).filter(({ from }) => from === 'oa');
  // In a browser that has shown nothing yet, only the platform knows.
  return index < 0 ? fromOa.filter(({ state }) => state !== 'seen').length : fromOa.length;
}

/** Everything that is there now has been shown. */
export function markRead(userId, messages) {
  const newest = messages.at(-1);
  if (newest) remember(`read-${userId}`, newest.id);
}
