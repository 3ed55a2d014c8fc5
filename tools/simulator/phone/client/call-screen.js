import { avatar } from './avatar.js';
import { el, icon } from './dom.js';
import { openSheet } from './sheet.js';
import { t } from './words.js';

/** Rings until the resident hangs up. Nobody answers, so every call is a missed call. */
export function openCallScreen({ phone, oa, resident }) {
  openSheet(phone, {
    title: t('phone_call.calling'),
    kind: 'full',
    onClose: () => void resident.call(),
    content: (close) => [
      el('div', { class: 'ringing' }, avatar(oa.name, { official: true, size: 'huge' })),
      el('p', { class: 'call-name' }, oa.name),
      el('p', { class: 'hint' }, t('phone_call.no_answer')),
      el(
        'button',
        {
          type: 'button',
          class: 'hang-up',
          'data-first': true,
          'aria-label': t('phone_call.hang_up'),
          onClick: close,
        },
        icon('hangup'),
      ),
    ],
  });
}
