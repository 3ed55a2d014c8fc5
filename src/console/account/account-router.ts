import { Router } from 'express';
import { recordAudit } from '../../audit/audit-log.ts';
import type { Translate } from '../../i18n.ts';
import type { Operator } from '../../operator/operator.ts';
import type { AreaTree } from '../../team/areas/area-tree.ts';
import type { SessionStore } from '../access/session-store.ts';
import { actorOf } from '../access/viewer.ts';
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
      const { operator } = viewer;
      const memberships = roster.findMember(viewer.memberId)?.memberships ?? [];
      const teams = memberships.flatMap(({ teamId }) => roster.findTeam(teamId)?.name ?? []);
      const body = renderAccount({
        t,
        base,
        now,
        viewer,
        place: operator ? officeOf(operator, { t, tree: roster.tree }) : teams.join(', '),
        sessions: await sessions.listOf(viewer.session.owner, now),
        push: operator
          ? undefined
          : { isOn: await push.isOn(viewer.session.id), publicKey: await push.publicKey() },
      });
      const title = t('console:account.title');
      await sendHtml(response, renderFrame({ t, assets, base, office, title, viewer, body }));
    }),
  );
  router.post(
    '/sessions/end-others',
    createPageHandler(parts, async ({ response, viewer, now }) => {
      const { id, owner } = viewer.session;
      const isEnded = await sessions.revokeOthers({ id, owner, now });
      if (isEnded) await recordAudit(db, { actor: actorOf(viewer), action: 'session-ended', now });
      response.redirect(303, `${base}/account`);
    }),
  );
  router.post(
    '/sessions/:id/end',
    createPageHandler(parts, async ({ request, response, viewer, now }) => {
      const id = Number(request.params.id);
      const { owner } = viewer.session;
      const isEnded = Number.isSafeInteger(id) && (await sessions.revoke({ id, owner, now }));
      if (isEnded) await recordAudit(db, { actor: actorOf(viewer), action: 'session-ended', now });
      if (id !== viewer.session.id) return response.redirect(303, `${base}/account`);
      response.clearCookie(sessionCookie, { path: base });
      response.redirect(303, `${base}/${viewer.operator ? 'operator' : 'sign-in'}`);
    }),
  );
  return router;
}

/** "Cán bộ văn phòng, Xã Thử". */
function officeOf({ role, areaId }: Operator, { t, tree }: { t: Translate; tree: AreaTree }): string {
  const place = tree.find(areaId ?? '')?.name;
  return [t(`console:operators.roles.${role}`), place].filter(Boolean).join(', ');
}
