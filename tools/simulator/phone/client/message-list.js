import { el, icon, reconcile } from './dom.js';
import { followEnd } from './end-follower.js';
import { messageItems } from './message-items.js';
import { notesOf, toRows } from './message-rows.js';
import { t } from './words.js';

const firstShown = 80;
const flashMs = 1_500;

/** The scrolling middle of a chat. It follows the newest message unless the reader scrolled up. */
export function createMessageList({ store, outbox, userId, oa, actions, intro }) {
  const { element, scroller, list, older, jump } = frameOf(oa, intro);
  const end = followEnd(scroller, list, drawJump);
  let shown = firstShown;
  let unread = 0;
  older.addEventListener('click', showOlder);
  jump.addEventListener('click', end.toEnd);

  function showOlder() {
    const fromEnd = scroller.scrollHeight - scroller.scrollTop;
    shown += firstShown;
    end.leave();
    draw();
    scroller.scrollTop = scroller.scrollHeight - fromEnd;
  }

  function drawJump() {
    if (end.isAtEnd) unread = 0;
    jump.hidden = end.isAtEnd;
    jump.replaceChildren(icon('down'), unread > 0 ? t('chat.new_messages', { count: unread }) : '');
  }

  function draw() {
    const messages = store.messagesOf(userId);
    const visible = messages.slice(-shown);
    const hasOlder = visible.length < messages.length;
    const notes = notesOf(store.log, userId).filter(({ at }) => !hasOlder || at > visible[0].at);
    const rows = toRows({ messages: visible, letters: outbox.listOf(userId), notes, now: store.now() });
    older.hidden = !hasOlder;
    intro.hidden = rows.length > 0;
    reconcile(list, messageItems(rows, { messages, oaName: oa.name, actions }));
    end.stayAtEnd();
    drawJump();
  }

  return {
    element,
    draw,
    toEnd: end.toEnd,
    /** Counts another message of the OA. */
    countNew() {
      if (end.isAtEnd) return;
      unread++;
      drawJump();
    },
    show(messageId) {
      if (!findMessage(messageId)) {
        shown = Number.MAX_SAFE_INTEGER;
        draw();
      }
      flash(findMessage(messageId));
    },
    stop: end.stop,
  };
}

function frameOf(oa, intro) {
  const list = el('ol', { class: 'messages' });
  const older = el('button', { type: 'button', class: 'small-button older' }, t('chat.older'));
  const label = t('chat.messages', { oa: oa.name });
  const region = { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': label };
  const scroller = el('div', region, older, intro, list);
  const jump = el('button', { type: 'button', class: 'jump', 'aria-label': t('chat.newest'), hidden: true });
  return { element: el('div', { class: 'middle' }, scroller, jump), scroller, list, older, jump };
}

const findMessage = (messageId) => document.getElementById(`message-${messageId}`);

function flash(element) {
  element?.scrollIntoView({ block: 'center' });
  element?.classList.add('flash');
  setTimeout(() => element?.classList.remove('flash'), flashMs);
}
