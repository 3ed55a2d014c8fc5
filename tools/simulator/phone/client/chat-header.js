import { avatar, verified } from './avatar.js';
import { el, icon, iconButton, unseen } from './dom.js';
import { t } from './words.js';

/**
 * The blue bar of a chat. @param handlers `onBack`, `openProfile`, `callOa` (absent for a visitor of a web
 * chat)
 */
export function chatHeader(oa, { onBack, openProfile, callOa }) {
  const names = el(
    'span',
    { class: 'chat-names' },
    el('span', { class: 'chat-name' }, el('span', { class: 'chat-name-text' }, oa.name), verified()),
    el('span', { class: 'chat-kind' }, t('chat.official')),
  );
  return el(
    'header',
    { class: 'top chat-top' },
    iconButton('back', t('chat.back'), { onClick: onBack }),
    el(
      'button',
      { type: 'button', class: 'chat-title', onClick: openProfile },
      unseen(t('chat.open_profile')),
      avatar(oa.name, { official: true, size: 'small' }),
      names,
    ),
    callOa && iconButton('phone', t('chat.call', { oa: oa.name }), { onClick: callOa }),
  );
}

/**
 * The start of a chat, above the first message. @param handlers `onFollow`, `chatNow`; absent for such a
 * visitor
 */
export function chatIntro({ oa, userName, handlers }) {
  const actions = handlers && [
    el(
      'button',
      { type: 'button', class: 'button button-strong', onClick: handlers.onFollow },
      icon('plus'),
      t('profile.follow'),
    ),
    el('button', { type: 'button', class: 'button', onClick: handlers.chatNow }, t('profile.message')),
  ];
  return el(
    'section',
    { class: 'intro' },
    avatar(oa.name, { official: true, size: 'large' }),
    el('p', { class: 'intro-title' }, t('chat.start_title', { name: userName })),
    el('p', {}, t('chat.start_text', { oa: oa.name })),
    actions && el('div', { class: 'intro-actions' }, actions),
  );
}
