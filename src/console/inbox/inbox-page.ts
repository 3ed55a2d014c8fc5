import { html } from 'hono/html';
import { formatDueTime, formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import { residentLabel } from '../../member/tickets/card.ts';
import { crop, type TicketView } from '../../member/tickets/ticket-view.ts';
import type { Area } from '../../team/areas/area-tree.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { isConfidential } from '../../ticket/model/confidential.ts';
import type { TopicName } from '../console-parts.ts';
import type { Html } from '../layout/html.ts';
import { renderWindow } from '../layout/window-badge.ts';
import { type InboxList, type InboxQuery, inboxLists, toAddress } from './inbox-query.ts';

export interface InboxContent {
  t: Translate;
  base: string;
  now: number;
  query: InboxQuery;
  counts: Partial<Record<InboxList, number>>;
  tickets: readonly TicketView[];
  overdue: ReadonlySet<number>;
  hasMore: boolean;
  /** Places and topics to filter by. */
  areas: readonly Area[];
  topics: readonly TopicName[];
  roster: Roster;
  topicTitle(topic: string): string | undefined;
}

const maxQuestionLength = 160;

/** The inbox: tabs with counts, search and filters, the tickets of one page. */
export function renderInbox(content: InboxContent): Html {
  const { t, tickets, query } = content;
  const rows = tickets.map((view) => renderRow(view, content));
  return html`<h1 class="unseen">${t('console:inbox.title')}</h1>
${renderTabs(content)}
${renderFilter(content)}
${
  rows.length > 0
    ? html`<ul class="tickets">${rows}</ul>`
    : html`<p class="empty">${t(isFiltered(query) ? 'console:inbox.none_found' : `console:inbox.empty.${query.list}`)}</p>`
}
${renderPaging(content)}`;
}

function isFiltered({ areaId, topic, search }: InboxQuery): boolean {
  return Boolean(areaId || topic || search);
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

function renderFilter({ t, base, query, areas, topics }: InboxContent): Html {
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`;
  return html`<form class="filter" action="${base}" method="get" role="search">
<input type="hidden" name="list" value="${query.list}">
<label><span>${t('console:inbox.search')}</span>
<input type="search" name="q" value="${query.search ?? ''}" placeholder="${t('console:inbox.search_hint')}" maxlength="60"></label>
<details${query.areaId || query.topic ? html` open` : ''}><summary>${t('console:inbox.filter')}</summary>
<div class="fields">
<label><span>${t('console:inbox.place')}</span><select name="area">${option('', t('console:inbox.any_place'), query.areaId)}
${areas.map(({ areaId, name }) => option(areaId, name, query.areaId))}</select></label>
<label><span>${t('console:inbox.topic')}</span><select name="topic">${option('', t('console:inbox.any_topic'), query.topic)}
${topics.map(({ id, title }) => option(id, title, query.topic))}</select></label>
</div></details>
<button>${t('console:inbox.find')}</button>
</form>`;
}

function renderRow(view: TicketView, content: InboxContent): Html {
  const { t, base, overdue } = content;
  const place = view.places[0] ?? t('member:place_unknown');
  const question = crop(view.question.replaceAll('\n', ' '), maxQuestionLength);
  return html`<li><a class="row" href="${base}/tickets/${view.number}">
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
