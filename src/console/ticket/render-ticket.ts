import { html } from 'hono/html';
import { formatDueTime, formatTimestamp } from '../../calendar/spoken-time.ts';
import { residentLabel, topicOf } from '../../member/tickets/card.ts';
import { isConfidential } from '../../ticket/model/confidential.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import { renderWindow } from '../layout/window-badge.ts';
import type { TicketContent } from './read-ticket-page.ts';
import { renderActions, renderClaim } from './render-actions.ts';
import { type AnswerParts, renderAnswerBox } from './render-answer-box.ts';
import { renderNotice } from './render-notice.ts';
import { renderTalk } from './render-talk.ts';

export interface TicketPage extends AnswerParts {
  base: string;
  topicTitle(topic: string): string | undefined;
  /** Others who have this page open. */
  others: readonly string[];
  /** The resident's number, when the viewer just asked for it: `0…`. */
  shownPhone: string | undefined;
}

/** The page of one ticket: the brief, the talk, the answer box, what can be done, notes and the timeline. */
export function renderTicket(content: TicketContent, page: TicketPage): Html {
  const { t, base, now, formToken, others } = page;
  const { view, isOwn } = content;
  const who = residentLabel(view, t);
  return html`<div class="ticket">
<header class="head"><a href="${base}" class="up">${t('console:ticket.back')}</a>
<h1>${who} <small>${t('console:ticket.number', { number: view.number })}</small></h1>
<p class="badges">${view.urgent ? html`<span class="badge bad">${t('console:inbox.urgent')}</span>` : ''}
<span class="badge">${t(`operator:tickets.status.${view.status}`)}</span>
${renderWindow(view, page)} ${renderDue(content, page)}</p>
${others.length > 0 ? html`<p class="others">${t('console:ticket.also_here', { names: others.join(', ') })}</p>` : ''}
${isOwn ? '' : renderNotice(page.notice)}
</header>
<div class="talk-side">
${renderBrief(content, page)}
${renderClaim(content, page)}
${renderTalk(content.talk, { t, now, base, formToken, view, who, isOwn })}
${isOwn ? renderAnswerBox(content, page) : ''}
</div>
<aside>
${renderActions(content, page)}
${renderPhone(content, page)}
${renderNotes(content, page)}
${renderTimeline(content, page)}
</aside></div>`;
}

function renderDue({ view }: TicketContent, { t, now }: TicketPage): Html | '' {
  if (view.dueAt === null || view.waitingSince === undefined || view.status === 'resolved') return '';
  return html`<span class="soft">${t('console:inbox.due', { when: formatDueTime({ dueAt: view.dueAt, now }, t) })}</span>`;
}

function renderBrief({ view, brief, team, assignee }: TicketContent, page: TicketPage): Html {
  const { t } = page;
  const place = [...(view.villageText === null ? [] : [view.villageText]), ...view.places].join(', ');
  const line = (key: string, text: string | undefined) =>
    text ? html`<div><dt>${t(`console:brief.${key}`)}</dt><dd>${text}</dd></div>` : '';
  return html`<section class="brief card" aria-label="${t('console:brief.title')}">
${isConfidential(view) ? html`<p class="notice bad">${t('member:card.confidential')}</p>` : ''}
<p class="question">${view.question || t('console:inbox.media_only')}</p>
<dl>
${line('for_whom', brief.forWhom)}
${line('topic', topicOf(view, page))}
${line('place', place || t('member:place_unknown'))}
${line('tried', brief.answered.join(' · '))}
${line('missing', brief.missing.map((what) => t(`operator:missing.${what}`)).join(', '))}
${line('team', team)}
${line('assignee', assignee ?? t('console:brief.nobody'))}
</dl></section>`;
}

function renderPhone({ view, mayNote }: TicketContent, page: TicketPage): Html | '' {
  const { t, formToken, shownPhone } = page;
  if (view.phone === null) return '';
  if (shownPhone !== undefined) {
    return html`<section class="card"><h2>${t('console:phone.title')}</h2>
<p><a class="button primary" href="tel:${shownPhone}">${t('console:phone.call', { phone: shownPhone })}</a></p></section>`;
  }
  return html`<section class="card"><h2>${t('console:phone.title')}</h2>
<p>${t(mayNote ? 'console:phone.masked_own' : 'console:phone.masked')}</p>
${
  mayNote
    ? html`<form method="post" action="${page.page}/phone"><input type="hidden" name="${formTokenField}" value="${formToken}">
<button>${t('console:phone.show')}</button></form>`
    : ''
}</section>`;
}

function renderNotes({ timeline, mayNote }: TicketContent, page: TicketPage): Html {
  const { t, now, formToken } = page;
  const notes = timeline.filter(({ isNote }) => isNote);
  return html`<section class="notes card"><h2>${t('console:notes.title')}</h2>
${notes.map(({ at, who, text }) => html`<p class="note"><b>${who}</b> <time>${formatTimestamp(at, now, t)}</time><br>${text}</p>`)}
${notes.length === 0 ? html`<p class="soft">${t('console:notes.none')}</p>` : ''}
${
  mayNote
    ? html`<form method="post" action="${page.page}/note" class="action"><input type="hidden" name="${formTokenField}" value="${formToken}">
<label><span>${t('console:notes.write')}</span><textarea name="text" rows="2" maxlength="1000" required></textarea></label>
<button>${t('console:notes.save')}</button></form>`
    : ''
}</section>`;
}

function renderTimeline({ timeline }: TicketContent, { t, now }: TicketPage): Html {
  const rows = timeline
    .filter(({ isNote }) => !isNote)
    .map(
      ({ at, who, what, text }) =>
        html`<li><time>${formatTimestamp(at, now, t)}</time> <b>${who}</b> ${what}${text ? html`<br><q>${text}</q>` : ''}</li>`,
    );
  return html`<details class="card"><summary>${t('console:timeline.title')}</summary><ol class="timeline">${rows}</ol></details>`;
}
