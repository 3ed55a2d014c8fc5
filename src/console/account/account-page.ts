import { html } from 'hono/html';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { Session } from '../access/session-store.ts';
import type { Viewer } from '../access/viewer.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import { renderPush } from '../push/render-push.ts';

interface AccountPage {
  t: Translate;
  base: string;
  now: number;
  viewer: Viewer;
  /** The viewer's teams or office. */
  place: string;
  sessions: readonly Session[];
  /** Undefined for operators, who get no notices. */
  push: { isOn: boolean; publicKey: string } | undefined;
}

/** The viewer's teams or office, notices in this browser, and the browsers on which they are signed in, each with a button that signs it out. */
export function renderAccount({ t, base, now, viewer, place, sessions, push }: AccountPage): Html {
  const field = html`<input type="hidden" name="${formTokenField}" value="${viewer.formToken}">`;
  const rows = sessions.map(({ id, device, createdAt, lastSeenAt }) => {
    const isHere = id === viewer.session.id;
    return html`<li><b>${device ?? t('console:device_unknown')}</b>
${isHere ? html`<span class="badge">${t('console:account.here')}</span>` : ''}<br>
<span class="soft">${t('console:account.since', { clock: formatTimestamp(createdAt, now, t) })} · ${t('console:account.seen', { clock: formatTimestamp(lastSeenAt, now, t) })}</span>
<form method="post" action="${base}/account/sessions/${id}/end">${field}<button>${t(isHere ? 'console:account.sign_out' : 'console:account.end')}</button></form></li>`;
  });
  return html`<section class="card"><h1>${viewer.name}</h1><p>${place}</p>
${viewer.operator ? html`<p><a class="button" href="${base}/account/factors">${t('console:operator.factors')}</a></p>` : ''}</section>
${push ? renderPush({ t, base, formToken: viewer.formToken, ...push }) : ''}
<section class="card"><h2>${t('console:account.sessions')}</h2><ul class="plain sessions">${rows}</ul>
${
  sessions.length > 1
    ? html`<form method="post" action="${base}/account/sessions/end-others">${field}<button>${t('console:account.end_others')}</button></form>`
    : ''
}</section>`;
}
