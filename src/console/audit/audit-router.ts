import { Router } from 'express';
import { html } from 'hono/html';
import { type AuditRow, auditActions, listAudit } from '../../audit/audit-log.ts';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import { readOperatorNames } from '../../operator/operator-store.ts';
import type { Roster } from '../../team/roster/roster.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createManagedHandler, sendPage } from '../http/root-page.ts';

const pageSize = 100;

/** `/console/audit`: who did what to which number, the newest first. */
export function createAuditRouter(parts: ConsoleParts): Router {
  const { db, url, roster: source } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  router.get(
    '/',
    createManagedHandler(parts, 'audit', async (page) => {
      const { request, t, now } = page;
      const query = new URL(request.originalUrl, url).searchParams;
      const action = auditActions.find((one) => one === query.get('action'));
      const before = Number(query.get('before'));
      const rows = await listAudit(db, {
        action,
        before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
        limit: pageSize + 1,
      });
      const names = { roster: await source.load(db), operators: await readOperatorNames(db) };
      const shown = rows.slice(0, pageSize);
      const options = auditActions.map(
        (one) =>
          html`<option value="${one}"${one === action ? html` selected` : ''}>${t(`console:audit.actions.${one}`)}</option>`,
      );
      const last = shown.at(-1)?.id;
      const older = `${base}/audit?${new URLSearchParams({ ...(action && { action }), before: String(last) })}`;
      const title = t('console:audit.title');
      const body = html`<h1>${title}</h1><p class="soft">${t('console:audit.what')}</p>
<form class="action" method="get" action="${base}/audit"><label><span>${t('console:audit.action')}</span>
<select name="action"><option value="">${t('console:audit.all')}</option>${options}</select></label><button>${t('console:audit.filter')}</button></form>
<ol class="audit">${shown.map((row) => renderRow(row, { t, now, ...names }))}</ol>
${shown.length === 0 ? html`<p class="empty">${t('console:audit.none')}</p>` : ''}
${rows.length > pageSize ? html`<p><a class="button" href="${older}">${t('console:audit.older')}</a></p>` : ''}`;
      await sendPage(parts, page, { title, body });
    }),
  );
  return router;
}

interface Naming {
  t: Translate;
  now: number;
  roster: Roster;
  operators: ReadonlyMap<string, string>;
}

function renderRow({ at, actor, action, subject }: AuditRow, { t, now, roster, operators }: Naming) {
  const { kind, id } = actor;
  const known = kind === 'operator' ? operators.get(id ?? '') : roster.findMember(id)?.name;
  const who = known ?? id ?? t(`console:audit.actors.${kind}`);
  const about = subject === null ? '' : (operators.get(subject) ?? subject);
  return html`<li><time>${formatTimestamp(at, now, t)}</time> <b>${who}</b> ${t(`console:audit.actions.${action}`)}${about && html` <code>${about}</code>`}</li>`;
}
