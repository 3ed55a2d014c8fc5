import { createAttachTray } from './attach-tray.js';
import { el, iconButton } from './dom.js';
import { createOaMenu } from './oa-menu.js';
import { createReplyStrip } from './reply-strip.js';
import { createStickerTray } from './sticker-tray.js';
import { createTrays } from './trays.js';
import { createTypingBox } from './typing-box.js';
import { createVoiceBar } from './voice-bar.js';
import { t } from './words.js';

/**
 * The bottom of a chat: typing box, trays, the OA's menu, voice notes and the quoted message.
 * @param parts `oa`, `sending`, `buttons` (actions of menu items), `callOa`, `anonymous`
 */
export function createComposer(parts) {
  const { oa, sending, buttons } = parts;
  const strip = createReplyStrip();
  const box = createTypingBox({ onSend: sendText, onEscape: strip.clear, onChange: drawSend });
  const place = el('div', { class: 'tray-place' });
  const focus = () => box.element.focus();
  const trays = createTrays({ place, focusBack: focus });
  const send = iconButton('send', t('composer.send'), { class: 'send', onClick: sendText });
  const quick = quickButtons({ ...parts, trays, onRecord: record });
  const menuButton = parts.anonymous ? null : iconButton('menu', t('composer.menu'), { onClick: showMenu });
  const stickers = trays.toggle('smile', t('composer.stickers'), () =>
    createStickerTray({ sending, onDone: trays.close }),
  );
  const bar = el(
    'div',
    { class: 'bar' },
    menuButton,
    el('div', { class: 'box' }, box.element, stickers),
    quick,
    send,
  );
  box.draw();

  function drawSend(isEmpty) {
    send.hidden = isEmpty;
    quick.hidden = !isEmpty;
  }

  function sendText() {
    const text = box.takeText();
    if (text === '') return;
    void sending.text(text, strip.quoted?.id);
    strip.clear();
    focus();
  }

  /** Shows another element in place of the bar. @returns a function that brings the bar back */
  function replaceBar(other) {
    trays.close();
    bar.hidden = true;
    bar.after(other);
    other.querySelector('button')?.focus();
    return (focusBack) => {
      if (!other.isConnected) return;
      other.remove();
      bar.hidden = false;
      focusBack.focus();
    };
  }

  function showMenu() {
    const back = replaceBar(createOaMenu({ oa, buttons, onKeyboard: () => back(menuButton) }));
  }

  function record() {
    const back = replaceBar(createVoiceBar({ sending, onDone: () => back(box.element) }));
  }

  return {
    element: el('footer', { class: 'composer' }, strip.element, bar, place),
    focus,
    reply(message) {
      strip.show(message, oa.name);
      focus();
    },
  };
}

function quickButtons({ sending, callOa, anonymous, trays, onRecord }) {
  const tray = (options) => () => createAttachTray({ sending, callOa, onDone: trays.close, ...options });
  return el(
    'div',
    { class: 'quick' },
    trays.toggle('plus', t('composer.attach'), tray({ anonymous })),
    iconButton('mic', t('composer.voice'), { onClick: onRecord }),
    trays.toggle('image', t('composer.photo'), tray({ photosOnly: true })),
  );
}
