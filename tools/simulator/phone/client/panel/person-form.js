import { el } from '../dom.js';
import { createResidentActions } from '../resident-actions.js';
import { t, wordsAt } from '../words.js';

/** The person whose chat is open: their state, messages typed by the OA's staff, and unusual events. */
export function createPersonForm({ store, route, notify }) {
  const element = el('div', { class: 'forms' });
  let drawnFor;

  function draw() {
    const user = store.findUser(route.userId);
    const state =
      user && JSON.stringify([user.userId, user.follower, user.blocked, user.inactive, user.name]);
    if (state === drawnFor && element.firstChild) return;
    drawnFor = state;
    if (!user) return element.replaceChildren(el('p', { class: 'hint' }, t('person.none')));
    const resident = createResidentActions(user);
    const run = (work) => void work.catch(({ message }) => notify(message));
    element.replaceChildren(
      stateForm(user, resident, run),
      staffForm(resident, run),
      eventForm(resident, run),
    );
  }

  store.on('state', draw);
  route.on(draw);
  draw();
  return element;
}

function stateForm(user, resident, run) {
  const check = (label, checked, change) => {
    const input = el('input', { type: 'checkbox', checked });
    input.addEventListener('change', () => run(change(input.checked)));
    return el('label', { class: 'check' }, input, label);
  };
  return el(
    'section',
    { class: 'form' },
    el('h3', {}, user.name),
    el('p', { class: 'hint' }, `${t('person.ids')}: `, el('code', {}, user.userId)),
    check(t('person.follower'), user.follower, (on) => resident.act(on ? 'follow' : 'unfollow')),
    check(t('person.blocked'), user.blocked, (blocked) => resident.change({ blocked })),
    check(t('person.inactive'), user.inactive, (inactive) => resident.change({ inactive })),
  );
}

function staffForm(resident, run) {
  const text = el('textarea', { rows: '2', required: true });
  const onSubmit = (event) => {
    event.preventDefault();
    run(resident.speakAsStaff(text.value));
    text.value = '';
  };
  return el(
    'section',
    { class: 'form' },
    el('h3', {}, t('person.staff_title')),
    el(
      'form',
      { onSubmit },
      el('label', { class: 'field' }, t('person.staff_label'), text),
      el('button', { class: 'small-button strong' }, t('person.staff_send')),
    ),
  );
}

function eventForm(resident, run) {
  const options = wordsAt('person.events').map((name) => el('option', { value: name }, name));
  const name = el('select', {}, options);
  const onSubmit = (event) => {
    event.preventDefault();
    run(resident.act(name.value));
  };
  return el(
    'section',
    { class: 'form' },
    el('h3', {}, t('person.event_title')),
    el(
      'form',
      { onSubmit },
      el('label', { class: 'field' }, t('person.event_label'), name),
      el('button', { class: 'small-button strong' }, t('person.event_send')),
    ),
  );
}
