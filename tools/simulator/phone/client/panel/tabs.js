import { el } from '../dom.js';

/** Tabs as the ARIA practice describes them: arrows move between them, one panel shows. */
export function createTabs(tabs) {
  const buttons = tabs.map(({ id, title }, index) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `tab-panel-${id}`,
        onClick: () => select(index),
      },
      title,
    ),
  );
  const panels = tabs.map(({ id, content }) =>
    el(
      'div',
      {
        class: 'tab-panel',
        role: 'tabpanel',
        id: `tab-panel-${id}`,
        'aria-labelledby': `tab-${id}`,
        tabindex: '0',
      },
      content,
    ),
  );
  const list = el('div', { class: 'tabs', role: 'tablist' }, buttons);
  list.addEventListener('keydown', ({ key }) => {
    const at = buttons.indexOf(document.activeElement);
    const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 };
    if (!(key in steps)) return;
    const next = (steps[key] + buttons.length) % buttons.length;
    select(next);
    buttons[next].focus();
  });

  function select(chosen) {
    buttons.forEach((button, index) => {
      button.setAttribute('aria-selected', String(index === chosen));
      button.setAttribute('tabindex', index === chosen ? '0' : '-1');
      panels[index].hidden = index !== chosen;
    });
  }

  select(0);
  return el('div', { class: 'tabbed' }, list, panels);
}
