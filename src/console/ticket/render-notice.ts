import { html } from 'hono/html';
import type { Html } from '../layout/html.ts';

/** What the viewer just did, or why it was refused. */
export interface Notice {
  text: string;
  isRefusal: boolean;
}

export function renderNotice(notice: Notice | undefined): Html | '' {
  if (!notice) return '';
  return html`<p class="notice ${notice.isRefusal ? 'bad' : 'good'}" role="status">${notice.text}</p>`;
}
