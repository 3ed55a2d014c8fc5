import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import { renderPasskeyForm } from './passkey-form.ts';

interface SignInPage {
  t: Translate;
  base: string;
  formToken: string;
  /** Whose browser it is; undefined when a code cannot sign in here. */
  name: string | undefined;
  refusal: string | undefined;
}

/** Signing in with a passkey, or with a code where the browser is known. */
export function renderOperatorSignIn({ t, base, formToken, name, refusal }: SignInPage): Html {
  const form = html`<form class="action" method="post" action="${base}/operator/code">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<label><span>${t('console:operator.code')}</span><input name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="20" required></label>
<p class="soft">${t('console:operator.code_how')}</p>
<button>${t('console:operator.enter')}</button></form>`;
  return html`<section class="card narrow"><h1>${t('console:operator.title')}</h1>
<p>${name === undefined ? t('console:operator.for_whom') : t('console:operator.welcome', { name })}</p>
${refusal ? html`<p class="notice bad" role="alert">${refusal}</p>` : ''}
${renderPasskeyForm({ t, formToken, does: 'get', action: `${base}/operator/passkey`, label: t('console:operator.use_passkey') })}
${name === undefined ? html`<p class="soft">${t('console:operator.new_browser')}</p>` : form}
<p><a class="up" href="${base}/sign-in">${t('console:operator.to_members')}</a></p></section>`;
}

/** The page behind a one-time link: a preview of the link must not use it up, so a person presses a button. */
export function renderOperatorLink({ t, formToken }: Pick<SignInPage, 't' | 'formToken'>): Html {
  return html`<section class="card narrow"><h1>${t('console:operator.title')}</h1>
<p>${t('console:operator.link_how')}</p>
<form method="post"><input type="hidden" name="${formTokenField}" value="${formToken}">
<button class="primary">${t('console:operator.link_open')}</button></form></section>`;
}
