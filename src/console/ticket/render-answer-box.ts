import { html } from 'hono/html';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import type { TicketContent } from './read-ticket-page.ts';
import type { ActionParts } from './render-actions.ts';
import { type Notice, renderNotice } from './render-notice.ts';

export interface AnswerParts extends ActionParts {
  now: number;
  notice: Notice | undefined;
  /** What stands in the answer box. */
  typed: string;
}

/** The box in which the viewer answers, with canned replies and suggested answers to begin from. */
export function renderAnswerBox(content: TicketContent, page: AnswerParts): Html {
  const { view, canned } = content;
  const { t, now, formToken, typed } = page;
  const isShut = view.freeUntil <= now;
  const choices = canned.map(
    ({ id, title }) => html`<li><a class="chip" href="${page.page}?canned=${id}#answer">${title}</a></li>`,
  );
  return html`<form class="answer" id="answer" method="post" action="${page.page}/answer" enctype="multipart/form-data">
<input type="hidden" name="${formTokenField}" value="${formToken}">
${renderNotice(page.notice)}
${isShut ? html`<p class="notice bad">${t(view.phone === null ? 'console:answer.shut' : 'console:answer.shut_phone')}</p>` : ''}
${choices.length > 0 ? html`<details class="canned"><summary>${t('console:answer.canned')}</summary><ul class="chips">${choices}</ul></details>` : ''}
${renderSuggestions(content, page)}
<label><span>${t('console:answer.text')}</span>
<textarea name="text" rows="3" maxlength="8000" aria-keyshortcuts="r"${typed === '' ? '' : html` autofocus`}>${typed}</textarea></label>
<label><span>${t('console:answer.photo')}</span><input type="file" name="photo" accept="image/*"></label>
<label class="check"><input type="checkbox" name="waits" value="yes"> <span>${t('console:answer.waits')}</span></label>
<button class="primary">${t('console:answer.send')}</button>
</form>`;
}

/** Checked answers with what they rest on; one tap puts the words into the box. */
function renderSuggestions({ suggestions }: TicketContent, { t, page }: AnswerParts): Html | '' {
  if (suggestions.length === 0) return '';
  const rows = suggestions.map(
    ({ id, title, text, facts }) => html`<li><b>${title}</b><p class="words">${text}</p>
${
  facts.length > 0
    ? html`<details><summary>${t('console:answer.rests_on')}</summary><ul>${facts.map(({ statement, source }) => html`<li>${statement} <span class="soft">${source}</span></li>`)}</ul></details>`
    : ''
}
<a class="chip" href="${page}?suggestion=${encodeURIComponent(id)}#answer">${t('console:answer.use')}</a></li>`,
  );
  return html`<details class="suggestions"><summary>${t('console:answer.suggestions')}</summary><ul class="plain">${rows}</ul></details>`;
}
