import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { html } from 'hono/html';
import type { ConsoleParts } from '../console-parts.ts';
import { sendHtml } from '../http/page-request.ts';
import { renderFrame } from '../layout/page-frame.ts';

const workerFile = fileURLToPath(new URL('../assets/worker.js', import.meta.url));

/**
 * `/console/worker.js`, the service worker that shows notices, and `/console/offline`, the page that it shows without a
 * network. Both tell nothing, so anybody gets them.
 */
export function createWorkerRouter({ words, url, assets, office }: ConsoleParts): Router {
  const base = new URL(url).pathname;
  const t = words.in('vi');
  const kept = [`${base}/offline`, assets.urlOf('console.css')];
  const script = `const kept = ${JSON.stringify(kept)};\n${readFileSync(workerFile, 'utf8')}`;
  const router = Router();
  router.get('/worker.js', (_request, response) => {
    // The inbox is `/console`, which is above the folder of the script.
    response.set('Service-Worker-Allowed', base).type('text/javascript').send(script);
  });
  router.get('/offline', async (_request, response) => {
    const title = t('console:offline.title');
    const body = html`<section class="card narrow"><h1>${title}</h1><p>${t('console:offline.text')}</p>
<p><a class="button" href="${base}">${t('console:offline.again')}</a></p></section>`;
    await sendHtml(response, renderFrame({ t, assets, base, office, title, body }));
  });
  return router;
}
