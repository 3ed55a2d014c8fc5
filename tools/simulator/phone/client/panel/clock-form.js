import { call } from '../api.js';
import { el } from '../dom.js';
import { t, wordsAt } from '../words.js';

/** Moves the clock of the simulator and, in the demo, of the bot. */
export function createClockForm({ notify }) {
  const advance = async (advanceMs) => {
    try {
      await call('POST', 'sim/clock', { advanceMs });
    } catch {
      notify(t('clock.failed'));
    }
  };
  const steps = Object.entries(wordsAt('clock.steps')).map(([ms, label]) =>
    el('button', { type: 'button', class: 'small-button', onClick: () => void advance(Number(ms)) }, label),
  );
  return el(
    'section',
    { class: 'form' },
    el('h3', {}, t('clock.title')),
    el('p', { class: 'hint' }, t('clock.hint')),
    el('div', { class: 'button-row', role: 'group', 'aria-label': t('clock.group') }, steps),
  );
}
