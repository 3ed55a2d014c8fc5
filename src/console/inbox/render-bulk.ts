import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import type { BulkChoices } from './bulk-choices.ts';
import { tickAllParameter } from './inbox-query.ts';
import { renderMemberOptions } from './member-groups.ts';

/** Name of the box that ticks a ticket; the number stands behind it. */
export const tickPrefix = 'ticket-';
/** What a choice of the form begins with: a member's or a team's id follows. */
export const choicePrefixes = { member: 'member:', team: 'team:' } as const;

interface BulkForm {
  t: Translate;
  base: string;
  formToken: string;
  /** The list to come back to. */
  query: string;
  /** Address of the list. */
  here: string;
  choices: BulkChoices;
}

/** A form around the tickets: those that are ticked go to the member or team that is chosen below. */
export function renderBulkForm({ t, base, formToken, query, here, choices }: BulkForm, list: Html): Html {
  const { members, teams, numbers } = choices;
  const people = renderMemberOptions(members, { toValue: (memberId) => choicePrefixes.member + memberId });
  const options = teams.map(
    ({ teamId, name }) => html`<option value="${choicePrefixes.team}${teamId}">${name}</option>`,
  );
  return html`<form class="bulk" method="post" action="${base}/bulk">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<input type="hidden" name="query" value="${query}">
${numbers.size > 1 ? renderTickAll({ t, here, count: numbers.size }) : ''}
${list}
<div class="bulk-bar card"><label><span>${t('console:bulk.to')}</span>
<select name="to" required><option value="">${t('console:actions.choose')}</option>
<optgroup label="${t('console:bulk.to_team')}">${options}</optgroup>${people}</select></label>
<button>${t('console:actions.assign')}</button></div>
</form>`;
}

function renderTickAll({ t, here, count }: { t: Translate; here: string; count: number }): Html {
  return html`<p class="tick-all"><a class="button" data-tick="all" href="${here}&${tickAllParameter}=all">${t('console:bulk.all', { count })}</a>
<a class="button" data-tick="none" href="${here}">${t('console:bulk.no_ticks')}</a></p>`;
}

/** The box that ticks a ticket. */
export function renderTick(number: number, { t, isTicked }: { t: Translate; isTicked: boolean }): Html {
  return html`<label class="tick"><input type="checkbox" name="${tickPrefix}${number}" value="yes"${isTicked ? html` checked` : ''}>
<span class="unseen">${t('console:bulk.tick', { number })}</span></label>`;
}

/** What became of one ticked ticket. */
export interface BulkLine {
  number: number;
  isDone: boolean;
  /** What was done, or why not. */
  text: string;
}

/** The answer to the form: every ticket, those first with which nothing was done. */
export function renderBulkResult(
  lines: readonly BulkLine[],
  { t, base, back }: { t: Translate; base: string; back: string },
): Html {
  const rows = [...lines]
    .sort((a, b) => Number(a.isDone) - Number(b.isDone) || a.number - b.number)
    .map(
      ({ number, isDone, text }) => html`<li class="notice ${isDone ? 'good' : 'bad'}">
<a href="${base}/tickets/${number}">${t('console:ticket.number', { number })}</a> ${text}</li>`,
    );
  const done = lines.filter(({ isDone }) => isDone).length;
  return html`<section class="card"><h1>${t('console:bulk.title')}</h1>
<p>${lines.length === 0 ? t('console:bulk.none') : t('console:bulk.count', { done, all: lines.length })}</p>
<ul class="plain results">${rows}</ul>
<p><a class="button" href="${back}">${t('console:bulk.back')}</a></p></section>`;
}
