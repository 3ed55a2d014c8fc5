import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import type { Html } from './html.ts';

/** The keys of `assets/keys.js`; what each does is `console:keys.<name>`. */
const keys = [
  { name: 'next', press: ['j', 'k'] },
  { name: 'open', press: ['Enter'] },
  { name: 'assign', press: ['a'] },
  { name: 'answer', press: ['r'] },
  { name: 'done', press: ['e'] },
  { name: 'help', press: ['?'] },
] as const;

/** A short help for the keys, and the switch that turns them off. The script opens it. */
export function renderKeysHelp(t: Translate): Html {
  const rows = keys.map(
    ({ name, press }) =>
      html`<div><dt>${press.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(`console:keys.${name}`)}</dd></div>`,
  );
  return html`<footer class="keys-open"><button type="button" id="keys-open">${t('console:keys.title')} <kbd>?</kbd></button></footer>
<dialog id="keys" class="keys card" aria-labelledby="keys-title"><h2 id="keys-title">${t('console:keys.title')}</h2>
<dl>${rows}</dl>
<label class="check"><input type="checkbox" checked> <span>${t('console:keys.use')}</span></label>
<form method="dialog"><button class="primary">${t('console:keys.close')}</button></form></dialog>`;
}
