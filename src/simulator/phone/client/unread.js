import { recall, remember } from './memory.js';

/** How many messages of the OA this browser has not shown yet. */
export function unreadCount(userId, messages) {
  const readAt = Number(recall(`read-${userId}`));
  const isUnread = readAt ? ({ at }) => at > readAt : ({ state }) => state !== 'seen';
  return messages.filter((message) => message.from === 'oa' && isUnread(message)).length;
}

/** Everything that is there now has been shown. */
export function markRead(userId, messages) {
  const newest = messages.at(-1);
  if (newest) remember(`read-${userId}`, newest.at);
}
