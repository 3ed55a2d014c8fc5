import { fileURLToPath } from 'node:url';
import type { Router } from 'express';
import express from 'express';
import { readPageWords } from './page-words.ts';
import { renderPhonePage } from './phone-page.ts';

/** Beside this file both in `src/` and, copied by the build, in `dist/`. */
const clientFolder = fileURLToPath(new URL('./client/', import.meta.url));

/** Only our own scripts may run; pictures may come from any host, as an OA stores them anywhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob: http: https:",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The phone of a resident at `/`, and its scripts and styles under `/phone`.
 * @param localesFolder folder with the texts of the page
 */
export function createPhoneRouter(localesFolder: string): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    response.set({ 'Content-Security-Policy': contentSecurityPolicy, 'Cache-Control': 'no-store' });
    response.type('html').send(renderPhonePage(readPageWords(localesFolder)));
  });
  router.use(
    '/phone',
    express.static(clientFolder, {
      index: false,
      setHeaders: (response) => {
        response.setHeader('Cache-Control', 'no-cache');
        response.setHeader('X-Content-Type-Options', 'nosniff');
      },
    }),
  );
  return router;
}
