import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import { doneKinds } from '../../ticket/commands/close.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import type { TicketContent } from './read-ticket-page.ts';

export interface ActionParts {
  t: Translate;
  /** Address of the ticket's page. */
  page: string;
  formToken: string;
}

/** The forms with which the viewer changes a ticket, only those that they may use. */
export function renderActions(content: TicketContent, parts: ActionParts): Html {
  const { view, isOwn } = content;
  const { t } = parts;
  const isOpen = view.status !== 'resolved';
  return html`<section class="actions" aria-label="${t('console:actions.title')}">
${isOwn ? renderOwn(content, parts) : ''}
${isOpen && !isOwn && view.assigneeId !== null && !content.mayLead ? html`<p class="soft">${t('console:ticket.others')}</p>` : ''}
${content.mayLead ? renderLead(content, parts) : ''}
${content.mayReopen ? button('reopen', parts) : ''}
</section>`;
}

/** The first thing to decide about a ticket that nobody has: stands above the talk. */
export function renderClaim({ view, mayClaim }: TicketContent, parts: ActionParts): Html | '' {
  if (!mayClaim) return '';
  return html`<div class="claim">${button('claim', parts, { look: 'primary', key: 'a' })}
${view.isOffered ? button('decline', parts) : ''}</div>`;
}

function renderOwn({ view, teams, mayLead }: TicketContent, parts: ActionParts): Html {
  const { t } = parts;
  const options = doneKinds.map((kind) => html`<option value="${kind}">${t(`member:done.${kind}`)}</option>`);
  return html`${form(
    'resolve',
    parts,
    html`<label><span>${t('console:actions.done')}</span>
<select name="done" required aria-keyshortcuts="e"><option value="">${t('console:actions.choose')}</option>${options}</select></label>`,
  )}
${
  view.status === 'open'
    ? form(
        'wait',
        parts,
        html`<label><span>${t('console:actions.until')}</span><input type="date" name="until"></label>`,
      )
    : ''
}
<div class="buttons">
${button('release', parts)}
${button('pass-up', parts)}
</div>
${mayLead ? '' : renderTransfer(teams, parts)}`;
}

function renderLead({ view, members, teams }: TicketContent, parts: ActionParts): Html {
  const { t } = parts;
  const people = members
    .filter(({ memberId }) => memberId !== view.assigneeId)
    .map(({ memberId, name }) => html`<option value="${memberId}">${name}</option>`);
  return html`<details><summary>${t('console:actions.lead')}</summary>
${form(
  'assign',
  parts,
  html`<label><span>${t('console:actions.to_member')}</span>
<select name="member" required aria-keyshortcuts="a"><option value="">${t('console:actions.choose')}</option>${people}</select></label>`,
)}
${renderTransfer(teams, parts)}
${form(
  'merge',
  parts,
  html`<label><span>${t('console:actions.into')}</span>
<input name="into" inputmode="numeric" pattern="[0-9]{1,9}" required></label>`,
)}
${form(
  'dismiss',
  parts,
  html`<label><span>${t('console:actions.why')}</span>
<input name="text" maxlength="300" required></label>`,
)}
</details>`;
}

function renderTransfer(teams: TicketContent['teams'], parts: ActionParts): Html {
  const { t } = parts;
  const options = teams.map(({ teamId, name }) => html`<option value="${teamId}">${name}</option>`);
  return form(
    'transfer',
    parts,
    html`<label><span>${t('console:actions.to_team')}</span>
<select name="team" required><option value="">${t('console:actions.choose')}</option>${options}</select></label>
<label><span>${t('console:actions.why')}</span><input name="text" maxlength="300"></label>`,
  );
}

function button(
  action: string,
  { t, page, formToken }: ActionParts,
  { look = '', key }: { look?: string; key?: string } = {},
): Html {
  return html`<form method="post" action="${page}/${action}" class="inline">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<button class="${look}"${key ? html` aria-keyshortcuts="${key}"` : ''}>${t(`console:actions.${action}`)}</button></form>`;
}

function form(action: string, { t, page, formToken }: ActionParts, fields: Html): Html {
  return html`<form method="post" action="${page}/${action}" class="action">
<input type="hidden" name="${formTokenField}" value="${formToken}">
${fields}<button>${t(`console:actions.${action}`)}</button></form>`;
}
