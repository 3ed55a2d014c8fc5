import { Router } from 'express';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler } from '../http/page-request.ts';
import { sendMessagePage } from '../http/send-message-page.ts';
import { parseInboxQuery, toAddress, toView } from './inbox-query.ts';
import { removeView, saveView } from './view-store.ts';

const maxNameLength = 40;

/** `/console/views`: keeps a filter of the inbox under a name, or forgets it. */
export function createViewsRouter(parts: ConsoleParts): Router {
  const { db, url } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  router.post(
    '/',
    createPageHandler(parts, async ({ response, viewer, form, now }) => {
      const asked = parseInboxQuery(new URLSearchParams(form.fields.get('query')));
      const query = toView(asked);
      const name = toName(form.fields.get('name') ?? '');
      const isKept = name === '' || (await saveView(db, { memberId: viewer.memberId, name, query, now }));
      if (!isKept) return sendMessagePage(parts, response, { status: 409, key: 'too_many_views' });
      response.redirect(303, toAddress(base, { ...asked, search: undefined, page: 1 }));
    }),
  );
  router.post(
    '/:id/remove',
    createPageHandler(parts, async ({ request, response, viewer }) => {
      const id = Number(request.params.id);
      if (Number.isSafeInteger(id)) await removeView(db, { id, memberId: viewer.memberId });
      response.redirect(303, base);
    }),
  );
  return router;
}

function toName(text: string): string {
  const plain = text.replaceAll(/\p{Cc}/gu, ' ').trim();
  return [...plain].slice(0, maxNameLength).join('');
}
