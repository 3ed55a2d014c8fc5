import { el, iconButton } from './dom.js';
import { t } from './words.js';

const focusable = 'button:not([disabled]), a[href], input:not([hidden]), select, textarea, [tabindex="0"]';
let lastNumber = 0;

/**
 * Shows a dialog over the phone. While it is open everything else is inert; Escape or a tap beside it closes
 * it, and focus returns to where it was.
 * @param phone the phone's element
 * @param options `title`, `content(close)` → nodes, `kind` for its style, `onClose`
 */
export function openSheet(phone, { title, content, kind = 'bottom', onClose }) {
  const before = document.activeElement;
  const titleId = `sheet-title-${++lastNumber}`;
  const others = [
    ...phone.querySelectorAll(':scope > .screen, :scope > .sheet-layer'),
    document.getElementById('panel'),
  ];
  const wereInert = others.map((node) => node.inert);

  function close() {
    if (!layer.isConnected) return;
    layer.remove();
    others.forEach((node, index) => {
      node.inert = wereInert[index];
    });
    onClose?.();
    if (before?.isConnected) before.focus();
    else phone.querySelector('textarea')?.focus();
  }

  const sheet = el(
    'section',
    { class: `sheet sheet-${kind}`, role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': titleId },
    el(
      'header',
      { class: 'sheet-head' },
      el('h2', { id: titleId, tabindex: '-1' }, title),
      iconButton('close', t('composer.close'), { onClick: close, class: 'sheet-close' }),
    ),
    el('div', { class: 'sheet-body' }, content(close)),
  );
  const layer = el(
    'div',
    { class: `sheet-layer layer-${kind}`, onClick: (event) => event.target === layer && close() },
    sheet,
  );
  layer.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  for (const node of others) node.inert = true;
  phone.append(layer);
  (
    sheet.querySelector('[data-first]') ??
    sheet.querySelector('.sheet-body')?.querySelector(focusable) ??
    sheet.querySelector('h2')
  )?.focus();
  return close;
}
