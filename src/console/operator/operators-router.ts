import { Router } from 'express';
import {
  dismissOperator,
  inviteOperator,
  linkOperatorBrowser,
  resetOperator,
} from '../../operator/manage-operators.ts';
import { operatorRoles } from '../../operator/operator.ts';
import { listOperators } from '../../operator/operator-store.ts';
import { actorOf } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import { createManagedHandler, sendPage } from '../http/root-page.ts';
import { whenFresh } from './fresh-session.ts';
import { type OperatorsNotice, renderOperators } from './operators-page.ts';

/** `/console/operators`: who is a clerk or an administrator; administrators invite, reset and remove them. */
export function createOperatorsRouter(parts: ConsoleParts): Router {
  const { db, url, roster: source } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  const managed = (handle: (page: PageRequest) => Promise<void>) =>
    createManagedHandler(parts, 'operators', handle);

  router.get(
    '/',
    managed((page) => show(page)),
  );
  const changing = (handle: (page: PageRequest) => Promise<void>) => managed(whenFresh(parts, handle));
  router.post(
    '/invite',
    changing(async (page) => {
      const { form, viewer, now, t } = page;
      const role = operatorRoles.find((one) => one === form.fields.get('role'));
      const result = await inviteOperator(db, {
        name: form.fields.get('name') ?? '',
        role: role ?? 'clerk',
        areaId: form.fields.get('area'),
        by: actorOf(viewer),
        now,
      });
      if (result.kind === 'refused')
        return show(page, { refusal: t(`console:operators.refused.${result.why}`) });
      await show(page, { operatorId: result.operatorId, link: linkOf(result.token), kind: 'set-up' });
    }),
  );
  router.post(
    '/:id/reset',
    changing((page) => giveLink(page, 'set-up')),
  );
  router.post(
    '/:id/browser',
    changing((page) => giveLink(page, 'browser')),
  );
  router.post(
    '/:id/remove',
    changing(async (page) => {
      const { request, response, viewer, now, t } = page;
      const operatorId = String(request.params.id);
      // The last administrator would lock everybody out.
      if (viewer.operator?.operatorId === operatorId)
        return show(page, { refusal: t('console:operators.refused.self') });
      await dismissOperator(db, { operatorId, by: actorOf(viewer), now });
      response.redirect(303, `${base}/operators`);
    }),
  );

  async function giveLink(page: PageRequest, kind: 'set-up' | 'browser'): Promise<void> {
    const { request, viewer, now, t } = page;
    const operatorId = String(request.params.id);
    if (viewer.operator?.operatorId === operatorId)
      return show(page, { refusal: t('console:operators.refused.self') });
    const make = kind === 'set-up' ? resetOperator : linkOperatorBrowser;
    const token = await make(db, { operatorId, by: actorOf(viewer), now });
    if (token === undefined) return show(page, { refusal: t('console:operators.refused.unknown') });
    await show(page, { operatorId, link: linkOf(token), kind });
  }

  async function show(page: PageRequest, notice?: OperatorsNotice): Promise<void> {
    const { t, now, viewer } = page;
    const { tree } = await source.load(db);
    const operators = (await listOperators(db)).filter(({ removedAt }) => removedAt === undefined);
    const body = renderOperators({ t, base, now, viewer, operators, tree, notice });
    const status = notice && 'refusal' in notice ? 409 : 200;
    await sendPage(parts, page, { title: t('console:operators.title'), body, status });
  }

  const linkOf = (token: string) => `${url}/operator/link/${token}`;
  return router;
}
