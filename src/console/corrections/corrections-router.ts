import { Router } from 'express';
import { html } from 'hono/html';
import { recordAudit } from '../../audit/audit-log.ts';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import { readOperatorNames } from '../../operator/operator-store.ts';
import { actorOf } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { formTokenField } from '../http/form-token.ts';
import type { PageRequest } from '../http/page-request.ts';
import { createManagedHandler, sendPage } from '../http/root-page.ts';
import { type Correction, listCorrections, settleCorrection } from './correction-store.ts';

/** `/console/corrections`: what the assistant should have said, for those who look after the content; a clerk's are of the own areas. */
export function createCorrectionsRouter(parts: ConsoleParts): Router {
  const { db, url, roster: source } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  const managed = (handle: (page: PageRequest) => Promise<void>) =>
    createManagedHandler(parts, 'corrections', handle);

  router.get(
    '/',
    managed(async (page) => {
      const { t } = page;
      const roster = await source.load(db);
      const operators = await readOperatorNames(db);
      const rows = (await listCorrections(db, page.viewer.sight)).map((correction) => {
        const { memberId } = correction;
        const who = roster.findMember(memberId)?.name ?? operators.get(memberId ?? '') ?? '';
        return renderCorrection(correction, page, who);
      });
      const title = t('console:corrections.title');
      const list = rows.length > 0 ? rows : html`<p class="empty">${t('console:corrections.none')}</p>`;
      const body = html`<h1>${title}</h1>${list}`;
      await sendPage(parts, page, { title, body });
    }),
  );
  router.post(
    '/:id/settle',
    managed(async ({ request, response, viewer, now }) => {
      const id = Number(request.params.id);
      const order = { id, sight: viewer.sight, now };
      const isSettled = Number.isSafeInteger(id) && (await settleCorrection(db, order));
      const entry = { actor: actorOf(viewer), action: 'correction-settled' as const, subject: id, now };
      if (isSettled) await recordAudit(db, entry);
      response.redirect(303, `${base}/corrections`);
    }),
  );

  function renderCorrection(
    { id, ticketNumber, said, better, at }: Correction,
    { t, now, viewer }: PageRequest,
    who: string,
  ) {
    return html`<section class="card"><p class="soft">${who} · ${formatTimestamp(at, now, t)} ·
<a href="${base}/tickets/${ticketNumber}">${t('console:ticket.number', { number: ticketNumber })}</a></p>
<h2>${t('console:corrections.better')}</h2><p class="words">${better}</p>
<details><summary>${t('console:corrections.said')}</summary><p class="words">${said}</p></details>
<form method="post" action="${base}/corrections/${id}/settle"><input type="hidden" name="${formTokenField}" value="${viewer.formToken}">
<button>${t('console:corrections.settle')}</button></form></section>`;
  }

  return router;
}
