import { fileView, linkView, otherView } from './card-view.js';
import { contactRequestView } from './contact-request-view.js';
import { el } from './dom.js';
import { pictureView, videoView } from './picture-view.js';
import { locationView } from './place-view.js';
import { drawSticker, stickerIdOf, stickerName } from './stickers.js';
import { voiceView } from './voice-view.js';
import { t } from './words.js';

/** Types shown without a bubble. */
export const bareTypes = new Set(['sticker', 'image', 'gif', 'video', 'location']);

const views = {
  image: (attachment, actions) => pictureView(attachment, actions, t('attachment.image')),
  gif: (attachment, actions) => pictureView(attachment, actions, t('attachment.gif')),
  video: videoView,
  audio: voiceView,
  file: fileView,
  sticker: stickerView,
  location: locationView,
  link: linkView,
  request_user_info: contactRequestView,
};

/**
 * Draws one attachment by its type.
 * @param actions `openImage(url)`, `shareContact()`, `isShared`
 */
export function attachmentView(attachment, actions) {
  const view = views[attachment.type] ?? otherView;
  return view(attachment, actions);
}

function stickerView({ url }) {
  const id = stickerIdOf(url);
  const name = stickerName(id);
  const label = t('attachment.sticker', { name: name ?? t('attachment.sticker_other') });
  return el(
    'div',
    { class: 'sticker-frame', role: 'img', 'aria-label': label },
    drawSticker(id),
    name && el('span', { class: 'sticker-words', 'aria-hidden': 'true' }, name),
  );
}
