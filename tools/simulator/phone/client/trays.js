import { iconButton } from './dom.js';

/**
 * Buttons that open a tray under the typing box, one at a time.
 * @param place where trays are shown
 * @param focusBack takes the focus when a tray with the focus closes
 */
export function createTrays({ place, focusBack }) {
  let opened;

  function close() {
    const hadFocus = place.contains(document.activeElement);
    opened?.setAttribute('aria-expanded', 'false');
    opened = undefined;
    place.replaceChildren();
    if (hadFocus) focusBack();
  }

  function open(button, tray) {
    opened = button;
    button.setAttribute('aria-expanded', 'true');
    place.append(tray);
    tray.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      close();
      button.focus();
    });
    tray.querySelector('button')?.focus();
  }

  return {
    close,
    /** @param build makes a new tray element on every call */
    toggle(name, label, build) {
      const button = iconButton(name, label, { 'aria-expanded': 'false' });
      button.addEventListener('click', () => {
        const wasOpen = opened === button;
        close();
        if (!wasOpen) open(button, build());
      });
      return button;
    },
  };
}
