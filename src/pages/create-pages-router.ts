import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { Language, Words } from '../i18n.ts';
import { renderHome } from './home-page.ts';
import { renderPrivacy } from './privacy-page.ts';

interface PagesParts {
  db: Kysely<Tables>;
  words: Words;
  /** Name of the responsible office, as residents know it. */
  office: string;
  retentionDays: number;
  /** The tag that proves to Zalo that the domain is ours; empty when there is none. */
  verificationTag: string;
  localesFolder: string;
}

/** The public pages: who runs the bot (`/`), what is stored (`/privacy`), and the picture on the contact card. */
export function createPagesRouter(parts: PagesParts): Router {
  const router = Router();
  router.get('/', (request, response) => showHome(parts, request, response));
  router.get('/privacy', (request, response) => {
    const language = languageOf(request);
    const t = parts.words.in(language);
    send(response, renderPrivacy({ t, language, retentionDays: parts.retentionDays }));
  });
  router.get('/contact-card.png', (_request, response) => {
    response.sendFile('contact-card.png', { root: join(parts.localesFolder, 'vi'), maxAge: '1d' });
  });
  return router;
}

async function showHome(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const { db, words, office, verificationTag } = parts;
  const language = languageOf(request);
  const oas = await db.selectFrom('oas').select(['oa_id', 'name']).orderBy('name').execute();
  const links = oas.map(({ oa_id: oaId, name }) => ({ oaId, name: name ?? oaId }));
  send(response, renderHome({ t: words.in(language), language, office, oas: links, verificationTag }));
}

function send(response: Response, page: string): void {
  response.set({
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  response.type('html').send(page);
}

/** Vietnamese unless the browser asks for English first. */
function languageOf(request: Request): Language {
  return request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';
}
