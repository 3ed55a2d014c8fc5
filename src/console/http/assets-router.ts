import { Router } from 'express';
import type { Assets } from './assets.ts';

/** Serves the style sheet and the scripts. Their addresses change with their content, so browsers may keep them. */
export function createAssetsRouter(assets: Assets): Router {
  const router = Router();
  router.get('/:name', (request, response) => {
    const asset = assets.find(String(request.params.name));
    if (!asset) return void response.status(404).end();
    const isZipped = request.acceptsEncodings('gzip') === 'gzip';
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    response.set('Vary', 'Accept-Encoding');
    if (isZipped) response.set('Content-Encoding', 'gzip');
    response.set('Content-Type', asset.type).send(isZipped ? asset.gzipped : asset.bytes);
  });
  return router;
}
