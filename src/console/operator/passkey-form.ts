import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';

interface PasskeyForm {
  t: Translate;
  formToken: string;
  /** `create` makes a passkey on this device, `get` uses one. */
  does: 'create' | 'get';
  /** Takes the answer; what to sign is at `<action>/options`. */
  action: string;
  label: string;
}

/** Only a script can ask for a passkey: the form is hidden until `assets/passkey.js` has found that it can. */
export function renderPasskeyForm({ t, formToken, does, action, label }: PasskeyForm): Html {
  return html`<form method="post" action="${action}" class="passkey" data-passkey="${does}" hidden>
<input type="hidden" name="${formTokenField}" value="${formToken}"><input type="hidden" name="answer">
<p class="notice bad" role="alert" hidden>${t('console:operator.passkey_failed')}</p>
<button class="primary">${label}</button></form>`;
}
