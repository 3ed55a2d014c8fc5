import { Router } from 'express';
import { html } from 'hono/html';
import type { ConsoleParts } from '../console-parts.ts';
import { createRootPageHandler, sendPage } from '../http/root-page.ts';

const items = ['zalo', 'import', 'places', 'corrections'] as const;

/** `/console/manage`: the pages on which the root desk runs the installation. */
export function createManageRouter(parts: ConsoleParts): Router {
  const base = new URL(parts.url).pathname;
  const router = Router();
  router.get(
    '/',
    createRootPageHandler(parts, async (page) => {
      const { t } = page;
      const title = t('console:manage.title');
      const rows = items.map(
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
