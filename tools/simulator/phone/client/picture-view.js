import { sameOrigin, webAddress } from './api.js';
import { el, icon } from './dom.js';
import { t } from './words.js';

/** A photo that opens large, or a frame that says that it cannot be fetched. */
export function pictureView({ url, thumbnailUrl, previewUrl }, { openImage }, label) {
  const address = previewUrl ?? sameOrigin(webAddress(url) ?? webAddress(thumbnailUrl) ?? '');
  const image = el('img', { src: address, alt: label, class: 'picture-image' });
  const frame = el(
    'button',
    {
      type: 'button',
      class: 'picture',
      'aria-label': t('attachment.open_image'),
      onClick: () => openImage(address),
    },
    image,
  );
  image.addEventListener('error', () => {
    frame.replaceWith(
      el('div', { class: 'picture missing' }, icon('image'), el('span', {}, t('attachment.image_missing'))),
    );
  });
  return frame;
}

export function videoView({ url, previewUrl }) {
  const address = previewUrl ?? sameOrigin(webAddress(url) ?? '');
  return el('video', {
    class: 'picture',
    src: address,
    controls: true,
    preload: 'metadata',
    'aria-label': t('attachment.video'),
  });
}
