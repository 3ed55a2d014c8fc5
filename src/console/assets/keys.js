/**
 * Keys for the inbox and the page of a ticket. An element names its key in `aria-keyshortcuts`: a button is pressed, a
 * field gets the focus. Whoever speaks to their computer can turn the keys off, because spoken words would press them.
 */
const offKey = 'console-keys-off';
const fields = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';
const help = document.getElementById('keys');
const use = help.querySelector('input');

use.checked = localStorage.getItem(offKey) === null;
use.addEventListener('change', () => {
  if (use.checked) localStorage.removeItem(offKey);
  else localStorage.setItem(offKey, 'yes');
});
document.getElementById('keys-open').addEventListener('click', () => help.showModal());

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const isOrdinary = !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
  if (!isOrdinary || !use.checked || help.open || target.closest(fields)) return;
  if (press(key)) event.preventDefault();
});

/** @returns whether the key means something on this page */
function press(key) {
  if (key === '?') return help.showModal() ?? true;
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
  const element = document.querySelector(`main [aria-keyshortcuts="${CSS.escape(key)}"]`);
  if (element === null) return false;
  const drawer = element.closest('details');
  if (drawer) drawer.open = true;
  if (element.matches('button')) element.click();
  else element.focus();
  return true;
}

/** Moves the focus to the next ticket of the list, or to the one before. */
function step(by) {
  const rows = [...document.querySelectorAll('main .row')];
  const item = document.activeElement?.closest('.tickets > li');
  const at = rows.findIndex((row) => row.closest('li') === item);
  const next = at === -1 ? rows[0] : rows[at + by];
  next?.focus();
  return rows.length > 0;
}
