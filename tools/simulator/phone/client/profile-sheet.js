import { avatar } from './avatar.js';
import { el, icon } from './dom.js';
import { openSheet } from './sheet.js';
import { t } from './words.js';

/** The OA's page: its profile, and what a resident can do with it. */
export function openProfileSheet({ phone, store, oa, user, resident, onCall, onMessage }) {
  openSheet(phone, {
    title: oa.name,
    kind: 'profile',
    content(close) {
      const followers = store.state.users.filter(({ oaId, follower }) => oaId === oa.oaId && follower).length;
      const then = (act) => () => {
        close();
        void act();
      };
      return [
        el('div', { class: 'cover' }),
        el('div', { class: 'profile-face' }, avatar(oa.name, { official: true, size: 'large' })),
        el('p', { class: 'verified-line' }, icon('check'), t('profile.verified')),
        el('p', { class: 'hint' }, t('profile.followers', { count: followers })),
        el('p', {}, oa.description ?? t('profile.description')),
        el('div', { class: 'profile-actions' }, mainActions({ user, resident, then, onCall, onMessage })),
        user && el('div', { class: 'profile-more' }, moreActions({ user, resident, then })),
      ];
    },
  });
}

function mainActions({ user, resident, then, onCall, onMessage }) {
  const message = el(
    'button',
    { type: 'button', class: 'button button-strong', 'data-first': true, onClick: then(onMessage) },
    icon('smile'),
    t('profile.message'),
  );
  if (!user || user.anonymousConversationId) return message;
  const act = user.follower ? 'unfollow' : 'follow';
  return [
    message,
    el(
      'button',
      { type: 'button', class: 'button', onClick: then(() => resident.act(act)) },
      icon(user.follower ? 'check' : 'plus'),
      t(user.follower ? 'profile.following' : 'profile.follow'),
    ),
    el(
      'button',
      { type: 'button', class: 'button', onClick: then(onCall) },
      icon('phone'),
      t('profile.call'),
    ),
  ];
}

function moreActions({ user, resident, then }) {
  if (user.anonymousConversationId) return null;
  const line = (label, act) =>
    el('button', { type: 'button', class: 'sheet-row', onClick: then(act) }, label);
  return [
    user.follower && line(t('profile.unfollow'), () => resident.act('unfollow')),
    line(t(user.blocked ? 'profile.unblock' : 'profile.block'), () =>
      resident.change({ blocked: !user.blocked }),
    ),
    line(t('profile.withdraw'), () => resident.act('user_withdraw')),
  ];
}
