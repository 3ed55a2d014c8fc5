import { el, icon, reconcile } from '../dom.js';
import { t } from '../words.js';
import { logEntry, userIdOf } from './log-entry.js';

const groups = { delivery: 'delivery', 'delivery-dropped': 'delivery', api: 'api' };
const directionIcons = { delivery: 'out', api: 'in' };
const shownEntries = 150;

/** The live log of everything Zalo sent and received, newest first. */
export function createLogView({ store, route }) {
  const wanted = { group: 'all', onlyThis: false, cleared: new WeakSet() };
  const list = el('ol', { class: 'log' });
  const empty = el('p', { class: 'hint' }, t('log.empty'));
  let isDue = false;

  function draw() {
    isDue = false;
    const user = store.findUser(route.userId);
    const entries = store.log.filter((entry) => isWanted(entry, wanted, user));
    empty.hidden = entries.length > 0;
    reconcile(list, entries.slice(-shownEntries).reverse().map(toItem));
  }

  /** A person's name may arrive after their first entry. */
  function toItem(entry) {
    const signature = store.findUser(userIdOf(entry))?.name ?? '';
    return { key: entry.id, signature, build: () => logEntry(entry, store) };
  }

  const drawSoon = () => {
    if (!isDue) requestAnimationFrame(draw);
    isDue = true;
  };
  const change = (changes) => {
    Object.assign(wanted, changes);
    draw();
  };
  store.on('log', drawSoon);
  store.on('state', drawSoon);
  route.on(drawSoon);
  draw();
  const clear = () => change({ cleared: new WeakSet(store.log) });
  const region = { class: 'log-scroller', tabindex: '0', role: 'region', 'aria-label': t('log.label') };
  return el('div', { class: 'log-view' }, logTools(change, clear), empty, el('div', region, list));
}

function logTools(change, clear) {
  const onlyThis = el('input', {
    type: 'checkbox',
    onChange: ({ target }) => change({ onlyThis: target.checked }),
  });
  return el(
    'div',
    { class: 'log-tools' },
    el(
      'fieldset',
      { class: 'choices' },
      el('legend', { class: 'hidden-visually' }, t('log.filter')),
      ['all', 'delivery', 'api', 'other'].map((group) => groupChoice(group, change)),
    ),
    el('label', { class: 'check' }, onlyThis, t('log.only_this')),
    el('button', { type: 'button', class: 'small-button quiet', onClick: clear }, t('log.clear')),
  );
}

function groupChoice(group, change) {
  const checked = group === 'all';
  const onChange = () => change({ group });
  const input = el('input', { type: 'radio', name: 'log-filter', value: group, checked, onChange });
  const mark = directionIcons[group] && icon(directionIcons[group]);
  return el('label', { class: 'choice' }, input, el('span', {}, mark, t(`log.filters.${group}`)));
}

function isWanted(entry, { group, onlyThis, cleared }, user) {
  if (cleared.has(entry)) return false;
  if (group !== 'all' && (groups[entry.kind] ?? 'other') !== group) return false;
  if (!onlyThis || !user) return true;
  const about = userIdOf(entry);
  return about === undefined ? entry.oaId === user.oaId : about === user.userId;
}
