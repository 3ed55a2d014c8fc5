import { webAddress } from './api.js';
import { el } from './dom.js';
import { openSheet } from './sheet.js';
import { t } from './words.js';

/** The actions of message buttons and of the OA's menu items. */
export function createButtonActions({ phone, sending, announcer }) {
  const actions = {
    tap: (payload, hidden = false) => void (hidden ? sending.hiddenTap(payload) : sending.tap(payload)),
    phone: (code) => showNumber(code, t('phone_call.would_call')),
    sms: ({ phone_code, content }) => showNumber(phone_code, t('phone_call.would_text'), content),
    refuse: (text) => announcer.show(text),
    /** For menu items, which are not links themselves. */
    run({ type, payload }) {
      if (type === 'oa.open.phone') return actions.phone(payload.phone_code);
      if (type !== 'oa.open.url') return actions.tap(String(payload), type === 'oa.query.hide');
      const href = webAddress(payload?.url);
      if (href) window.open(href, '_blank', 'noopener,noreferrer');
      else actions.refuse(t('buttons.unsafe'));
    },
  };

  function showNumber(code, explanation, text) {
    openSheet(phone, {
      title: t('phone_call.title'),
      content: (close) => [
        el('p', { class: 'big-number' }, spaced(code)),
        text && el('p', { class: 'sms-text' }, text),
        el('p', { class: 'hint' }, explanation),
        el(
          'button',
          { type: 'button', class: 'button button-strong', onClick: close },
          t('phone_call.close'),
        ),
      ],
    });
  }

  return actions;
}

/** 84243383… grouped as people write it. */
function spaced(code) {
  return `+${code}`.replace(/(\d{2})(\d{2,3})(\d{3})(\d+)/, '$1 $2 $3 $4');
}
