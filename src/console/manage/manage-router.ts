import { Router } from 'express';
import { html } from 'hono/html';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler } from '../http/page-request.ts';
import { sendPage } from '../http/root-page.ts';
import { sendMessagePage } from '../http/send-message-page.ts';

/** `/console/manage`: the pages on which the viewer runs the installation, or the part of it that is theirs. */
export function createManageRouter(parts: ConsoleParts): Router {
  const base = new URL(parts.url).pathname;
  const router = Router();
  router.get(
    '/',
    createPageHandler(parts, async (page) => {
      const { t, viewer } = page;
      if (viewer.manages.size === 0)
        return sendMessagePage(parts, page.response, { status: 404, key: 'not_found' });
      const title = t('console:manage.title');
      const rows = [...viewer.manages].map(
        (item) =>
          html`<li><a class="row" href="${base}/${item}"><b>${t(`console:manage.items.${item}`)}</b>
<span class="soft">${t(`console:manage.items.${item}_text`)}</span></a></li>`,
      );
      const body = html`<h1>${title}</h1><ul class="tickets">${rows}</ul>`;
      await sendPage(parts, page, { title, body });
    }),
  );
  return router;
}
