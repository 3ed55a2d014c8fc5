import { html } from 'hono/html';
import { formatDuration } from '../../calendar/spoken-time.ts';
import { hourMs } from '../../durations.ts';
import type { Translate } from '../../i18n.ts';
import type { TicketView } from '../../member/tickets/ticket-view.ts';
import type { Html } from './html.ts';

const soonMs = 6 * hourMs;

/** How long Zalo lets us write to the resident, in plain words: "còn nhắn được 20 giờ", "phải gọi điện". */
export function renderWindow(
  { freeUntil, phone, status }: Pick<TicketView, 'freeUntil' | 'phone' | 'status'>,
  { t, now }: { t: Translate; now: number },
): Html | '' {
  if (status === 'resolved') return '';
  if (freeUntil > now) {
    const left = freeUntil - now;
    return html`<span class="badge ${left < soonMs ? 'warn' : ''}">${t('console:window.open', { span: formatDuration(left, t) })}</span>`;
  }
  return html`<span class="badge bad">${t(phone === null ? 'console:window.shut' : 'console:window.call')}</span>`;
}
