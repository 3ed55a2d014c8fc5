import { sameOrigin, webAddress } from './api.js';
import { el, icon } from './dom.js';
import { t } from './words.js';

/** The OA's card that asks for name and number. */
export function contactRequestView({ url, title, description }, { shareContact, isShared }) {
  const image = el('img', { class: 'request-image', src: sameOrigin(webAddress(url) ?? ''), alt: '' });
  image.addEventListener('error', () => {
    image.replaceWith(el('div', { class: 'request-image drawn' }, icon('person')));
  });
  const share = el(
    'button',
    { type: 'button', class: 'button button-strong', disabled: isShared, onClick: shareContact },
    isShared ? [icon('check'), t('contact.shared')] : t('contact.share'),
  );
  return el(
    'div',
    { class: 'request' },
    image,
    el('p', { class: 'request-title' }, title),
    el('p', { class: 'request-text' }, description),
    share,
  );
}
