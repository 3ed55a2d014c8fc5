import { Router } from 'express';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler } from '../http/page-request.ts';
import { sendMessagePage } from '../http/send-message-page.ts';

/** `/console/account/push`: switches notices in the viewer's browser on and off. */
export function createPushRouter(parts: ConsoleParts): Router {
  const { push, url } = parts;
  const account = `${new URL(url).pathname}/account`;
  const router = Router();
  router.post(
    '/',
    createPageHandler(parts, async ({ response, viewer, form }) => {
      const json = form.fields.get('subscription') ?? '';
      const { memberId, session, operator } = viewer;
      if (operator) return sendMessagePage(parts, response, { status: 404, key: 'not_found' });
      const isOn = await push.switchOn({ sessionId: session.id, memberId, json });
      if (!isOn) return sendMessagePage(parts, response, { status: 400, key: 'push_refused' });
      response.redirect(303, account);
    }),
  );
  router.post(
    '/off',
    createPageHandler(parts, async ({ response, viewer }) => {
      await push.switchOff(viewer.session.id);
      response.redirect(303, account);
    }),
  );
  return router;
}
