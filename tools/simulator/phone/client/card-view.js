import { sameOrigin, webAddress } from './api.js';
import { el, icon } from './dom.js';
import { t } from './words.js';

const kilobyte = 1_024;
const megabyte = kilobyte * kilobyte;

/** A file to open. */
export function fileView({ url, title = t('attachment.file'), sizeBytes, previewUrl }) {
  const kind = title.split('.').at(-1)?.toUpperCase();
  const href = previewUrl ? undefined : sameOrigin(webAddress(url) ?? '');
  return card({
    look: 'file',
    title,
    small: [kind, sizeOf(sizeBytes)].filter(Boolean).join(' · '),
    href,
    label: t('attachment.open_file', { name: title }),
  });
}

function sizeOf(bytes) {
  if (!bytes) return undefined;
  if (bytes < megabyte) return `${Math.max(1, Math.round(bytes / kilobyte))} KB`;
  return `${(bytes / megabyte).toFixed(1)} MB`;
}

/** A link, or a contact card, which travels as one. */
export function linkView({ url, title, description = '' }) {
  const phone = phoneOf(description);
  if (phone) return card({ look: 'card', title: t('attachment.card'), small: phone });
  const href = webAddress(url);
  const small = href ? new URL(href).host : url;
  return card({ look: 'link', title: title || description || t('attachment.link'), small, href });
}

/** A contact card is a link whose description holds the number as JSON. */
function phoneOf(description) {
  try {
    return JSON.parse(description).phone;
  } catch {
    return undefined;
  }
}

/** An attachment of a type that this page cannot draw. */
export function otherView({ type }) {
  return card({ look: 'file', title: t('attachment.other', { type }), small: '' });
}

function card({ look, title, small, href, label }) {
  const inside = [
    el('span', { class: 'file-icon' }, icon(look)),
    el(
      'span',
      { class: 'file-words' },
      el('span', { class: 'file-name' }, title),
      el('span', { class: 'file-size' }, small),
    ),
  ];
  if (!href) return el('div', { class: 'file' }, inside);
  const opens = { href, target: '_blank', rel: 'noopener noreferrer', 'aria-label': label };
  return el('a', { class: 'file', ...opens }, inside);
}
