import { webAddress } from './api.js';
import { el, icon, unseen } from './dom.js';
import { t } from './words.js';

/**
 * The buttons under a message of the OA.
 * @param actions `tap(payload, hidden)`, `phone(code)`, `sms(payload)`, `refuse(text)`
 */
export function buttonList(buttons, actions) {
  return el(
    'div',
    { class: 'buttons', role: 'group', 'aria-label': t('buttons.group') },
    buttons.map((button) => oneButton(button, actions)),
  );
}

function oneButton({ title, type, payload }, actions) {
  switch (type) {
    case 'oa.open.url':
      return linkButton(title, payload, actions);
    case 'oa.open.phone':
      return plain(title, () => actions.phone(payload.phone_code), ['phone', t('buttons.opens_phone')]);
    case 'oa.open.sms':
      return plain(title, () => actions.sms(payload), ['phone', t('buttons.opens_sms')]);
    default:
      return plain(title, () => actions.tap(String(payload), type === 'oa.query.hide'));
  }
}

function linkButton(title, payload, actions) {
  const href = webAddress(payload?.url);
  const look = ['external', t('buttons.opens_link')];
  if (!href) return plain(title, () => actions.refuse(t('buttons.unsafe')), look);
  return el(
    'a',
    { class: 'button', href, target: '_blank', rel: 'noopener noreferrer' },
    el('span', { class: 'button-title' }, title),
    mark(look),
  );
}

function plain(title, onClick, look) {
  return el(
    'button',
    { type: 'button', class: 'button', onClick },
    el('span', { class: 'button-title' }, title),
    look && mark(look),
  );
}

function mark([name, label]) {
  return [icon(name), unseen(` (${label})`)];
}
