import { html } from 'hono/html';
import { formatDueTime, formatTimestamp } from '../../calendar/spoken-time.ts';
import { residentLabel } from '../../member/tickets/card.ts';
import { crop, type TicketView } from '../../member/tickets/ticket-view.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { isConfidential } from '../../ticket/model/confidential.ts';
import type { Html } from '../layout/html.ts';
import { renderWindow } from '../layout/window-badge.ts';
import type { BulkChoices } from './bulk-choices.ts';
import { hasFilter, type InboxList, inboxLists, toAddress, toParameters } from './inbox-query.ts';
import { renderBulkForm, renderTick } from './render-bulk.ts';
import { type FilterContent, renderFilter, renderKeeping, renderViews } from './render-filter.ts';

export interface InboxContent extends FilterContent {
  now: number;
  counts: Partial<Record<InboxList, number>>;
  tickets: readonly TicketView[];
  overdue: ReadonlySet<number>;
  hasMore: boolean;
  /** Every ticket of the page comes ticked. */
  isAllTicked: boolean;
  /** What can be done with several tickets at once; undefined for a viewer who may decide about none of them. */
  bulk: BulkChoices | undefined;
  roster: Roster;
  topicTitle(topic: string): string | undefined;
}

const maxQuestionLength = 160;

/** The inbox: tabs with counts, kept views, search and filters, the tickets of one page. */
export function renderInbox(content: InboxContent): Html {
  const { t, tickets } = content;
  return html`<h1 class="unseen">${t('console:inbox.title')}</h1>
${renderTabs(content)}
${renderViews(content)}
${renderFilter(content)}
${renderKeeping(content)}
${tickets.length === 0 ? renderEmpty(content) : renderList(content)}
${renderPaging(content)}`;
}

function renderList(content: InboxContent): Html {
  const { t, base, formToken, query, tickets, bulk } = content;
  const list = html`<ul class="tickets">${tickets.map((view) => renderRow(view, content))}</ul>`;
  if (!bulk) return list;
  const here = toAddress(base, query);
  const form = { t, base, formToken, query: toParameters(query), here, choices: bulk };
  return renderBulkForm(form, list);
}

function renderEmpty({ t, query }: InboxContent): Html {
  const isFound = query.search !== undefined || hasFilter(query);
  return html`<p class="empty">${t(isFound ? 'console:inbox.none_found' : `console:inbox.empty.${query.list}`)}</p>`;
}

function renderTabs({ t, base, query, counts }: InboxContent): Html {
  const tabs = inboxLists.map((list) => {
    const count = counts[list];
    const current = list === query.list;
    return html`<a href="${toAddress(base, { ...query, list, page: 1 })}"${current ? html` aria-current="page"` : ''}>
${t(`console:inbox.lists.${list}`)}${count === undefined ? '' : html` <span class="count ${list === 'overdue' && count > 0 ? 'bad' : ''}">${count}</span>`}</a>`;
  });
  return html`<nav class="tabs" aria-label="${t('console:inbox.title')}">${tabs}</nav>`;
}

function renderRow(view: TicketView, content: InboxContent): Html {
  const { t, base, overdue, bulk } = content;
  const place = view.places[0] ?? t('member:place_unknown');
  const question = crop(view.question.replaceAll('\n', ' '), maxQuestionLength);
  const { number } = view;
  const hasTick = bulk?.numbers.has(number) ?? false;
  return html`<li id="ticket-${number}" class="${bulk ? 'with-tick' : ''}">${hasTick ? renderTick(number, { t, isTicked: content.isAllTicked }) : ''}
<a class="row" href="${base}/tickets/${number}">
<span class="top"><b>${residentLabel(view, t)}</b> <span class="soft">${view.number} · ${place}</span></span>
<span class="question">${question || t('console:inbox.media_only')}</span>
<span class="badges">${view.urgent ? html`<span class="badge bad">${t('console:inbox.urgent')}</span>` : ''}
${isConfidential(view) ? html`<span class="badge">${t('console:inbox.confidential')}</span>` : ''}
${overdue.has(view.id) ? html`<span class="badge bad">${t('console:inbox.overdue')}</span>` : ''}
${renderWindow(view, content)}
${renderDue(view, content)}
${renderWho(view, content)}</span>
</a></li>`;
}

function renderDue(view: TicketView, { t, now, overdue }: InboxContent): Html | '' {
  if (view.status === 'resolved') {
    const clock = formatTimestamp(view.resolvedAt ?? now, now, t);
    return html`<span class="soft">${t('console:inbox.closed', { clock })}</span>`;
  }
  if (view.dueAt === null || view.waitingSince === undefined || overdue.has(view.id)) return '';
  return html`<span class="soft">${t('console:inbox.due', { when: formatDueTime({ dueAt: view.dueAt, now }, t) })}</span>`;
}

function renderWho({ assigneeId, status, topic }: TicketView, content: InboxContent): Html {
  const { t, roster, topicTitle } = content;
  const who = roster.findMember(assigneeId)?.name;
  const title = topic === null ? undefined : topicTitle(topic);
  return html`${who ? html`<span class="soft">${t('console:inbox.with', { who })}</span>` : ''}
${status === 'waiting' ? html`<span class="badge">${t('console:inbox.waits')}</span>` : ''}
${title ? html`<span class="soft">${title}</span>` : ''}`;
}

function renderPaging({ t, base, query, hasMore }: InboxContent): Html | '' {
  if (query.page === 1 && !hasMore) return '';
  const link = (page: number, key: string) =>
    html`<a class="button" href="${toAddress(base, { ...query, page })}">${t(`console:inbox.${key}`)}</a>`;
  return html`<nav class="paging" aria-label="${t('console:inbox.pages')}">
${query.page > 1 ? link(query.page - 1, 'earlier') : ''}
<span>${t('console:inbox.page', { page: query.page })}</span>
${hasMore ? link(query.page + 1, 'later') : ''}</nav>`;
}
