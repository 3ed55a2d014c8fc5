import { el } from './dom.js';
import { t } from './words.js';

const maxHeightPx = 132;

/**
 * A box that grows with the text.
 * @param handlers `onSend()`, `onEscape()`, `onChange(isEmpty)`, called before the box is measured
 */
export function createTypingBox({ onSend, onEscape, onChange }) {
  const element = el('textarea', {
    rows: '1',
    placeholder: t('composer.placeholder'),
    'aria-label': t('composer.label'),
    onInput: draw,
    onKeydown,
  });

  function draw() {
    onChange(element.value.trim() === '');
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, maxHeightPx)}px`;
  }

  function onKeydown(event) {
    if (event.key === 'Escape') onEscape();
    // On a touch keyboard Enter begins a new line, as on every phone.
    const isTouch = matchMedia('(pointer: coarse)').matches;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isTouch) return;
    event.preventDefault();
    onSend();
  }

  return {
    element,
    draw,
    /** Returns the text and empties the box. */
    takeText() {
      const text = element.value.trim();
      element.value = '';
      draw();
      return text;
    },
  };
}
