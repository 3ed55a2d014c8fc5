import { avatar, verified } from './avatar.js';
import { createButtonActions } from './button-actions.js';
import { openCallScreen } from './call-screen.js';
import { createComposer } from './composer.js';
import { openContactSheet } from './contact-sheet.js';
import { el, icon, iconButton, unseen } from './dom.js';
import { createMessageList } from './message-list.js';
import { openMessageSheet } from './message-sheet.js';
import { openProfileSheet } from './profile-sheet.js';
import { createResidentActions } from './resident-actions.js';
import { createSending } from './sending.js';
import { openSheet } from './sheet.js';
import { summaryOf } from './summary.js';
import { markRead } from './unread.js';
import { t } from './words.js';

/** One conversation: header, messages, composer. */
export function createChatScreen({ phone, store, outbox, announcer, userId, onBack }) {
  const user = () => store.findUser(userId);
  const oa = store.findOa(user().oaId);
  const resident = createResidentActions(user());
  const sending = createSending({ outbox, user: user(), resident, announcer, onPost: () => list.toEnd() });
  const buttons = createButtonActions({ phone, sending, announcer });
  const callOa = () => openCallScreen({ phone, oa, resident });
  /** Messages whose receipt is on its way already. */
  const toldSeen = new Set();
  const anonymous = Boolean(user().anonymousConversationId);
  const composer = createComposer({ oa, sending, buttons, callOa, anonymous });
  const list = createMessageList({
    store,
    outbox,
    user: user(),
    oa,
    actions: messageActions(),
    intro: intro(),
  });
  const element = el('div', { class: 'screen chat' }, header(), list.element, composer.element);

  function messageActions() {
    return {
      ...buttons,
      openImage: (url) => openImage(phone, url),
      openMessage: (message) =>
        openMessageSheet({
          phone,
          message,
          announcer,
          onReact: (code) => void resident.react(message.id, code),
          onReply: () => composer.reply(message, oa.name),
        }),
      showMessage: (id) => list.show(id),
      shareContact: () => openContactSheet({ phone, user: user(), oa, resident }),
      isShared: ({ at }) => (user()?.contactSharedAt ?? 0) >= at,
      resend: (letter) => void outbox.resend(userId, letter),
      discard: (letter) => outbox.discard(userId, letter),
    };
  }

  function openProfile() {
    openProfileSheet({ phone, store, oa, user: user(), resident, onCall: callOa, onMessage: chatNow });
  }

  async function chatNow() {
    await resident.act('user_click_chatnow');
    composer.focus();
  }

  function header() {
    return el(
      'header',
      { class: 'top chat-top' },
      iconButton('back', t('chat.back'), { onClick: onBack }),
      el(
        'button',
        { type: 'button', class: 'chat-title', onClick: openProfile },
        unseen(t('chat.open_profile')),
        avatar(oa.name, { official: true, size: 'small' }),
        el(
          'span',
          { class: 'chat-names' },
          el('span', { class: 'chat-name' }, el('span', { class: 'chat-name-text' }, oa.name), verified()),
          el('span', { class: 'chat-kind' }, t('chat.official')),
        ),
      ),
      !anonymous && iconButton('phone', t('chat.call', { oa: oa.name }), { onClick: callOa }),
      iconButton('info', t('chat.profile', { oa: oa.name }), { onClick: openProfile }),
    );
  }

  function intro() {
    return el(
      'section',
      { class: 'intro' },
      avatar(oa.name, { official: true, size: 'large' }),
      el('p', { class: 'intro-title' }, t('chat.start_title', { name: user().name })),
      el('p', {}, t('chat.start_text', { oa: oa.name })),
      !anonymous &&
        el(
          'div',
          { class: 'intro-actions' },
          el(
            'button',
            { type: 'button', class: 'button button-strong', onClick: () => void resident.act('follow') },
            icon('plus'),
            t('profile.follow'),
          ),
          el(
            'button',
            { type: 'button', class: 'button', onClick: () => void chatNow() },
            t('profile.message'),
          ),
        ),
    );
  }

  /** A chat that can be seen has been read; the platform is told unless receipts are switched off. */
  function markSeen() {
    if (document.hidden || !user()) return;
    const messages = store.messagesOf(userId);
    markRead(userId, messages);
    if (anonymous || store.state.switches.receipts === 'none') return;
    const ids = messages.filter(({ from, state }) => from === 'oa' && state !== 'seen').map(({ id }) => id);
    const untold = ids.filter((id) => !toldSeen.has(id));
    for (const id of untold) toldSeen.add(id);
    if (untold.length > 0) void resident.markSeen(untold);
  }

  function draw() {
    list.draw();
    markSeen();
  }

  const stops = [
    store.on('messages', (changed) => changed === userId && draw()),
    store.on('state', draw),
    store.on('log', (entry) => entry?.kind === 'delivery' && entry.userId === userId && list.draw()),
    store.on('arrived', ({ userId: of, message }) => {
      if (of !== userId || message.from !== 'oa') return;
      list.countNew();
      announcer.say(spoken(message));
    }),
    store.on('reconnected', () => void store.load(userId, true)),
  ];
  document.addEventListener('visibilitychange', markSeen);

  function spoken(message) {
    const words = t('chat.incoming', { oa: oa.name, text: summaryOf(message) });
    const titles = message.buttons.map(({ title }) => title).join(', ');
    return titles ? `${words} ${t('chat.with_buttons', { titles })}` : words;
  }

  return {
    element,
    async start() {
      await store.load(userId);
      draw();
      list.toEnd();
      if (matchMedia('(pointer: fine)').matches) composer.focus();
    },
    stop() {
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', markSeen);
      list.stop();
    },
  };
}

function openImage(phone, url) {
  openSheet(phone, {
    title: t('attachment.image'),
    kind: 'viewer',
    content: () => el('img', { src: url, alt: t('attachment.image') }),
  });
}
