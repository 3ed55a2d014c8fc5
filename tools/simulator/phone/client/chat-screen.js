import { createButtonActions } from './button-actions.js';
import { openCallScreen } from './call-screen.js';
import { chatHeader, chatIntro } from './chat-header.js';
import { createComposer } from './composer.js';
import { openContactSheet } from './contact-sheet.js';
import { el } from './dom.js';
import { createMessageList } from './message-list.js';
import { openMessageSheet } from './message-sheet.js';
import { openProfileSheet } from './profile-sheet.js';
import { createReceipts } from './receipts.js';
import { createResidentActions } from './resident-actions.js';
import { createSending } from './sending.js';
import { openSheet } from './sheet.js';
import { spokenForm } from './summary.js';
import { t } from './words.js';

/** One conversation: header, messages, composer. */
export function createChatScreen({ phone, store, outbox, announcer, userId, onBack }) {
  const user = store.findUser(userId);
  const oa = store.findOa(user.oaId);
  const anonymous = Boolean(user.anonymousConversationId);
  const resident = createResidentActions(user);
  const receipts = createReceipts({ store, user, resident });
  const sending = createSending({ outbox, user, resident, announcer, onPost: () => list.toEnd() });
  const buttons = createButtonActions({ phone, sending, announcer });
  const callOa = () => openCallScreen({ phone, oa, resident });
  const composer = createComposer({ oa, sending, buttons, callOa, anonymous });
  const chatNow = () => void resident.act('user_click_chatnow').then(composer.focus);
  const intro = chatIntro({
    oa,
    userName: user.name,
    handlers: anonymous ? undefined : { chatNow, onFollow: () => void resident.act('follow') },
  });
  const parts = { phone, store, outbox, announcer, userId, oa, resident, composer, buttons };
  const actions = { ...messageActions(parts), showMessage: (id) => list.show(id) };
  const list = createMessageList({ store, outbox, userId, oa, actions, intro });
  const openProfile = () => {
    const now = store.findUser(userId);
    openProfileSheet({ phone, store, oa, user: now, resident, onCall: callOa, onMessage: chatNow });
  };
  const header = chatHeader(oa, { onBack, openProfile, callOa: anonymous ? undefined : callOa });
  const stopListening = listen({ store, userId, oa, list, receipts, announcer });

  return {
    element: el('div', { class: 'screen chat' }, header, list.element, composer.element),
    async start() {
      await store.load(userId);
      list.draw();
      receipts.sendSeen();
      list.toEnd();
      if (matchMedia('(pointer: fine)').matches) composer.focus();
    },
    stop() {
      stopListening();
      list.stop();
    },
  };
}

/** The actions of a chat's bubbles. */
function messageActions({ phone, store, outbox, announcer, userId, oa, resident, composer, buttons }) {
  const user = () => store.findUser(userId);
  return {
    ...buttons,
    openImage: (url) =>
      openSheet(phone, {
        title: t('attachment.image'),
        kind: 'viewer',
        content: () => el('img', { src: url, alt: t('attachment.image') }),
      }),
    openMessage: (message) =>
      openMessageSheet({
        phone,
        message,
        announcer,
        onReact: (code) => void resident.react(message.id, code),
        onReply: () => composer.reply(message),
      }),
    shareContact: () => openContactSheet({ phone, user: user(), oa, resident }),
    isShared: ({ at }) => (user()?.contactSharedAt ?? 0) >= at,
    resend: (letter) => void outbox.resend(userId, letter),
    discard: (letter) => outbox.discard(userId, letter),
  };
}

/** Keeps an open chat current. @returns a function that stops it */
function listen({ store, userId, oa, list, receipts, announcer }) {
  const draw = () => {
    list.draw();
    receipts.sendSeen();
  };
  const stops = [
    store.on('messages', (changed) => changed === userId && draw()),
    store.on('state', draw),
    store.on('log', (entry) => entry?.kind === 'delivery' && entry.userId === userId && list.draw()),
    store.on('arrived', ({ userId: of, message }) => {
      if (of !== userId || message.from !== 'oa') return;
      list.countNew();
      announcer.say(spokenForm(message, oa.name));
    }),
    store.on('reconnected', () => void store.load(userId, true)),
  ];
  document.addEventListener('visibilitychange', receipts.sendSeen);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('visibilitychange', receipts.sendSeen);
  };
}
