import { html } from 'hono/html';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import { hasFactor, type Operator, operatorRoles } from '../../operator/operator.ts';
import type { AreaTree } from '../../team/areas/area-tree.ts';
import type { Viewer } from '../access/viewer.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';

/** A refusal, or a link that was just made and is shown this once. */
export type OperatorsNotice =
  | { refusal: string }
  | { operatorId: string; link: string; kind: 'set-up' | 'browser' };

interface OperatorsPage {
  t: Translate;
  base: string;
  now: number;
  viewer: Viewer;
  operators: readonly Operator[];
  tree: AreaTree;
  notice: OperatorsNotice | undefined;
}

/** Clerks and administrators, each with what can be done for them, and the form that invites one more. */
export function renderOperators(page: OperatorsPage): Html {
  const { t, operators, notice } = page;
  return html`<h1>${t('console:operators.title')}</h1>
${notice && 'refusal' in notice ? html`<p class="notice bad" role="alert">${notice.refusal}</p>` : ''}
${notice && 'link' in notice ? renderLink(notice, page) : ''}
${operators.map((operator) => renderOperator(operator, page))}
${renderInvite(page)}`;
}

function renderLink(
  { operatorId, link, kind }: Extract<OperatorsNotice, { link: string }>,
  { t, operators }: OperatorsPage,
): Html {
  const name = operators.find((one) => one.operatorId === operatorId)?.name ?? operatorId;
  return html`<section class="card" role="status"><h2>${t('console:operators.link_title', { name })}</h2>
<p>${t(`console:operators.link_how.${kind}`)}</p><p class="words"><code>${link}</code></p></section>`;
}

function renderOperator(operator: Operator, page: OperatorsPage): Html {
  const { t, now, viewer, tree } = page;
  const { operatorId, name, role, areaId, lockedUntil } = operator;
  const isSelf = viewer.operator?.operatorId === operatorId;
  const factors = [
    ...(operator.passkeys > 0 ? [t('console:operators.has_passkey')] : []),
    ...(operator.hasAuthenticator ? [t('console:operators.has_code')] : []),
  ];
  const isLocked = lockedUntil !== undefined && lockedUntil > now;
  return html`<section class="card"><h2>${name} <small>${t(`console:operators.roles.${role}`)}</small></h2>
<p class="badges">${areaId === undefined ? '' : html`<span class="badge">${tree.find(areaId)?.name ?? areaId}</span>`}
${hasFactor(operator) ? html`<span class="badge">${factors.join(', ')}</span>` : html`<span class="badge warn">${t('console:operators.not_set_up')}</span>`}
${isLocked ? html`<span class="badge bad">${t('console:operators.locked', { clock: formatTimestamp(lockedUntil, now, t) })}</span>` : ''}</p>
${isSelf ? html`<p class="soft">${t('console:operators.self')}</p>` : renderOrders(operatorId, page)}</section>`;
}

function renderOrders(operatorId: string, { t, base, viewer }: OperatorsPage): Html {
  const button = (order: string) =>
    html`<form class="inline" method="post" action="${base}/operators/${operatorId}/${order}">
<input type="hidden" name="${formTokenField}" value="${viewer.formToken}"><button>${t(`console:operators.${order}`)}</button></form>`;
  return html`<details><summary>${t('console:operators.orders')}</summary>
<p class="soft">${t('console:operators.orders_how')}</p>
<div class="buttons">${button('browser')}${button('reset')}${button('remove')}</div></details>`;
}

function renderInvite({ t, base, now, viewer, tree }: OperatorsPage): Html {
  const places = tree.areas
    .filter(({ validUntil }) => validUntil === undefined || validUntil > now)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map(({ areaId, name }) => html`<option value="${areaId}">${name}</option>`);
  const roles = operatorRoles.map(
    (role, at) =>
      html`<label class="check"><input type="radio" name="role" value="${role}"${at === 0 ? html` checked` : ''}><span>${t(`console:operators.role_choice.${role}`)}</span></label>`,
  );
  return html`<section class="card"><h2>${t('console:operators.invite')}</h2>
<form class="action" method="post" action="${base}/operators/invite">
<input type="hidden" name="${formTokenField}" value="${viewer.formToken}">
<label><span>${t('console:operators.name')}</span><input name="name" maxlength="100" autocomplete="off" required></label>
<fieldset class="choices"><legend>${t('console:operators.role')}</legend>${roles}</fieldset>
<label><span>${t('console:operators.area')}</span><select name="area"><option value="">${t('console:actions.choose')}</option>${places}</select></label>
<button class="primary">${t('console:operators.make_link')}</button></form></section>`;
}
