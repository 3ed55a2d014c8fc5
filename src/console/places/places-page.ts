import { html } from 'hono/html';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { Area, AreaTree } from '../../team/areas/area-tree.ts';
import { nearestAreas } from '../../team/areas/nearest-areas.ts';
import type { UnknownName } from '../../ticket/views/group-unknown-places.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';

interface PlacesPage {
  t: Translate;
  base: string;
  now: number;
  formToken: string;
  tree: AreaTree;
  names: readonly UnknownName[];
  notice: { text: string; isRefusal: boolean } | undefined;
}

const maxSuggested = 3;

/** The names that residents wrote and no area bears; each becomes another name of an area with one tap. */
export function renderPlaces(page: PlacesPage): Html {
  const { t, names, notice } = page;
  return html`<h1>${t('console:places.title')}</h1>
${notice ? html`<p class="notice ${notice.isRefusal ? 'bad' : 'good'}" role="status">${notice.text}</p>` : ''}
<p>${t('console:places.how')}</p>
${names.length > 0 ? names.map((name) => renderName(name, page)) : html`<p class="empty">${t('console:places.none')}</p>`}`;
}

function renderName({ text, times, areaId, tickets, lastAt }: UnknownName, page: PlacesPage): Html {
  const { t, base, now, tree } = page;
  const within = areaId ?? tree.root?.areaId ?? '';
  const choices = tree
    .listBelow(within)
    .filter(({ validUntil }) => validUntil === undefined || validUntil > now);
  const near = nearestAreas(choices, text, maxSuggested);
  const links = tickets.map(
    (number) => html`<a href="${base}/tickets/${number}">${t('console:ticket.number', { number })}</a> `,
  );
  return html`<section class="card"><h2>“${text}” <small>${tree.find(within)?.name ?? ''}</small></h2>
<p class="soft">${t('console:places.times', { times, clock: formatTimestamp(lastAt, now, t) })} ${links}</p>
${near.length > 0 ? html`<p>${t('console:places.perhaps')}</p>` : ''}
<div class="buttons">${near.map((area) => renderTap(text, area, page))}</div>
<form class="action" method="post" action="${base}/places">${renderFields(text, page)}
<label><span>${t(near.length > 0 ? 'console:places.other' : 'console:places.which')}</span><select name="area" required><option value="">${t('console:actions.choose')}</option>
${choices.map((area) => html`<option value="${area.areaId}">${nameOf(area, page)}</option>`)}</select></label>
<button>${t('console:places.map')}</button></form></section>`;
}

function renderTap(text: string, area: Area, page: PlacesPage): Html {
  return html`<form class="inline" method="post" action="${page.base}/places">${renderFields(text, page)}
<input type="hidden" name="area" value="${area.areaId}"><button class="primary">${nameOf(area, page)}</button></form>`;
}

function renderFields(text: string, { formToken }: PlacesPage): Html {
  return html`<input type="hidden" name="${formTokenField}" value="${formToken}"><input type="hidden" name="text" value="${text}">`;
}

/** With the place above it: villages of different places may share a name. */
function nameOf({ name, parentId }: Area, { tree }: PlacesPage): string {
  const above = tree.find(parentId ?? '');
  return above?.parentId === undefined ? name : `${name}, ${above.name}`;
}
