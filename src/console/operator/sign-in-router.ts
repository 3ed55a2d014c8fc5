import { type RequestHandler, type Response, Router } from 'express';
import { type AuditAction, recordAudit } from '../../audit/audit-log.ts';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import { checkCode } from '../../operator/authenticator.ts';
import { hasFactor, operatorActor } from '../../operator/operator.ts';
import { isOperatorLinkValid, useOperatorLink } from '../../operator/operator-links.ts';
import { findOperator } from '../../operator/operator-store.ts';
import { sendMessagePage } from '../http/send-message-page.ts';
import {
  checkOpenForm,
  createOpenHandler,
  giveKey,
  type OpenRequest,
  type OperatorRoutes,
  sendOpenPage,
  signOperatorIn,
} from './open-page.ts';
import { renderOperatorLink, renderOperatorSignIn } from './sign-in-pages.ts';

/**
 * `/console/operator`: sign-in of clerks and administrators, with a passkey anywhere, or with a code in a browser where
 * they have opened a link of theirs.
 */
export function createOperatorSignInRouter(routes: OperatorRoutes): Router {
  const { parts, passkeys, limit } = routes;
  const { db, words, url } = parts;
  const t = words.in('vi');
  const base = new URL(url).pathname;
  const router = Router();
  const readForm = checkOpenForm(parts);
  const open = (handle: (page: OpenRequest) => Promise<void>): RequestHandler =>
    createOpenHandler(parts, handle);

  router.get(
    '/',
    open((page) => show(page)),
  );
  router.post('/code', limit, readForm, open(takeCode));
  router.post(
    '/passkey/options',
    limit,
    readForm,
    open(async ({ response, browserKey, now }) => {
      response.json(await passkeys.askWhoIs({ holder: browserKey, now }));
    }),
  );
  router.post('/passkey', limit, readForm, open(takePasskey));
  router.get(
    '/link/:token',
    open(async ({ request, response, formToken, now }) => {
      const token = String(request.params.token);
      if (!(await isOperatorLinkValid(db, { token, now }))) return refuseLink(response);
      await sendOpenPage(parts, response, {
        title: t('console:operator.title'),
        body: renderOperatorLink({ t, formToken }),
      });
    }),
  );
  router.post('/link/:token', limit, readForm, open(takeLink));

  async function takeCode(page: OpenRequest): Promise<void> {
    const { response, form, operator, now } = page;
    if (!operator || !hasFactor(operator)) return show(page, t('console:operator.unknown_browser'));
    const { operatorId } = operator;
    const code = form.fields.get('code') ?? '';
    const checked = await checkCode(parts, { operatorId, code, now });
    if (checked.kind === 'wrong') {
      await note('sign-in-failed', operatorId, now);
      return show(page, t('console:operator.wrong_code'));
    }
    if (checked.kind === 'locked') {
      await note(checked.isNew ? 'locked' : 'sign-in-failed', operatorId, now);
      const clock = formatTimestamp(checked.until, now, t);
      return show(page, t('console:operator.locked', { clock }));
    }
    if (checked.way === 'recovery') await note('recovery-code-used', operatorId, now);
    await signOperatorIn(routes, page, operatorId);
    response.redirect(303, base);
  }

  async function takePasskey(page: OpenRequest): Promise<void> {
    const { response, form, browserKey, now } = page;
    const json = form.fields.get('answer') ?? '';
    const operatorId = await passkeys.findOwner({ holder: browserKey, json, now });
    const operator = operatorId === undefined ? undefined : await findOperator(db, operatorId);
    if (!operator) {
      await recordAudit(db, { actor: { kind: 'unknown', id: null }, action: 'sign-in-failed', now });
      return show(page, t('console:operator.passkey_failed'));
    }
    await signOperatorIn(routes, page, operator.operatorId);
    response.redirect(303, base);
  }

  /** A new secret with every link: one that somebody put into the browser before is worth nothing. */
  async function takeLink({ request, response, now }: OpenRequest): Promise<void> {
    const token = String(request.params.token);
    const browserKey = giveKey(response, url);
    const isUsed = await db.transaction().execute((trx) => useOperatorLink(trx, { token, browserKey, now }));
    if (!isUsed) return refuseLink(response);
    response.redirect(303, `${base}/operator`);
  }

  async function show(page: OpenRequest, refusal?: string): Promise<void> {
    const { response, operator, maySetUp, formToken } = page;
    const isReady = operator !== undefined && hasFactor(operator);
    if (operator && !isReady && maySetUp) return response.redirect(303, `${base}/operator/set-up`);
    const body = renderOperatorSignIn({
      t,
      base,
      formToken,
      name: isReady ? operator.name : undefined,
      refusal,
    });
    await sendOpenPage(parts, response, {
      title: t('console:operator.title'),
      body,
      status: refusal ? 409 : 200,
    });
  }

  function note(action: AuditAction, operatorId: string, now: number): Promise<void> {
    return recordAudit(db, { actor: operatorActor(operatorId), action, now });
  }

  function refuseLink(response: Response): Promise<void> {
    return sendMessagePage(parts, response, { status: 410, key: 'operator_link_gone' });
  }

  return router;
}
