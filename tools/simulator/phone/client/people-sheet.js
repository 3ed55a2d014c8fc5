import { call } from './api.js';
import { avatar } from './avatar.js';
import { el, icon } from './dom.js';
import { listPeople } from './people.js';
import { openSheet } from './sheet.js';
import { themeButton } from './theme.js';
import { t, wordsAt } from './words.js';

/** Whose phone it is: choose a person or add one. */
export function openPeopleSheet({ phone, store, current, onChoose, onAdded }) {
  openSheet(phone, {
    title: t('people.title'),
    kind: 'tall',
    content: (close) => [
      el(
        'div',
        { class: 'people' },
        listPeople(store.state).map((person) =>
          personRow(person, person.personId === current, () => {
            close();
            onChoose(person);
          }),
        ),
      ),
      el('h3', {}, icon('personAdd'), t('people.add')),
      addForm(store, (userId) => {
        close();
        onAdded(userId);
      }),
      el('div', { class: 'sheet-foot' }, themeButton()),
    ],
  });
}

function personRow({ name, anonymous }, isCurrent, onClick) {
  return el(
    'button',
    {
      type: 'button',
      class: 'person',
      'aria-current': isCurrent ? 'true' : undefined,
      'data-first': isCurrent,
      onClick,
    },
    avatar(name),
    el(
      'span',
      { class: 'person-name' },
      name,
      anonymous && el('span', { class: 'tag' }, t('people.anonymous_tag')),
    ),
    isCurrent && el('span', { class: 'person-current' }, icon('check'), t('people.current')),
  );
}

/** The form that adds a resident. @param onAdded called with the new user id */
export function addForm(store, onAdded) {
  const taken = new Set(store.state.users.map(({ name }) => name));
  const suggestion = wordsAt('people.sample_names').find((name) => !taken.has(name)) ?? '';
  const name = el('input', {
    type: 'text',
    value: suggestion,
    autocomplete: 'off',
    required: true,
    maxlength: '60',
  });
  const number = el('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    pattern: '84[0-9]{8,10}',
  });
  const oas = el(
    'select',
    {},
    store.state.oas.map((oa) => el('option', { value: oa.oaId }, oa.name)),
  );
  const anonymous = el('input', { type: 'checkbox' });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const onSubmit = async (event) => {
    event.preventDefault();
    if (name.value.trim() === '') {
      problem.textContent = t('people.name_missing');
      return name.focus();
    }
    try {
      const given = { name: name.value.trim(), oaId: oas.value };
      if (number.value) given.phone = number.value;
      if (anonymous.checked) given.anonymous = true;
      const { userId } = await call('POST', 'sim/users', given);
      await store.refresh();
      onAdded(userId);
    } catch (error) {
      problem.textContent = t('people.failed', { reason: error.message });
    }
  };
  return el(
    'form',
    { class: 'add-person', onSubmit },
    el('label', { class: 'field' }, t('people.name'), name),
    el('label', { class: 'field' }, t('people.oa'), oas),
    el('label', { class: 'field' }, t('people.phone'), number),
    el('p', { class: 'hint' }, t('people.phone_hint')),
    el('label', { class: 'check' }, anonymous, t('people.anonymous')),
    problem,
    el('button', { class: 'button button-strong' }, t('people.create')),
  );
}
