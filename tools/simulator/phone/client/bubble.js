import { attachmentView, bareTypes } from './attachment-view.js';
import { avatar } from './avatar.js';
import { buttonList } from './button-list.js';
import { el, icon, iconButton, unseen } from './dom.js';
import { linkedText } from './linked-text.js';
import { timeOf } from './phone-time.js';
import { reactionFaces } from './reactions.js';
import { summaryOf } from './summary.js';
import { t, wordsAt } from './words.js';

const ticks = { sending: 'clock', sent: 'check', delivered: 'checks', seen: 'checks', failed: 'alert' };
const longPressMs = 450;

/**
 * One message with everything that belongs to it.
 * @param row of `toRows`, with `quoted` where it answers another and `isNewestOwn`
 * @param context `oaName` and `actions`
 */
export function bubble(row, { oaName, actions }) {
  const { message, first, last, letter } = row;
  const own = message.from === 'user';
  const bare = isBare(message);
  const body = el(
    'div',
    { class: `bubble ${bare ? 'bare' : ''} ${message.buttons.length > 0 ? 'with-buttons' : ''}` },
    speaker(message, oaName),
    row.quoted && quote(row.quoted, oaName, actions),
    message.text && !isRepeated(message) && el('p', { class: 'text' }, linkedText(message.text)),
    attachments(message, actions),
    foot(row, own, bare),
    message.buttons.length > 0 && buttonList(message.buttons, actions),
    message.reaction && reactionBadge(message.reaction),
  );
  const element = el(
    'li',
    {
      class: `row ${own ? 'own' : 'theirs'} ${first ? 'first' : ''} ${last ? 'last' : ''}`,
      id: `message-${message.id}`,
    },
    !own && el('span', { class: 'avatar-place' }, first && avatar(oaName, { official: true, size: 'small' })),
    el(
      'div',
      { class: 'stack' },
      message.staffId && first && el('span', { class: 'staff' }, t('chat.staff')),
      body,
      letter?.state === 'failed' && failedLine(letter, actions),
    ),
    !letter && options(message, actions),
  );
  if (!letter) openByLongPress(body, () => actions.openMessage(message));
  return element;
}

function isBare({ text, attachments: [attachment], quotedMessageId }) {
  return Boolean(attachment) && bareTypes.has(attachment.type) && !text && !quotedMessageId;
}

/** A card or link already shows the text. */
function isRepeated({ text, attachments: [attachment] }) {
  return attachment?.type === 'link' && attachment.url === text;
}

function speaker({ from, staffId, at }, oaName) {
  const time = timeOf(at);
  if (from === 'user') return unseen(`${t('chat.said_by_you', { time })} `);
  const key = staffId
    ? t('chat.said_by_staff', { oa: oaName, time })
    : t('chat.said_by_oa', { oa: oaName, time });
  return unseen(`${key} `);
}

function quote(message, oaName, actions) {
  return el(
    'button',
    { type: 'button', class: 'quote', onClick: () => actions.showMessage(message.id) },
    el('span', { class: 'quote-who' }, message.from === 'oa' ? oaName : t('composer.yourself')),
    el('span', { class: 'quote-text' }, summaryOf(message)),
  );
}

function attachments(message, actions) {
  if (message.attachments.length === 0) return null;
  const context = { ...actions, isShared: actions.isShared(message) };
  return el(
    'div',
    { class: 'attachments' },
    message.attachments.map((one) => attachmentView(one, context)),
  );
}

function foot({ message, last, isNewestOwn }, own, bare) {
  if (!last && !bare && message.state !== 'failed' && message.state !== 'sending') return null;
  const state = own && [
    icon(ticks[message.state]),
    isNewestOwn
      ? el('span', {}, wordsAt('chat.states')[message.state])
      : unseen(wordsAt('chat.states')[message.state]),
  ];
  return el(
    'div',
    { class: `foot ${own ? `state-${message.state}` : ''}` },
    el('time', { datetime: new Date(message.at).toISOString() }, timeOf(message.at)),
    state,
  );
}

function reactionBadge(code) {
  const name = wordsAt('message.icons')[code] ?? code;
  return el(
    'span',
    { class: 'reaction', role: 'img', 'aria-label': t('message.reacted', { name }) },
    reactionFaces[code] ?? '★',
  );
}

function failedLine(letter, actions) {
  return el(
    'div',
    { class: 'failed' },
    el(
      'button',
      { type: 'button', class: 'small-button', onClick: () => actions.resend(letter) },
      t('chat.resend'),
    ),
    el(
      'button',
      { type: 'button', class: 'small-button quiet', onClick: () => actions.discard(letter) },
      t('chat.discard'),
    ),
  );
}

function options(message, actions) {
  const label = t('message.options', { text: summaryOf(message).slice(0, 60) });
  return iconButton('smile', label, { class: 'options', onClick: () => actions.openMessage(message) });
}

function openByLongPress(element, open) {
  let timer;
  const stop = () => clearTimeout(timer);
  element.addEventListener('pointerdown', ({ pointerType }) => {
    if (pointerType === 'touch') timer = setTimeout(open, longPressMs);
  });
  for (const name of ['pointerup', 'pointercancel', 'pointermove']) element.addEventListener(name, stop);
  element.addEventListener('contextmenu', (event) => {
    if (event.target.closest('a, video')) return;
    event.preventDefault();
    stop();
    open();
  });
}
