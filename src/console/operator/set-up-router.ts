import { type RequestHandler, Router } from 'express';
import { type AuditAction, recordAudit } from '../../audit/audit-log.ts';
import { confirmAuthenticator, offerAuthenticator } from '../../operator/authenticator.ts';
import { hasFactor, type Operator, operatorActor } from '../../operator/operator.ts';
import { renewRecoveryCodes } from '../../operator/recovery-codes.ts';
import { deviceName } from '../access/device-name.ts';
import {
  checkOpenForm,
  createOpenHandler,
  type OpenRequest,
  type OperatorRoutes,
  sendOpenPage,
  signOperatorIn,
} from './open-page.ts';
import { renderRecoveryCodes, renderSetUp } from './set-up-pages.ts';

/** A request of somebody who opened their link and has no second factor yet. */
interface SetUpRequest extends OpenRequest {
  operator: Operator;
}

/** `/console/operator/set-up`: the first passkey or authenticator, then ten recovery codes. */
export function createSetUpRouter(routes: OperatorRoutes): Router {
  const { parts, passkeys } = routes;
  const { db, words, url, secret } = parts;
  const t = words.in('vi');
  const base = new URL(url).pathname;
  const router = Router();
  const readForm = checkOpenForm(parts);
  /** Anybody else is sent to the sign-in. */
  const open = (handle: (page: SetUpRequest) => Promise<void>): RequestHandler =>
    createOpenHandler(parts, async (page) => {
      const { operator, maySetUp, response } = page;
      if (!operator || !maySetUp || hasFactor(operator)) return response.redirect(303, `${base}/operator`);
      await handle({ ...page, operator });
    });

  router.get(
    '/',
    open((page) => show(page)),
  );
  router.post(
    '/code',
    readForm,
    open(async (page) => {
      const { operator, form, now } = page;
      const code = form.fields.get('code') ?? '';
      const isRight = await confirmAuthenticator(parts, { operatorId: operator.operatorId, code, now });
      if (!isRight) return show(page, t('console:operator.wrong_first_code'));
      await finish(page, 'authenticator-added');
    }),
  );
  router.post(
    '/passkey/options',
    readForm,
    open(async ({ response, operator, browserKey, now }) => {
      response.json(await passkeys.askToAdd(operator, { holder: browserKey, now }));
    }),
  );
  router.post(
    '/passkey',
    readForm,
    open(async (page) => {
      const { request, operator, form, browserKey, now } = page;
      const json = form.fields.get('answer') ?? '';
      const device = deviceName(request.get('user-agent') ?? '', t('console:device_unknown'));
      const isAdded = await passkeys.add(operator, { holder: browserKey, json, device, now });
      if (!isAdded) return show(page, t('console:operator.passkey_failed'));
      await finish(page, 'passkey-added');
    }),
  );

  async function finish(page: SetUpRequest, action: AuditAction): Promise<void> {
    const { response, operator, now } = page;
    const { operatorId } = operator;
    await recordAudit(db, { actor: operatorActor(operatorId), action, now });
    const codes = await db.transaction().execute((trx) => renewRecoveryCodes(trx, { operatorId, secret }));
    await signOperatorIn(routes, page, operatorId);
    const body = renderRecoveryCodes({ t, codes, next: base });
    await sendOpenPage(parts, response, { title: t('console:operator.recovery_title'), body });
  }

  async function show({ response, operator, formToken }: SetUpRequest, refusal?: string): Promise<void> {
    const totpSecret = await offerAuthenticator(parts, operator.operatorId);
    const page = { t, formToken, action: `${base}/operator/set-up`, issuer: new URL(url).hostname, refusal };
    const body = renderSetUp({ ...page, operator, totpSecret });
    await sendOpenPage(parts, response, {
      title: t('console:operator.set_up'),
      body,
      status: refusal ? 409 : 200,
    });
  }

  return router;
}
