import { avatar, verified } from './avatar.js';
import { el, icon, reconcile, unseen } from './dom.js';
import { shortTime } from './phone-time.js';
import { summaryOf } from './summary.js';
import { unreadCount } from './unread.js';
import { t } from './words.js';

/**
 * The list of a person's conversations, and the OAs they have not written to.
 * @param handlers `openChat(userId)`, `openStranger(oa)`, `openPeople()`
 */
export function createInboxScreen({ store, person, handlers }) {
  const conversations = el('ul', { class: 'conversations', 'aria-label': t('inbox.conversations') });
  const others = el('ul', { class: 'conversations' });
  const othersTitle = el('h3', {}, t('inbox.others'));
  const body = el('div', { class: 'inbox-body' }, conversations, othersTitle, others);

  function draw() {
    const users = store.state.users.filter(({ personId }) => personId === person.personId);
    const ordered = [...users].sort((a, b) => (b.lastMessage?.at ?? 0) - (a.lastMessage?.at ?? 0));
    reconcile(
      conversations,
      ordered.map((user) => conversationItem(user, store, handlers)),
    );
    const written = new Set(users.map(({ oaId }) => oaId));
    const strangers = person.anonymous ? [] : store.state.oas.filter(({ oaId }) => !written.has(oaId));
    othersTitle.hidden = strangers.length === 0;
    reconcile(
      others,
      strangers.map((oa) => strangerItem(oa, handlers)),
    );
  }

  draw();
  return { element: el('div', { class: 'screen inbox' }, inboxHeader(person, handlers), body), draw };
}

function inboxHeader({ name }, { openPeople }) {
  const personButton = el(
    'button',
    { type: 'button', class: 'whose', onClick: openPeople },
    unseen(t('inbox.whose_before')),
    el('span', { class: 'whose-name' }, name),
    unseen(t('inbox.whose_after')),
    avatar(name, { size: 'small' }),
    icon('down'),
  );
  return el('header', { class: 'top' }, el('h2', { class: 'top-title' }, t('inbox.title')), personButton);
}

function conversationItem(user, store, { openChat }) {
  const oa = store.findOa(user.oaId);
  const unread = unreadCount(user.userId, store.messagesOf(user.userId));
  const { lastMessage: last } = user;
  const time = last ? shortTime(last.at, store.now()) : '';
  const words = last ? summaryOf(last) : '';
  const text = last?.from === 'user' ? t('inbox.you', { text: words }) : words;
  const side = () => [
    el('span', { class: 'conversation-time' }, time),
    unread > 0 &&
      el(
        'span',
        { class: 'badge' },
        el('span', { 'aria-hidden': 'true' }, unread),
        unseen(t('inbox.unread', { count: unread })),
      ),
  ];
  return {
    key: user.userId,
    signature: [oa.name, unread, time, text].join('\n'),
    build: () =>
      oaRow({ oa, text, isUnread: unread > 0, side: side(), onClick: () => openChat(user.userId) }),
  };
}

function strangerItem(oa, { openStranger }) {
  const text = t('inbox.others_hint');
  const build = () => oaRow({ oa, text, onClick: () => openStranger(oa) });
  return { key: oa.oaId, signature: oa.name, build };
}

function oaRow({ oa, text, isUnread = false, side, onClick }) {
  const words = el(
    'span',
    { class: 'conversation-words' },
    el('span', { class: 'conversation-name' }, oa.name, verified()),
    el('span', { class: 'conversation-text' }, text),
  );
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: `conversation ${isUnread ? 'unread' : ''}`, onClick },
      avatar(oa.name, { official: true }),
      words,
      side && el('span', { class: 'conversation-side' }, side),
    ),
  );
}
