import { Router } from 'express';
import { type AuditAction, recordAudit } from '../../audit/audit-log.ts';
import {
  confirmAuthenticator,
  offerAuthenticator,
  removeAuthenticator,
} from '../../operator/authenticator.ts';
import { hasFactor, type Operator } from '../../operator/operator.ts';
import { createOperatorLink, ownLinkLifeMs } from '../../operator/operator-links.ts';
import { findOperator } from '../../operator/operator-store.ts';
import { countRecoveryCodes, renewRecoveryCodes } from '../../operator/recovery-codes.ts';
import { deviceName } from '../access/device-name.ts';
import { actorOf } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler, type PageRequest, sendHtml } from '../http/page-request.ts';
import { sendMessagePage } from '../http/send-message-page.ts';
import { renderFrame } from '../layout/page-frame.ts';
import { type FactorsNotice, listPasskeys, removePasskey, renderFactors } from './factors-page.ts';
import { whenFresh } from './fresh-session.ts';
import type { Passkeys } from './passkeys.ts';
import { renderRecoveryCodes } from './set-up-pages.ts';

/** `/console/account/factors`: how an operator signs in; open for a short while after a sign-in. */
export function createFactorsRouter(parts: ConsoleParts, passkeys: Passkeys): Router {
  const { db, url, assets, office, secret } = parts;
  const base = new URL(url).pathname;
  const path = `${base}/account/factors`;
  const router = Router();
  const page = (handle: (page: PageRequest, operator: Operator) => Promise<void>) =>
    createPageHandler(parts, (one) => {
      const { operator } = one.viewer;
      return operator
        ? whenFresh(parts, () => handle(one, operator))(one)
        : sendMessagePage(parts, one.response, { status: 404, key: 'not_found' });
    });

  router.get(
    '/',
    page((one, operator) => show(one, operator)),
  );
  router.post(
    '/code',
    page(async (one, operator) => {
      const code = one.form.fields.get('code') ?? '';
      const isRight = await confirmAuthenticator(parts, {
        operatorId: operator.operatorId,
        code,
        now: one.now,
      });
      if (!isRight)
        return show(one, operator, { text: one.t('console:operator.wrong_first_code'), isRefusal: true });
      await done(one, 'authenticator-added');
    }),
  );
  router.post(
    '/code/remove',
    page(async (one, operator) => {
      if (operator.passkeys === 0) return refuseLast(one, operator);
      await removeAuthenticator(db, operator.operatorId);
      await done(one, 'authenticator-removed');
    }),
  );
  router.post(
    '/passkey/options',
    page(async ({ response, viewer, now }, operator) => {
      response.json(await passkeys.askToAdd(operator, { holder: holderOf(viewer), now }));
    }),
  );
  router.post(
    '/passkey',
    page(async (one, operator) => {
      const { request, viewer, form, now, t } = one;
      const device = deviceName(request.get('user-agent') ?? '', t('console:device_unknown'));
      const answer = { holder: holderOf(viewer), json: form.fields.get('answer') ?? '', device, now };
      const isAdded = await passkeys.add(operator, answer);
      if (!isAdded)
        return show(one, operator, { text: t('console:operator.passkey_failed'), isRefusal: true });
      await done(one, 'passkey-added');
    }),
  );
  router.post(
    '/passkey/remove',
    page(async (one, operator) => {
      if (operator.passkeys + Number(operator.hasAuthenticator) < 2) return refuseLast(one, operator);
      await removePasskey(db, { operatorId: operator.operatorId, id: one.form.fields.get('passkey') ?? '' });
      await done(one, 'passkey-removed');
    }),
  );
  router.post(
    '/recovery',
    page(async (one, { operatorId }) => {
      const codes = await db.transaction().execute((trx) => renewRecoveryCodes(trx, { operatorId, secret }));
      await note(one, 'recovery-codes-made');
      const body = renderRecoveryCodes({ t: one.t, codes, next: path });
      await send(one, one.t('console:operator.recovery_title'), body);
    }),
  );
  router.post(
    '/browser',
    page(async (one, operator) => {
      const { operatorId } = operator;
      const link = { operatorId, kind: 'browser' as const, now: one.now, lifeMs: ownLinkLifeMs };
      const token = await db.transaction().execute((trx) => createOperatorLink(trx, link));
      await note(one, 'operator-browser-link', operatorId);
      await show(one, operator, { link: `${url}/operator/link/${token}` });
    }),
  );

  async function done(one: PageRequest, action: AuditAction): Promise<void> {
    await note(one, action);
    one.response.redirect(303, path);
  }

  function note({ viewer, now }: PageRequest, action: AuditAction, subject?: string): Promise<void> {
    return recordAudit(db, { actor: actorOf(viewer), action, subject, now });
  }

  function refuseLast(one: PageRequest, operator: Operator): Promise<void> {
    return show(one, operator, { text: one.t('console:operator.last_factor'), isRefusal: true });
  }

  async function show(one: PageRequest, { operatorId }: Operator, notice?: FactorsNotice): Promise<void> {
    const { t, now, viewer } = one;
    const operator = await findOperator(db, operatorId);
    if (!operator || !hasFactor(operator)) return one.response.redirect(303, base);
    const body = renderFactors({
      ...{ t, now, path, base, notice, operator, issuer: new URL(url).hostname, formToken: viewer.formToken },
      passkeys: await listPasskeys(db, operatorId),
      recoveryCodes: await countRecoveryCodes(db, operatorId),
      totpSecret: operator.hasAuthenticator ? undefined : await offerAuthenticator(parts, operatorId),
    });
    await send(one, t('console:operator.factors'), body, notice && 'isRefusal' in notice ? 409 : 200);
  }

  async function send(
    { response, viewer, t }: PageRequest,
    title: string,
    body: ReturnType<typeof renderFactors>,
    status = 200,
  ): Promise<void> {
    const frame = { t, assets, base, office, title, viewer, body, scripts: ['passkey.js'] as const };
    await sendHtml(response, renderFrame(frame), status);
  }

  return router;
}

/** A challenge is bound to the session that asked for it. */
function holderOf({ session }: PageRequest['viewer']): string {
  return `session ${session.id}`;
}
