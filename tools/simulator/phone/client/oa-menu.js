import { el, icon, iconButton } from './dom.js';
import { t, wordsAt } from './words.js';

/** The OA's own menu in place of the typing box: up to three entries, each an action or a list of actions. */
export function createOaMenu({ oa, buttons, onKeyboard }) {
  const list = el('div', { class: 'submenu', hidden: true });
  let openEntry;

  function close() {
    list.hidden = true;
    openEntry?.setAttribute('aria-expanded', 'false');
    openEntry = undefined;
  }

  function open(entry, items) {
    const wasOpen = openEntry === entry;
    close();
    if (wasOpen) return;
    openEntry = entry;
    entry.setAttribute('aria-expanded', 'true');
    list.replaceChildren(...items.map((item) => actionButton(item, 'submenu-item')));
    list.hidden = false;
    list.firstElementChild.focus();
  }

  function actionButton(item, className) {
    const onClick = () => {
      close();
      buttons.run(item);
    };
    return el('button', { type: 'button', class: className, onClick }, item.title);
  }

  function entryButton(item) {
    if (!item.items) return actionButton(item, 'menu-entry');
    const label = t('composer.submenu', { title: item.title });
    const entry = el(
      'button',
      { type: 'button', class: 'menu-entry', 'aria-expanded': 'false', 'aria-label': label },
      item.title,
      icon('up'),
    );
    entry.addEventListener('click', () => open(entry, item.items));
    return entry;
  }

  const element = el(
    'div',
    { class: 'bar menu-bar', role: 'group', 'aria-label': t('composer.menu_label') },
    iconButton('keyboard', t('composer.keyboard'), { onClick: onKeyboard }),
    el('div', { class: 'menu-entries' }, (oa.menu ?? wordsAt('menu')).map(entryButton)),
    list,
  );
  element.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    const entry = openEntry;
    close();
    entry?.focus();
  });
  return element;
}
