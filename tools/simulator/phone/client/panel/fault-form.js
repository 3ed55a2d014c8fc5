import { call } from '../api.js';
import { el } from '../dom.js';
import { t, wordsAt } from '../words.js';

/** Adds faults and lists the active ones. */
export function createFaultForm({ store, notify }) {
  const kind = choice('faults.kinds');
  const code = choice('faults.codes');
  const count = el('input', { type: 'number', min: '1', value: '1' });
  const forever = el('input', { type: 'checkbox' });
  const path = el('input', { type: 'text', placeholder: '/v3.0/oa/message/cs', autocomplete: 'off' });
  const accepted = el('input', { type: 'checkbox' });
  const codeField = el('label', { class: 'field' }, t('faults.code'), code);
  const active = el('div', { class: 'active-faults' });
  const drawFields = () => {
    codeField.hidden = kind.value !== 'error';
    accepted.parentElement.hidden = kind.value === 'error';
    count.disabled = forever.checked;
  };
  kind.addEventListener('change', drawFields);
  forever.addEventListener('change', drawFields);

  async function add(event) {
    event.preventDefault();
    const fault = { kind: kind.value };
    if (kind.value === 'error') fault.code = Number(code.value);
    else if (accepted.checked) fault.accepted = true;
    if (forever.checked) fault.rate = 1;
    else fault.count = Number(count.value);
    if (path.value.trim()) fault.path = path.value.trim();
    await call('POST', 'sim/faults', fault).catch(({ message }) => notify(message));
  }

  const form = el(
    'form',
    { class: 'grid', onSubmit: add },
    el('label', { class: 'field' }, t('faults.kind'), kind),
    codeField,
    el('label', { class: 'field' }, t('faults.count'), count),
    el('label', { class: 'check' }, forever, t('faults.forever')),
    el(
      'label',
      { class: 'field' },
      t('faults.path'),
      path,
      el('span', { class: 'hint' }, t('faults.path_hint')),
    ),
    el('label', { class: 'check' }, accepted, t('faults.accepted')),
    el('button', { class: 'small-button strong' }, t('faults.add')),
  );
  const draw = () => active.replaceChildren(...activeFaults(store.state.faults));
  store.on('state', draw);
  draw();
  drawFields();
  return el(
    'section',
    { class: 'form' },
    el('h3', {}, t('faults.title')),
    el('p', { class: 'hint' }, t('faults.hint')),
    form,
    el('h4', {}, t('faults.active')),
    active,
  );
}

function choice(key) {
  const options = Object.entries(wordsAt(key)).map(([value, label]) => el('option', { value }, label));
  return el('select', {}, options);
}

function activeFaults(faults) {
  if (faults.length === 0) return [el('p', { class: 'hint' }, t('faults.none'))];
  const chips = faults.map(({ kind, code, path, remaining, rate }) => {
    const often = remaining ? t('faults.remaining', { count: remaining }) : `${rate * 100} %`;
    return el(
      'li',
      { class: 'chip bad' },
      [kind === 'error' ? `error ${code}` : kind, path, often].filter(Boolean).join(' · '),
    );
  });
  const clear = el(
    'button',
    { type: 'button', class: 'small-button', onClick: () => void call('DELETE', 'sim/faults') },
    t('faults.clear'),
  );
  return [el('ul', { class: 'chips' }, chips), clear];
}
