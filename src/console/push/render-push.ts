import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';

interface PushSection {
  t: Translate;
  base: string;
  formToken: string;
  isOn: boolean;
  publicKey: string;
}

/**
 * Notices in this browser: on or off. Only a script can ask the browser, so the button to switch on is hidden until
 * `assets/push.js` has found that it can.
 */
export function renderPush({ t, base, formToken, isOn, publicKey }: PushSection): Html {
  const token = html`<input type="hidden" name="${formTokenField}" value="${formToken}">`;
  const off = html`<p><span class="badge">${t('console:push.is_on')}</span></p>
<form id="push-off" method="post" action="${base}/account/push/off">${token}<button>${t('console:push.off')}</button></form>`;
  const on = html`<p id="push-cannot" class="soft">${t('console:push.cannot')}</p>
<p id="push-failed" class="notice bad" role="alert" hidden>${t('console:push.failed')}</p>
<form id="push-on" method="post" action="${base}/account/push" data-key="${publicKey}" hidden>${token}
<input type="hidden" name="subscription"><button class="primary">${t('console:push.on')}</button></form>`;
  return html`<section class="card"><h2>${t('console:push.title')}</h2><p>${t('console:push.what')}</p>${isOn ? off : on}</section>`;
}
