import { el } from '../dom.js';
import { t, wordsAt } from '../words.js';

/**
 * The control for one switch, by its JSON Schema.
 * @returns `{ element, set(value) }`; `onChange` is called with a value of the switch's own type
 */
export function switchControl(name, schema, onChange) {
  const label = wordsAt('switches.names')[name];
  const choices = choicesOf(schema);
  if (schema.type === 'boolean') return checkbox(label, onChange);
  if (choices) return select(label, choices, onChange);
  return number(label, schema, onChange);
}

function choicesOf({ enum: texts, anyOf = [] }) {
  if (texts) return texts;
  const constants = anyOf.filter((one) => 'const' in one).map((one) => one.const);
  return constants.length > 0 ? constants : undefined;
}

function checkbox(label, onChange) {
  const input = el('input', { type: 'checkbox', role: 'switch' });
  input.addEventListener('change', () => onChange(input.checked));
  return {
    element: el('label', { class: 'switch' }, el('span', {}, label), input),
    set: (value) => {
      input.checked = value;
    },
  };
}

function select(label, choices, onChange) {
  const input = el(
    'select',
    {},
    choices.map((choice, index) => el('option', { value: index }, String(choice))),
  );
  input.addEventListener('change', () => onChange(choices[Number(input.value)]));
  return {
    element: el('label', { class: 'switch' }, el('span', {}, label), input),
    set: (value) => {
      input.value = String(choices.indexOf(value));
    },
  };
}

function number(label, schema, onChange) {
  const isNullable = schema.anyOf?.some(({ type }) => type === 'null') ?? false;
  const input = el('input', {
    type: 'number',
    step: 'any',
    min: schema.minimum,
    max: schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum,
    placeholder: isNullable ? t('switches.unlimited') : undefined,
  });
  input.addEventListener('change', () => {
    if (input.value !== '') onChange(Number(input.value));
    else if (isNullable) onChange(null);
  });
  return {
    element: el('label', { class: 'switch' }, el('span', {}, label), input),
    set: (value) => {
      if (document.activeElement !== input) input.value = value === null ? '' : String(value);
    },
  };
}
