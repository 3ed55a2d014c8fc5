import { Router } from 'express';
import type { SessionStore } from '../access/session-store.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { sessionCookie } from '../http/cookies.ts';
import { createPageHandler, sendHtml } from '../http/page-request.ts';
import { renderFrame } from '../layout/page-frame.ts';
import { renderAccount } from './account-page.ts';

/** `/console/account`: where the viewer is signed in; signing out. */
export function createAccountRouter(parts: ConsoleParts, sessions: SessionStore): Router {
  const { db, url, assets, office, roster: source, push } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  router.get(
    '/',
    createPageHandler(parts, async ({ response, viewer, t, now }) => {
      const roster = await source.load(db);
      const memberships = roster.findMember(viewer.memberId)?.memberships ?? [];
      const teams = memberships.flatMap(({ teamId }) => roster.findTeam(teamId)?.name ?? []);
      const body = renderAccount({
        t,
        base,
        now,
        viewer,
        teams,
        sessions: await sessions.listOf(viewer.memberId, now),
        push: { isOn: await push.isOn(viewer.session.id), publicKey: await push.publicKey() },
      });
      const title = t('console:account.title');
      await sendHtml(response, renderFrame({ t, assets, base, office, title, viewer, body }));
    }),
  );
  router.post(
    '/sessions/end-others',
    createPageHandler(parts, async ({ response, viewer, now }) => {
      await sessions.revokeOthers({ id: viewer.session.id, memberId: viewer.memberId, now });
      response.redirect(303, `${base}/account`);
    }),
  );
  router.post(
    '/sessions/:id/end',
    createPageHandler(parts, async ({ request, response, viewer, now }) => {
      const id = Number(request.params.id);
      if (Number.isSafeInteger(id)) await sessions.revoke({ id, memberId: viewer.memberId, now });
      if (id !== viewer.session.id) return response.redirect(303, `${base}/account`);
      response.clearCookie(sessionCookie, { path: base });
      response.redirect(303, `${base}/sign-in`);
    }),
  );
  return router;
}
