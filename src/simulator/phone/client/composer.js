import { createAttachTray } from './attach-tray.js';
import { el, icon, iconButton } from './dom.js';
import { createOaMenu } from './oa-menu.js';
import { createStickerTray } from './sticker-tray.js';
import { summaryOf } from './summary.js';
import { createVoiceBar } from './voice-bar.js';
import { t } from './words.js';

const maxHeightPx = 132;

/**
 * The bottom of a chat: typing box, trays, the OA's menu, voice notes and the strip of a quoted message.
 * @param parts `oa`, `sending`, `buttons` (what menu items do), `callOa`
 */
export function createComposer({ oa, sending, buttons, callOa, anonymous }) {
  let quoted;
  const strip = el('div', { class: 'reply-strip', hidden: true });
  const box = el('textarea', {
    rows: '1',
    placeholder: t('composer.placeholder'),
    'aria-label': t('composer.label'),
    onInput: drawBox,
    onKeydown: onKey,
  });
  const trayPlace = el('div', { class: 'tray-place' });
  const send = iconButton('send', t('composer.send'), { class: 'send', onClick: sendText });
  const quick = el(
    'div',
    { class: 'quick' },
    toggle('plus', t('composer.attach'), () =>
      createAttachTray({ sending, callOa, onDone: closeTray, anonymous }),
    ),
    iconButton('mic', t('composer.voice'), { onClick: record }),
    toggle('image', t('composer.photo'), () =>
      createAttachTray({ sending, callOa, onDone: closeTray, photosOnly: true }),
    ),
  );
  const menuButton = anonymous ? null : iconButton('menu', t('composer.menu'), { onClick: showMenu });
  const bar = el(
    'div',
    { class: 'bar' },
    menuButton,
    el(
      'div',
      { class: 'box' },
      box,
      toggle('smile', t('composer.stickers'), () => createStickerTray({ sending, onDone: closeTray })),
    ),
    quick,
    send,
  );
  const element = el('footer', { class: 'composer' }, strip, bar, trayPlace);
  let openToggle;
  drawBox();

  function toggle(name, label, build) {
    const button = iconButton(name, label, { 'aria-expanded': 'false' });
    button.addEventListener('click', () => {
      const wasOpen = openToggle === button;
      closeTray();
      if (!wasOpen) openTray(button, build());
    });
    return button;
  }

  function openTray(button, tray) {
    openToggle = button;
    button.setAttribute('aria-expanded', 'true');
    trayPlace.append(tray);
    tray.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      closeTray();
      button.focus();
    });
    tray.querySelector('button')?.focus();
  }

  function closeTray() {
    const hadFocus = trayPlace.contains(document.activeElement);
    openToggle?.setAttribute('aria-expanded', 'false');
    openToggle = undefined;
    trayPlace.replaceChildren();
    if (hadFocus) box.focus();
  }

  function replaceBar(other) {
    closeTray();
    bar.hidden = true;
    bar.after(other);
    other.querySelector('button')?.focus();
    return (focusBack) => {
      if (!other.isConnected) return;
      other.remove();
      bar.hidden = false;
      focusBack?.focus();
    };
  }

  function showMenu() {
    const menu = createOaMenu({ oa, buttons, onKeyboard: () => back(menuButton) });
    const back = replaceBar(menu);
  }

  function record() {
    const voice = createVoiceBar({ sending, onDone: () => back(box) });
    const back = replaceBar(voice);
  }

  function drawBox() {
    const empty = box.value.trim() === '';
    send.hidden = empty;
    quick.hidden = !empty;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, maxHeightPx)}px`;
  }

  function onKey(event) {
    // On a touch keyboard Enter begins a new line, as on every phone.
    const touch = matchMedia('(pointer: coarse)').matches;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !touch) {
      event.preventDefault();
      sendText();
    }
    if (event.key === 'Escape' && quoted) reply(undefined);
  }

  function sendText() {
    const text = box.value.trim();
    if (text === '') return;
    void sending.text(text, quoted?.id);
    box.value = '';
    reply(undefined);
    drawBox();
    box.focus();
  }

  function reply(message, oaName) {
    quoted = message;
    strip.hidden = !message;
    if (!message) return strip.replaceChildren();
    const who = message.from === 'oa' ? oaName : t('composer.yourself');
    strip.replaceChildren(
      icon('reply'),
      el(
        'span',
        { class: 'reply-words' },
        el('span', { class: 'reply-who' }, t('composer.replying', { who })),
        el('span', { class: 'reply-text' }, summaryOf(message)),
      ),
      iconButton('close', t('composer.stop_replying'), { onClick: () => reply(undefined) }),
    );
    box.focus();
  }

  return { element, reply, focus: () => box.focus() };
}
