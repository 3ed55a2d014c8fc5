import { html } from 'hono/html';
import type { Kysely } from 'kysely';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Tables } from '../../database/schema.ts';
import type { Translate } from '../../i18n.ts';
import type { Operator } from '../../operator/operator.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import { renderPasskeyForm } from './passkey-form.ts';
import { renderAuthenticator } from './set-up-pages.ts';

interface Passkey {
  id: string;
  /** The browser in which it was made. */
  device: string | null;
  createdAt: number;
}

/** Oldest first. */
export async function listPasskeys(db: Kysely<Tables>, operatorId: string): Promise<Passkey[]> {
  return db
    .selectFrom('operator_passkeys')
    .select(['credential_id as id', 'device', 'created_at as createdAt'])
    .where('operator_id', '=', operatorId)
    .orderBy('created_at')
    .execute();
}

/** Removes a passkey of this operator; that of another one stays. */
export async function removePasskey(
  db: Kysely<Tables>,
  { operatorId, id }: { operatorId: string; id: string },
): Promise<void> {
  await db
    .deleteFrom('operator_passkeys')
    .where('operator_id', '=', operatorId)
    .where('credential_id', '=', id)
    .execute();
}

/** A refusal, or a link for another browser that was just made. */
export type FactorsNotice = { text: string; isRefusal: true } | { link: string };

interface FactorsPage {
  t: Translate;
  now: number;
  base: string;
  /** Address of the page. */
  path: string;
  formToken: string;
  operator: Operator;
  issuer: string;
  passkeys: readonly Passkey[];
  recoveryCodes: number;
  /** The secret to put into an authenticator; undefined when there is one already. */
  totpSecret: string | undefined;
  notice: FactorsNotice | undefined;
}

/** How the operator signs in: passkeys, authenticator, recovery codes, other browsers. */
export function renderFactors(page: FactorsPage): Html {
  const { t, base, path, formToken, recoveryCodes, notice } = page;
  return html`<p><a class="up" href="${base}/account">${t('console:account.title')}</a></p>
<h1>${t('console:operator.factors')}</h1>
${notice && 'text' in notice ? html`<p class="notice bad" role="alert">${notice.text}</p>` : ''}
<section class="card"><h2>${t('console:operator.passkeys')}</h2>
<ul class="plain">${page.passkeys.map((passkey) => renderPasskey(passkey, page))}</ul>
${renderPasskeyForm({ t, formToken, does: 'create', action: `${path}/passkey`, label: t('console:operator.make_passkey') })}
<p class="soft">${t('console:operator.passkey_what')}</p></section>
<section class="card">${renderCodes(page)}</section>
<section class="card"><h2>${t('console:operator.recovery_title')}</h2>
<p>${t('console:operator.recovery_left', { count: recoveryCodes })}</p>
<form method="post" action="${path}/recovery">${field(formToken)}<button>${t('console:operator.recovery_renew')}</button></form></section>
<section class="card" id="browser"><h2>${t('console:operator.other_browser')}</h2><p>${t('console:operator.other_browser_how')}</p>
${notice && 'link' in notice ? html`<p class="words"><code>${notice.link}</code></p>` : ''}
<form method="post" action="${path}/browser#browser">${field(formToken)}<button>${t('console:operator.make_link')}</button></form></section>`;
}

function renderPasskey({ id, device, createdAt }: Passkey, { t, now, path, formToken }: FactorsPage): Html {
  return html`<li><b>${device ?? t('console:device_unknown')}</b> <span class="soft">${formatTimestamp(createdAt, now, t)}</span>
<form method="post" action="${path}/passkey/remove">${field(formToken)}<input type="hidden" name="passkey" value="${id}">
<button>${t('console:operator.remove_passkey')}</button></form></li>`;
}

function renderCodes(page: FactorsPage): Html {
  const { t, path, formToken, totpSecret, operator, issuer } = page;
  if (totpSecret !== undefined) {
    return renderAuthenticator({ t, formToken, action: path, operator, totpSecret, issuer });
  }
  return html`<h2>${t('console:operator.authenticator')}</h2><p>${t('console:operator.authenticator_on')}</p>
<form method="post" action="${path}/code/remove">${field(formToken)}<button>${t('console:operator.authenticator_off')}</button></form>`;
}

function field(formToken: string): Html {
  return html`<input type="hidden" name="${formTokenField}" value="${formToken}">`;
}
