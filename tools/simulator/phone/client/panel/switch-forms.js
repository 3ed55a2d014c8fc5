import { call } from '../api.js';
import { el } from '../dom.js';
import { t, wordsAt } from '../words.js';
import { switchControl } from './switch-control.js';

/** Every switch of the simulator in its group, the OAs and their grants, and starting over. */
export function createSwitchForms({ store, notify }) {
  const controls = new Map();
  const groups = el('div', { class: 'switch-groups' });
  const oas = el('ul', { class: 'oas' });

  async function change(name, value) {
    try {
      await call('POST', 'sim/switches', { [name]: value });
      notify(t('switches.saved', { name: wordsAt('switches.names')[name] }));
    } catch (error) {
      notify(t('switches.failed', { reason: error.message }));
      draw();
    }
  }

  function draw() {
    for (const [name, control] of controls) control.set(store.state.switches[name]);
    oas.replaceChildren(...store.state.oas.map(oaRow));
  }

  async function build() {
    const { properties } = await call('GET', 'sim/switches');
    for (const [name, schema] of Object.entries(properties)) {
      controls.set(
        name,
        switchControl(name, schema, (value) => void change(name, value)),
      );
    }
    const sections = Object.values(wordsAt('switches.groups')).map(({ title, names }) =>
      el(
        'section',
        { class: 'form' },
        el('h3', {}, title),
        names.map((name) => controls.get(name).element),
      ),
    );
    groups.replaceChildren(...sections);
    draw();
  }

  store.on('state', draw);
  void build();
  const oaSection = el('section', { class: 'form' }, el('h3', {}, t('switches.oa_title')), oas);
  return el('div', { class: 'forms' }, groups, oaSection, resetForm());
}

function oaRow({ oaId, name, granted }) {
  const button = (label, path) =>
    el(
      'button',
      {
        type: 'button',
        class: 'small-button',
        onClick: () => void call('DELETE', `sim/oas/${oaId}/${path}`),
      },
      label,
    );
  return el(
    'li',
    {},
    el('span', { class: 'oa-name' }, name),
    el(
      'span',
      { class: `chip ${granted ? 'good' : 'warn'}` },
      t(granted ? 'switches.granted' : 'switches.not_granted'),
    ),
    granted && button(t('switches.expire'), 'access-token'),
    granted && button(t('switches.revoke'), 'grant'),
  );
}

/** Asks twice, because a reset cannot be undone. */
function resetForm() {
  const button = el('button', { type: 'button', class: 'small-button danger' }, t('switches.reset'));
  let asked = false;
  button.addEventListener('click', () => {
    if (asked) void call('DELETE', 'sim');
    asked = !asked;
    button.textContent = t(asked ? 'switches.reset_again' : 'switches.reset');
  });
  button.addEventListener('blur', () => {
    asked = false;
    button.textContent = t('switches.reset');
  });
  return el(
    'section',
    { class: 'form' },
    el('h3', {}, t('switches.reset_title')),
    el('p', { class: 'hint' }, t('switches.reset_hint')),
    button,
  );
}
