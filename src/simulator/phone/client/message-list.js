import { bubble } from './bubble.js';
import { el, icon, reconcile } from './dom.js';
import { notesOf, toRows } from './message-rows.js';
import { timeOf } from './phone-time.js';
import { t, wordsAt } from './words.js';

const firstShown = 80;
const nearEndPx = 120;

/** The scrolling middle of a chat. It follows the newest message unless somebody scrolled up to read. */
export function createMessageList({ store, outbox, user, oa, actions, intro }) {
  const list = el('ol', { class: 'messages' });
  const older = el(
    'button',
    { type: 'button', class: 'small-button older', onClick: showOlder },
    t('chat.older'),
  );
  const scroller = el(
    'div',
    { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': t('chat.messages', { oa: oa.name }) },
    older,
    intro,
    list,
  );
  const jump = el('button', {
    type: 'button',
    class: 'jump',
    'aria-label': t('chat.newest'),
    onClick: toEnd,
    hidden: true,
  });
  const element = el('div', { class: 'middle' }, scroller, jump);
  let shown = firstShown;
  let unread = 0;
  let atEnd = true;

  let lastTop = 0;
  scroller.addEventListener('scroll', () => {
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Only somebody who scrolls up leaves the end; a list that grew or a box that shrank does not.
    if (left < nearEndPx) atEnd = true;
    else if (scroller.scrollTop < lastTop) atEnd = false;
    lastTop = scroller.scrollTop;
    if (atEnd) unread = 0;
    drawJump();
  });
  // Pictures and a growing typing box change the height after the fact.
  const follow = new ResizeObserver(() => atEnd && toEnd());
  follow.observe(list);
  follow.observe(scroller);

  function toEnd() {
    atEnd = true;
    scroller.scrollTop = scroller.scrollHeight;
  }

  function showOlder() {
    const fromEnd = scroller.scrollHeight - scroller.scrollTop;
    shown += firstShown;
    atEnd = false;
    draw();
    scroller.scrollTop = scroller.scrollHeight - fromEnd;
  }

  function drawJump() {
    jump.hidden = atEnd;
    jump.replaceChildren(icon('down'), unread > 0 ? t('chat.new_messages', { count: unread }) : '');
  }

  function draw() {
    const messages = store.messagesOf(user.userId);
    const visible = messages.slice(-shown);
    const notes = notesOf(store.log, user.userId).filter(
      ({ at }) => visible.length === messages.length || at > visible[0].at,
    );
    const letters = outbox.listOf(user.userId);
    const rows = toRows({ messages: visible, letters, notes, now: store.now() });
    older.hidden = visible.length === messages.length;
    intro.hidden = rows.length > 0;
    const byId = new Map(messages.map((message) => [message.id, message]));
    const newestOwn = rows.findLast(({ message }) => message?.from === 'user')?.key;
    reconcile(
      list,
      rows.map((row) => toItem({ ...row, isNewestOwn: row.key === newestOwn }, byId)),
    );
    if (atEnd) toEnd();
    drawJump();
  }

  function toItem(row, byId) {
    if (row.type !== 'message') return { key: row.key, signature: row.title ?? '', build: () => lineOf(row) };
    const { message, first, last, isNewestOwn, letter } = row;
    const quoted = message.quotedMessageId && byId.get(message.quotedMessageId);
    const state = message.from === 'user' ? message.state : '';
    const shared = message.attachments[0]?.type === 'request_user_info' && actions.isShared(message);
    const signature = [
      first,
      last,
      isNewestOwn,
      state,
      message.reaction,
      Boolean(quoted),
      shared,
      letter?.state,
    ].join();
    return { key: row.key, signature, build: () => bubble({ ...row, quoted }, { oaName: oa.name, actions }) };
  }

  return {
    element,
    draw,
    toEnd,
    /** Another message of the OA came. */
    countNew() {
      if (atEnd) return;
      unread++;
      drawJump();
    },
    show(messageId) {
      if (!document.getElementById(`message-${messageId}`)) {
        shown = Number.MAX_SAFE_INTEGER;
        draw();
      }
      const target = document.getElementById(`message-${messageId}`);
      target?.scrollIntoView({ block: 'center' });
      target?.classList.add('flash');
      setTimeout(() => target?.classList.remove('flash'), 1_500);
    },
    stop: () => follow.disconnect(),
  };
}

function lineOf({ type, title, eventName, at }) {
  if (type === 'day') return el('li', { class: 'day' }, el('span', {}, title));
  return el('li', { class: 'note' }, el('span', {}, `${wordsAt('chat.notes')[eventName]} · ${timeOf(at)}`));
}
