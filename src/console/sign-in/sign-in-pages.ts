import { html } from 'hono/html';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import { printSignInCode } from '../../member/sign-in/sign-in-code.ts';
import type { WaitingBrowser } from '../../member/sign-in/sign-in-store.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';

interface WaitingPage {
  t: Translate;
  base: string;
  now: number;
  waiting: WaitingBrowser;
  /** The accounts that take the code. */
  oas: readonly { oaId: string; name: string }[];
}

/** The code of this browser, and the way into Zalo. */
export function renderWaiting({ t, base, now, waiting, oas }: WaitingPage): Html {
  const links = oas.map(
    ({
      oaId,
      name,
    }) => html`<li><a class="button primary" href="https://zalo.me/${oaId}" target="_blank" rel="noopener">
${t('console:sign_in.open_zalo')}<small>${name}</small></a></li>`,
  );
  return html`<section class="card narrow sign-in" hx-get="${base}/sign-in/state" hx-trigger="every 2s" hx-swap="none">
<h1>${t('console:sign_in.title')}</h1>
<p>${t('console:sign_in.how')}</p>
<p class="code" aria-label="${t('console:sign_in.code')}">${printSignInCode(waiting.code)}</p>
<ul class="plain">${links}</ul>
<p>${t('console:sign_in.then')}</p>
<p class="soft">${t('console:sign_in.until', { clock: formatTimestamp(waiting.expiresAt, now, t) })}</p>
<p><a href="${base}/sign-in">${t('console:sign_in.check')}</a></p>
<p><a href="${base}/operator">${t('console:sign_in.operators')}</a></p>
</section>`;
}

/** The member said in Zalo that it was not them. */
export function renderRefused({ t, base }: Pick<WaitingPage, 't' | 'base'>): Html {
  return html`<section class="card narrow">
<h1>${t('console:sign_in.refused')}</h1>
<p>${t('console:sign_in.refused_text')}</p>
<p><a class="button" href="${base}/sign-in">${t('console:sign_in.again')}</a></p>
</section>`;
}

/** The page behind a one-time link: a preview of the link must not use it up, so a person presses a button. */
export function renderLink({ t, formToken }: { t: Translate; formToken: string }): Html {
  return html`<section class="card narrow">
<h1>${t('console:sign_in.title')}</h1>
<p>${t('console:sign_in.link_how')}</p>
<form method="post">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<button class="primary">${t('console:sign_in.enter')}</button>
</form>
</section>`;
}
