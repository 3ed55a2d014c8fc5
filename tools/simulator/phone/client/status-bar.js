import { el, icon } from './dom.js';
import { timeOf } from './phone-time.js';
import { t } from './words.js';

const tickMs = 5_000;

/** The clock at the top of the phone, and a notice while the simulator cannot be reached. */
export function createStatusBar(store) {
  const time = el('span', { class: 'status-time' });
  const signs = el('span', { class: 'status-icons' }, el('i'), el('i'), el('i'));
  const words = el('p', { class: 'offline', role: 'status', hidden: true });
  const tick = () => {
    time.textContent = timeOf(store.now());
  };
  store.on('state', tick);
  store.on('online', (online) => {
    words.hidden = online;
    words.replaceChildren(...(online ? [] : [icon('alert'), t('page.offline')]));
  });
  setInterval(tick, tickMs);
  tick();
  return [el('div', { class: 'status-bar', 'aria-hidden': 'true' }, time, signs), words];
}
