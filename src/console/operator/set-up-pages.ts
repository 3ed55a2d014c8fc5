import { html, raw } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import { qrCode } from '../../member/linking/qr-code.ts';
import type { Operator } from '../../operator/operator.ts';
import { totpAddress } from '../../operator/totp.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import { renderPasskeyForm } from './passkey-form.ts';

interface AuthenticatorForm {
  t: Translate;
  formToken: string;
  /** Takes the forms at `<action>/code` and `<action>/passkey`. */
  action: string;
  operator: Operator;
  /** Base32. */
  totpSecret: string;
  /** The site, as the authenticator app shows it: a long name would make the QR code hard to read. */
  issuer: string;
}

/** The first set-up: a passkey where the browser can, an authenticator everywhere. */
export function renderSetUp({ refusal, ...page }: AuthenticatorForm & { refusal: string | undefined }): Html {
  const { t, operator, action, formToken } = page;
  return html`<section class="card narrow"><h1>${t('console:operator.set_up')}</h1>
<p>${t('console:operator.set_up_how', { name: operator.name })}</p>
${refusal ? html`<p class="notice bad" role="alert">${refusal}</p>` : ''}
${renderPasskeyForm({ t, formToken, does: 'create', action: `${action}/passkey`, label: t('console:operator.make_passkey') })}
<p class="soft">${t('console:operator.passkey_what')}</p></section>
<section class="card narrow">${renderAuthenticator(page)}</section>`;
}

/** The secret as a QR code and as letters, and the field for the first code. */
export function renderAuthenticator({
  t,
  formToken,
  action,
  operator,
  totpSecret,
  issuer,
}: AuthenticatorForm): Html {
  const address = totpAddress({ secret: totpSecret, account: operator.operatorId, issuer });
  const letters = totpSecret.match(/.{1,4}/g)?.join(' ');
  return html`<h2>${t('console:operator.authenticator')}</h2>
<p>${t('console:operator.authenticator_how')}</p>
<div class="qr" role="img" aria-label="${t('console:operator.qr')}">${raw(qrCode(address))}</div>
<p><a class="up" href="${address}">${t('console:operator.same_phone')}</a></p>
<p class="soft">${t('console:operator.by_hand')}</p><p class="words"><code>${letters}</code></p>
<form class="action" method="post" action="${action}/code">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<label><span>${t('console:operator.first_code')}</span><input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required></label>
<button>${t('console:operator.confirm')}</button></form>`;
}

/** Ten codes, shown this once. */
export function renderRecoveryCodes({
  t,
  codes,
  next,
}: {
  t: Translate;
  codes: readonly string[];
  /** Where to go once they are kept. */
  next: string;
}): Html {
  return html`<section class="card narrow"><h1>${t('console:operator.recovery_title')}</h1>
<p>${t('console:operator.recovery_how')}</p>
<ol class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
<p><a class="button primary" href="${next}">${t('console:operator.recovery_kept')}</a></p></section>`;
}
