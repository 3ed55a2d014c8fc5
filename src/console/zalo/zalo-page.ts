import { html } from 'hono/html';
import { formatDuration, formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { Roster } from '../../team/roster/roster.ts';
import type { TopicName } from '../console-parts.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import type { OaPause } from './oa-pauses.ts';
import type { OaTrouble } from './oa-troubles.ts';
import type { OaFacts } from './read-oas.ts';
import { renderTopicPauses } from './render-topic-pauses.ts';
import type { TopicPause } from './topic-pauses.ts';

/** An OA with all that its card shows. */
interface OaCard {
  oa: OaFacts;
  lastSentAt: number | undefined;
  troubles: readonly OaTrouble[];
  /** The newest first. */
  pauses: readonly OaPause[];
}

interface ZaloPage {
  t: Translate;
  base: string;
  now: number;
  formToken: string;
  roster: Roster;
  /** Names of operators by their keys. */
  operators: ReadonlyMap<string, string>;
  cards: readonly OaCard[];
  topics: readonly TopicName[];
  /** Those that last first, the newest first. */
  topicPauses: readonly TopicPause[];
  /** A link where an OA's administrator gives consent, just made. */
  link: { oaId: string; address: string } | undefined;
  refusal: string | undefined;
}

/** Every OA of the installation: how it does, what to do, and the switch that pauses the bot there. */
export function renderZalo(page: ZaloPage): Html {
  const { t, base, cards, link, refusal } = page;
  return html`<h1>${t('console:zalo.title')}</h1>
${refusal ? html`<p class="notice bad" role="alert">${refusal}</p>` : ''}
${link ? renderLink(link, page) : ''}
${cards.length > 0 ? cards.map((card) => renderCard(card, page)) : html`<p class="empty">${t('console:zalo.none')}</p>`}
${renderTopicPauses({ ...page, oas: cards.map(({ oa }) => oa) })}
<section class="card"><h2>${t('console:zalo.connect_title')}</h2><p>${t('console:zalo.connect_how')}</p>
<form class="action" method="post" action="${base}/zalo/link">${tokenField(page)}
<label><span>${t('console:zalo.oa_id')}</span><input name="oa" inputmode="numeric" pattern="[0-9]{1,30}" required></label>
<button>${t('console:zalo.make_link')}</button></form></section>`;
}

function renderLink({ oaId, address }: { oaId: string; address: string }, { t }: ZaloPage): Html {
  return html`<section class="card" id="link"><h2>${t('console:zalo.link_title', { oa: oaId })}</h2>
<p>${t('console:zalo.link_how')}</p><p class="words"><code>${address}</code></p>
<p><a class="button primary" href="${address}" rel="noreferrer">${t('console:zalo.link_open')}</a></p></section>`;
}

function renderCard(card: OaCard, page: ZaloPage): Html {
  const { t, now, roster } = page;
  const { oa, lastSentAt, troubles } = card;
  const place = oa.areaId === null ? undefined : roster.tree.find(oa.areaId)?.name;
  const clock = (at: number | null | undefined) =>
    at ? formatTimestamp(at, now, t) : t('console:zalo.never');
  const left = (until: number | null) =>
    until === null || until <= now ? t('console:zalo.ended') : formatDuration(until - now, t);
  const row = (key: string, value: string) =>
    html`<div><dt>${t(`console:zalo.facts.${key}`)}</dt><dd>${value}</dd></div>`;
  return html`<section class="card"><h2>${oa.name ?? oa.oaId} <small>${place ?? ''}</small></h2>
${
  troubles.length > 0
    ? html`<ul class="plain">${troubles.map((trouble) => renderTrouble(trouble, t))}</ul>`
    : html`<p class="notice good">${t('console:zalo.well')}</p>`
}
<dl class="facts">${row('id', oa.oaId)}${row('place', place ?? t('console:zalo.no_place'))}
${row('access', left(oa.accessEndsAt))}${row('refresh', left(oa.refreshEndsAt))}
${row('event', clock(oa.lastEventAt))}${row('send', clock(lastSentAt))}
${row('quota', String(oa.failures.quota ?? 0))}${row('window', String(oa.failures['window-closed'] ?? 0))}</dl>
${renderSwitch(card, page)}
<form class="inline" method="post" action="${page.base}/zalo/link">${tokenField(page)}<input type="hidden" name="oa" value="${oa.oaId}">
<button>${t('console:zalo.link_again')}</button></form></section>`;
}

function renderTrouble({ kind, isBroken, values = {} }: OaTrouble, t: Translate): Html {
  return html`<li class="notice ${isBroken ? 'bad' : 'warn'}"><b>${t(`console:zalo.troubles.${kind}.what`, values)}</b><br>
${t(`console:zalo.troubles.${kind}.do`, values)}</li>`;
}

function renderSwitch({ oa, pauses }: OaCard, page: ZaloPage): Html {
  const { t, base } = page;
  const past = pauses.map((pause) => html`<li>${pauseInWords(pause, page)}</li>`);
  const history =
    past.length > 0
      ? html`<details><summary>${t('console:zalo.history')}</summary><ul class="lines">${past}</ul></details>`
      : '';
  const hidden = html`${tokenField(page)}<input type="hidden" name="oa" value="${oa.oaId}">`;
  if (oa.isPaused) {
    return html`<form class="action" method="post" action="${base}/zalo/resume">${hidden}
<button class="primary">${t('console:zalo.resume')}</button></form>${history}`;
  }
  return html`<details><summary>${t('console:zalo.pause_title')}</summary>
<form class="action" method="post" action="${base}/zalo/pause">${hidden}<p>${t('console:zalo.pause_how')}</p>
<label><span>${t('console:zalo.why')}</span><input name="why" maxlength="200" required></label>
<button>${t('console:zalo.pause')}</button></form></details>${history}`;
}

function pauseInWords({ reason, pausedAt, pausedBy, resumedAt, resumedBy }: OaPause, page: ZaloPage): string {
  const { t, now, roster, operators } = page;
  const nameOf = (memberId: string | null) =>
    roster.findMember(memberId)?.name ?? operators.get(memberId ?? '') ?? t('console:zalo.somebody');
  const begun = t('console:zalo.paused_by', {
    ...{ who: nameOf(pausedBy), clock: formatTimestamp(pausedAt, now, t), reason },
  });
  if (resumedAt === null) return begun;
  const ended = { who: nameOf(resumedBy), clock: formatTimestamp(resumedAt, now, t) };
  return `${begun} ${t('console:zalo.resumed_by', ended)}`;
}

function tokenField({ formToken }: ZaloPage): Html {
  return html`<input type="hidden" name="${formTokenField}" value="${formToken}">`;
}
