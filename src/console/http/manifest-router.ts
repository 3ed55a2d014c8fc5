import { Router } from 'express';
import type { ConsoleParts } from '../console-parts.ts';

/** The manifest, with which a phone puts the console on its home screen. */
export function createManifestRouter({ words, url, assets, office }: ConsoleParts): Router {
  const base = new URL(url).pathname;
  const t = words.in('vi');
  const manifest = JSON.stringify({
    name: `${t('console:frame.home')}, ${office}`,
    short_name: t('console:frame.home'),
    lang: 'vi',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#eef2f7',
    theme_color: '#0b57c2',
    icons: [{ src: assets.urlOf('icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  });
  const router = Router();
  router.get('/manifest.webmanifest', (_request, response) => {
    response.type('application/manifest+json').send(manifest);
  });
  return router;
}
