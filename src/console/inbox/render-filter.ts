import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import type { Area } from '../../team/areas/area-tree.ts';
import type { TopicName } from '../console-parts.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import { hasFilter, type InboxQuery, ticketKinds, toView } from './inbox-query.ts';
import { type MemberGroup, renderMemberOptions } from './member-groups.ts';
import type { SavedView } from './view-store.ts';

export interface FilterContent {
  t: Translate;
  base: string;
  formToken: string;
  query: InboxQuery;
  /** Places, topics and members to filter by. */
  areas: readonly Area[];
  topics: readonly TopicName[];
  members: readonly MemberGroup[];
  views: readonly SavedView[];
}

/** Search and filters; folded away while a kept view says by its name what is filtered. */
export function renderFilter(content: FilterContent): Html {
  const { t, base, query, areas, topics, members } = content;
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`;
  const select = (name: string, key: string, options: Html | Html[]) =>
    html`<label><span>${t(`console:inbox.${key}`)}</span><select name="${name}"><option value="">${t(`console:inbox.any_${key}`)}</option>
${options}</select></label>`;
  const kinds = ticketKinds.map((kind) => option(kind, t(`console:inbox.kinds.${kind}`), query.kind));
  const people = renderMemberOptions(members, { chosen: query.memberId, toValue: (memberId) => memberId });
  return html`<form class="filter" action="${base}" method="get" role="search">
<input type="hidden" name="list" value="${query.list}">
<label><span>${t('console:inbox.search')}</span>
<input type="search" name="q" value="${query.search ?? ''}" placeholder="${t('console:inbox.search_hint')}" maxlength="60"></label>
<details${hasFilter(query) && !shownView(content) ? html` open` : ''}><summary>${t('console:inbox.filter')}</summary>
<div class="fields">
${select(
  'area',
  'place',
  areas.map(({ areaId, name }) => option(areaId, name, query.areaId)),
)}
${select(
  'topic',
  'topic',
  topics.map(({ id, title }) => option(id, title, query.topic)),
)}
${select('kind', 'kind', kinds)}
${select('member', 'member', people)}
</div></details>
<button>${t('console:inbox.find')}</button>
</form>`;
}

/** The views that the member kept, as links. */
export function renderViews(content: FilterContent): Html | '' {
  const { t, base, views } = content;
  if (views.length === 0) return '';
  const current = shownView(content);
  const links = views.map(
    (view) =>
      html`<li><a class="chip" href="${base}?${view.query}"${view === current ? html` aria-current="page"` : ''}>${view.name}</a></li>`,
  );
  return html`<nav aria-label="${t('console:views.title')}"><ul class="chips">${links}</ul></nav>`;
}

/** Keeps the filter that is set under a name, or forgets the view that is shown. */
export function renderKeeping(content: FilterContent): Html | '' {
  const { t, base, formToken, query } = content;
  const token = html`<input type="hidden" name="${formTokenField}" value="${formToken}">`;
  const shown = shownView(content);
  if (shown) {
    return html`<form method="post" action="${base}/views/${shown.id}/remove">${token}
<button>${t('console:views.remove', { name: shown.name })}</button></form>`;
  }
  if (!hasFilter(query)) return '';
  return html`<details><summary>${t('console:views.keep')}</summary>
<form class="keep" method="post" action="${base}/views">${token}<input type="hidden" name="query" value="${toView(query)}">
<label><span>${t('console:views.name')}</span><input name="name" maxlength="40" required></label>
<button>${t('console:views.save')}</button></form></details>`;
}

/** The kept view that the address shows, if it is one. */
function shownView({ query, views }: FilterContent): SavedView | undefined {
  const current = toView(query);
  return views.find((view) => view.query === current);
}
