import { el } from './dom.js';
import { openSheet } from './sheet.js';
import { t } from './words.js';

/** Asks the resident before their name and number go to the OA. */
export function openContactSheet({ phone, user, oa, resident }) {
  openSheet(phone, {
    title: t('contact.title'),
    content: (close) => {
      const name = field(t('contact.name'), { value: user.name, required: true });
      const number = field(t('contact.phone'), {
        value: user.phone,
        inputmode: 'numeric',
        pattern: '84[0-9]{8,10}',
        required: true,
      });
      const onSubmit = async (event) => {
        event.preventDefault();
        close();
        await resident.change({ name: name.input.value, phone: number.input.value });
        await resident.act('user_submit_info');
      };
      return el(
        'form',
        { onSubmit },
        el('p', { class: 'hint' }, t('contact.text', { oa: oa.name })),
        name.label,
        number.label,
        el('p', { class: 'hint' }, t('people.phone_hint')),
        el('button', { class: 'button button-strong', 'data-first': true }, t('contact.agree')),
        el('button', { type: 'button', class: 'button', onClick: close }, t('contact.refuse')),
      );
    },
  });
}

function field(title, attributes) {
  const input = el('input', { type: 'text', autocomplete: 'off', ...attributes });
  return { input, label: el('label', { class: 'field' }, title, input) };
}
