import { el } from './dom.js';
import { drawSticker, stickerIds, stickerName } from './stickers.js';
import { t } from './words.js';

export function createStickerTray({ sending, onDone }) {
  const choose = (id) => () => {
    onDone();
    void sending.sticker(id);
  };
  return el(
    'div',
    { class: 'tray stickers', role: 'group', 'aria-label': t('attach.stickers') },
    stickerIds.map((id) =>
      el(
        'button',
        {
          type: 'button',
          class: 'sticker-button',
          'aria-label': t('attachment.sticker', { name: stickerName(id) }),
          onClick: choose(id),
        },
        drawSticker(id),
        el('span', { class: 'sticker-words', 'aria-hidden': 'true' }, stickerName(id)),
      ),
    ),
  );
}
