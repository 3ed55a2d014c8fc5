import { Router } from 'express';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler } from '../http/page-request.ts';
import { sendMessagePage } from '../http/send-message-page.ts';
import { findSeenTicket } from '../ticket/read-ticket-page.ts';
import type { LivePages } from './live-pages.ts';

/** `GET /console/changes`: a stream that says when an open page should be asked for again. */
export function createLiveRouter(parts: ConsoleParts, live: LivePages): Router {
  const router = Router();
  router.get(
    '/',
    createPageHandler(parts, async (page) => {
      const { request, response, viewer } = page;
      const query = new URL(request.originalUrl, parts.url).searchParams;
      const number = query.get('ticket');
      const view = number === null ? undefined : await findSeenTicket(parts, Number(number), page);
      if (number !== null && !view)
        return sendMessagePage(parts, response, { status: 404, key: 'not_found' });
      const since = Number(request.get('last-event-id') ?? query.get('since'));
      const ticket = view && { id: view.id, number: view.number };
      await live.open({ response, viewer, ticket, since });
    }),
  );
  return router;
}
