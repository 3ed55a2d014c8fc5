import { el, icon, reconcile } from '../dom.js';
import { t } from '../words.js';
import { logEntry, userIdOf } from './log-entry.js';

const groups = { delivery: 'delivery', 'delivery-dropped': 'delivery', api: 'api' };
const directionIcons = { delivery: 'out', api: 'in' };
const shownEntries = 150;

/** The live log, newest first, of everything Zalo sent and got. */
export function createLogView({ store, route }) {
  const filters = { group: 'all', onlyThis: false };
  const list = el('ol', { class: 'log' });
  const empty = el('p', { class: 'hint' }, t('log.empty'));
  let clearedUpTo = 0;

  function draw() {
    const user = store.findUser(route.userId);
    const entries = store.log.filter((entry) => entry.id > clearedUpTo && isWanted(entry, filters, user));
    empty.hidden = entries.length > 0;
    const items = entries.slice(-shownEntries).reverse();
    reconcile(list, items.map(toItem));
  }

  /** A person's name may become known after what they did. */
  const toItem = (entry) => ({
    key: entry.id,
    signature: store.findUser(userIdOf(entry))?.name ?? '',
    build: () => logEntry(entry, store),
  });

  const choices = ['all', 'delivery', 'api', 'other'].map((group) => {
    const input = el('input', { type: 'radio', name: 'log-filter', value: group, checked: group === 'all' });
    input.addEventListener('change', () => {
      filters.group = group;
      draw();
    });
    return el(
      'label',
      { class: 'choice' },
      input,
      el('span', {}, directionIcons[group] && icon(directionIcons[group]), t(`log.filters.${group}`)),
    );
  });
  const onlyThis = el('input', { type: 'checkbox' });
  onlyThis.addEventListener('change', () => {
    filters.onlyThis = onlyThis.checked;
    draw();
  });
  const clear = () => {
    clearedUpTo = store.log.at(-1)?.id ?? 0;
    draw();
  };

  let isDue = false;
  const drawSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
  store.on('log', drawSoon);
  store.on('state', drawSoon);
  route.on(drawSoon);
  draw();
  return el(
    'div',
    { class: 'log-view' },
    el(
      'div',
      { class: 'log-tools' },
      el(
        'fieldset',
        { class: 'choices' },
        el('legend', { class: 'hidden-visually' }, t('log.filter')),
        choices,
      ),
      el('label', { class: 'check' }, onlyThis, t('log.only_this')),
      el('button', { type: 'button', class: 'small-button quiet', onClick: clear }, t('log.clear')),
    ),
    empty,
    el('div', { class: 'log-scroller', tabindex: '0', role: 'region', 'aria-label': t('log.label') }, list),
  );
}

function isWanted(entry, { group, onlyThis }, user) {
  if (group !== 'all' && (groups[entry.kind] ?? 'other') !== group) return false;
  if (!onlyThis || !user) return true;
  const of = userIdOf(entry);
  return of === undefined ? entry.oaId === user.oaId : of === user.userId;
}
