import { html } from 'hono/html';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { Roster } from '../../team/roster/roster.ts';
import type { TopicName } from '../console-parts.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import type { OaFacts } from './read-oas.ts';
import type { TopicPause } from './topic-pauses.ts';

interface TopicPausesSection {
  t: Translate;
  base: string;
  now: number;
  formToken: string;
  roster: Roster;
  /** Names of operators by their keys. */
  operators: ReadonlyMap<string, string>;
  topics: readonly TopicName[];
  oas: readonly OaFacts[];
  /** Those that last first, the newest first. */
  topicPauses: readonly TopicPause[];
}

/** The topics about which the bot is paused, each with its way back, and the form that pauses another. */
export function renderTopicPauses(section: TopicPausesSection): Html {
  const { t, base, topics, oas, topicPauses } = section;
  const current = topicPauses.filter(({ resumedAt }) => resumedAt === null);
  const ended = topicPauses.filter(({ resumedAt }) => resumedAt !== null);
  const option = (value: string, name: string) => html`<option value="${value}">${name}</option>`;
  return html`<section class="card" id="topics"><h2>${t('console:zalo.topics.title')}</h2>
${current.map((pause) => renderCurrent(pause, section))}
<details><summary>${t('console:zalo.topics.open')}</summary>
<form class="action" method="post" action="${base}/zalo/topic-pause">${tokenField(section)}<p>${t('console:zalo.topics.how')}</p>
<label><span>${t('console:zalo.topics.topic')}</span><select name="topic" required>${option('', t('console:zalo.topics.choose'))}${topics.map(({ id, title }) => option(id, title))}</select></label>
<label><span>${t('console:zalo.topics.where')}</span><select name="oa">${option('', t('console:zalo.topics.everywhere'))}${oas.map((oa) => option(oa.oaId, oa.name ?? oa.oaId))}</select></label>
<label><span>${t('console:zalo.topics.why')}</span><input name="why" maxlength="200" required></label>
<button>${t('console:zalo.topics.pause')}</button></form></details>
${
  ended.length > 0
    ? html`<details><summary>${t('console:zalo.history')}</summary><ul class="lines">${ended.map((pause) => html`<li>${inWords(pause, section)}</li>`)}</ul></details>`
    : ''
}</section>`;
}

function renderCurrent(pause: TopicPause, section: TopicPausesSection): Html {
  const { t, base } = section;
  return html`<p class="notice bad">${inWords(pause, section)}</p>
<form class="inline" method="post" action="${base}/zalo/topic-resume">${tokenField(section)}<input type="hidden" name="id" value="${pause.id}">
<button class="primary">${t('console:zalo.topics.resume', { topic: titleOf(pause, section) })}</button></form>`;
}

function inWords(pause: TopicPause, section: TopicPausesSection): string {
  const { t, now, roster, operators, oas } = section;
  const nameOf = (memberId: string | null) =>
    roster.findMember(memberId)?.name ?? operators.get(memberId ?? '') ?? t('console:zalo.somebody');
  const clock = (at: number) => formatTimestamp(at, now, t);
  const oa = oas.find(({ oaId }) => oaId === pause.oaId);
  const begun = t('console:zalo.topics.paused_by', {
    topic: titleOf(pause, section),
    where: pause.oaId === null ? t('console:zalo.topics.at_all') : (oa?.name ?? pause.oaId),
    who: nameOf(pause.pausedBy),
    clock: clock(pause.pausedAt),
    reason: pause.reason,
  });
  if (pause.resumedAt === null) return begun;
  const ended = { who: nameOf(pause.resumedBy), clock: clock(pause.resumedAt) };
  return `${begun} ${t('console:zalo.topics.resumed_by', ended)}`;
}

/** A topic may have left the content since. */
function titleOf({ topic }: TopicPause, { topics }: TopicPausesSection): string {
  return topics.find(({ id }) => id === topic)?.title ?? topic;
}

function tokenField({ formToken }: TopicPausesSection): Html {
  return html`<input type="hidden" name="${formTokenField}" value="${formToken}">`;
}
