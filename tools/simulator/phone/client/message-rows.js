import { dayKey, dayOf } from './phone-time.js';

const runMs = 5 * 60_000;

/** Events of a person that the phone shows as a line between the bubbles. */
const notedEvents = new Set([
  'follow',
  'unfollow',
  'user_click_chatnow',
  'user_call_oa',
  'user_submit_info',
  'user_withdraw',
]);

/** Selects those events from the platform's log. */
export function notesOf(log, userId) {
  return log
    .filter((entry) => entry.kind === 'delivery' && entry.userId === userId)
    .filter(({ attempt, eventName }) => attempt === 0 && notedEvents.has(eventName))
    .map(({ id, eventName, body }) => ({
      key: `note-${id}`,
      type: 'note',
      eventName,
      at: Number(JSON.parse(body).timestamp),
    }));
}

/**
 * Orders messages, unsent letters and notes, adds a line before each new day, and marks the bubbles that
 * begin and end a run of one side.
 * @returns rows `{ key, type: 'day' | 'note' | 'message', … }`
 */
export function toRows({ messages, letters, notes, now }) {
  const sent = messages.map((message) => ({ key: message.id, type: 'message', at: message.at, message }));
  const waiting = letters.map((letter) => ({
    key: letter.key,
    type: 'message',
    at: letter.at,
    message: toMessage(letter),
    letter,
  }));
  const items = [...[...sent, ...notes].sort((a, b) => a.at - b.at), ...waiting];
  return markRuns(withDays(items, now));
}

function toMessage({ key, text, kind, at, state, quotedMessageId, preview }) {
  return {
    id: key,
    from: 'user',
    text,
    buttons: [],
    attachments: kind ? [{ type: kind, url: '', ...preview }] : [],
    at,
    state,
    quotedMessageId,
  };
}

function withDays(items, now) {
  let day;
  return items.flatMap((item) => {
    const itemDay = dayKey(item.at);
    if (itemDay === day) return [item];
    day = itemDay;
    return [{ key: `day-${itemDay}`, type: 'day', title: dayOf(item.at, now) }, item];
  });
}

function markRuns(rows) {
  return rows.map((row, index) => {
    if (row.type !== 'message') return row;
    const first = !sameRun(rows[index - 1], row);
    const last = !sameRun(row, rows[index + 1]);
    return { ...row, first, last };
  });
}

function sameRun(before, after) {
  if (before?.type !== 'message' || after?.type !== 'message') return false;
  const sameSide =
    before.message.from === after.message.from && before.message.staffId === after.message.staffId;
  return sameSide && after.at - before.at < runMs;
}
