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
  const empty = el('p', { class: 'hint inbox-empty' }, t('inbox.empty'));
  const element = el(
    'div',
    { class: 'screen inbox' },
    el(
      'header',
      { class: 'top' },
      el('h2', { class: 'top-title' }, t('inbox.title')),
      el(
        'button',
        { type: 'button', class: 'whose', onClick: handlers.openPeople },
        unseen(t('inbox.whose_before')),
        el('span', { class: 'whose-name' }, person.name),
        unseen(t('inbox.whose_after')),
        avatar(person.name, { size: 'small' }),
        icon('down'),
      ),
    ),
    el('div', { class: 'inbox-body' }, conversations, empty, othersTitle, others),
  );

  function draw() {
    const users = store.state.users.filter(({ personId }) => personId === person.personId);
    const ordered = [...users].sort((a, b) => (b.lastMessage?.at ?? 0) - (a.lastMessage?.at ?? 0));
    reconcile(conversations, ordered.map(toItem));
    empty.hidden = users.length > 0;
    const written = new Set(users.map(({ oaId }) => oaId));
    const strangers = person.anonymous ? [] : store.state.oas.filter(({ oaId }) => !written.has(oaId));
    othersTitle.hidden = strangers.length === 0;
    reconcile(
      others,
      strangers.map((oa) => ({ key: oa.oaId, signature: oa.name, build: () => strangerRow(oa) })),
    );
  }

  function toItem(user) {
    const oa = store.findOa(user.oaId);
    const unread = unreadCount(user.userId, store.messagesOf(user.userId));
    const { lastMessage: last } = user;
    const time = last ? shortTime(last.at, store.now()) : '';
    const words = last ? summaryOf(last) : '';
    const text = last?.from === 'user' ? t('inbox.you', { text: words }) : words;
    const signature = [oa.name, unread, time, text].join('\n');
    return { key: user.userId, signature, build: () => conversationRow({ user, oa, unread, time, text }) };
  }

  function conversationRow({ user, oa, unread, time, text }) {
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: `conversation ${unread > 0 ? 'unread' : ''}`,
          onClick: () => handlers.openChat(user.userId),
        },
        avatar(oa.name, { official: true }),
        el(
          'span',
          { class: 'conversation-words' },
          el('span', { class: 'conversation-name' }, oa.name, verified()),
          el('span', { class: 'conversation-text' }, text),
        ),
        el(
          'span',
          { class: 'conversation-side' },
          el('span', { class: 'conversation-time' }, time),
          unread > 0 &&
            el(
              'span',
              { class: 'badge' },
              el('span', { 'aria-hidden': 'true' }, unread),
              unseen(t('inbox.unread', { count: unread })),
            ),
        ),
      ),
    );
  }

  function strangerRow(oa) {
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'conversation', onClick: () => handlers.openStranger(oa) },
        avatar(oa.name, { official: true }),
        el(
          'span',
          { class: 'conversation-words' },
          el('span', { class: 'conversation-name' }, oa.name, verified()),
          el('span', { class: 'conversation-text' }, t('inbox.others_hint')),
        ),
      ),
    );
  }

  draw();
  return { element, draw };
}
