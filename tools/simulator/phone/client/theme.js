import { el, icon } from './dom.js';
import { remember } from './memory.js';
import { t } from './words.js';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const drawers = new Set();

const isDark = () =>
  (document.documentElement.dataset.theme ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';

systemDark.addEventListener('change', drawAll);

function drawAll() {
  for (const draw of drawers) draw();
}

/** Switches between light and dark and remembers the choice. Before the first choice the system decides. */
export function themeButton() {
  const button = el('button', { type: 'button', class: 'theme-button', onClick: switchTheme });
  const draw = () =>
    button.replaceChildren(
      icon(isDark() ? 'sun' : 'moon'),
      el('span', {}, t(isDark() ? 'theme.to_light' : 'theme.to_dark')),
    );
  drawers.add(draw);
  draw();
  return button;
}

function switchTheme() {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  remember('theme', theme);
  drawAll();
}
