import { el } from './dom.js';

/** Announces events to screen readers, and shows short notices to everybody. */
export function createAnnouncer(host) {
  const spoken = el('div', { class: 'hidden-visually', role: 'log', 'aria-live': 'polite' });
  const toast = el('div', { class: 'toast', role: 'status' });
  let timer;
  host.append(spoken, toast);
  return {
    say(text) {
      spoken.append(el('p', {}, text));
      while (spoken.childElementCount > 5) spoken.firstElementChild.remove();
    },
    show(text) {
      toast.textContent = text;
      toast.classList.add('shown');
      clearTimeout(timer);
      timer = setTimeout(() => {
        toast.classList.remove('shown');
        toast.textContent = '';
      }, 3_500);
    },
  };
}
