import { randomBytes } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import {
  findWaiting,
  isLinkValid,
  requestSignIn,
  signInLifeMs,
  type UsedSignIn,
  useSignIn,
} from '../../member/sign-in/sign-in-store.ts';
import { deviceName } from '../access/device-name.ts';
import { openSession } from '../access/open-session.ts';
import type { SessionStore } from '../access/session-store.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { checkForm } from '../http/check-form.ts';
import { browserCookie, cookieOptions, readCookie } from '../http/cookies.ts';
import { createFormToken } from '../http/form-token.ts';
import { sendHtml } from '../http/page-request.ts';
import { sendMessagePage } from '../http/send-message-page.ts';
import type { Html } from '../layout/html.ts';
import { renderFrame } from '../layout/page-frame.ts';
import { renderLink, renderRefused, renderWaiting } from './sign-in-pages.ts';

interface SignInParts {
  parts: ConsoleParts;
  sessions: SessionStore;
  /** Limits how often one address may try. */
  limit: RequestHandler;
}

/** Sign-in without a password: a code that the member sends to the OA, or a one-time link from the chat. */
export function createSignInRouter({ parts, sessions, limit }: SignInParts): Router {
  const { db, clock, words, url, secret, assets, office } = parts;
  const t = words.in('vi');
  const base = new URL(url).pathname;
  const router = Router();
  const show = (response: Response, body: Html, refreshSeconds?: number) =>
    sendHtml(
      response,
      renderFrame({
        t,
        assets,
        base,
        office,
        title: t('console:sign_in.title'),
        body,
        ...(refreshSeconds === undefined ? {} : { refreshSeconds }),
      }),
    );

  router.get('/sign-in', limit, async (request, response) => {
    const now = clock.now();
    const known = readCookie(request, browserCookie);
    const waiting = known === undefined ? undefined : await findWaiting(db, { browserSecret: known, now });
    if (known !== undefined && waiting?.state === 'confirmed') {
      const used = await useSignIn(db, { secret: known, kind: 'browser', now });
      if (used) return enter(request, response, used);
    }
    if (waiting?.state === 'refused') {
      response.clearCookie(browserCookie, { path: base });
      return show(response, renderRefused({ t, base }));
    }
    const shown = waiting ?? (await startWaiting(request, response));
    await show(response, renderWaiting({ t, base, now, waiting: shown, oas: await listOas() }), 4);
  });

  // Asked every two seconds by the waiting page: 204 leaves it as it is.
  router.get('/sign-in/state', async (request, response) => {
    const browserSecret = readCookie(request, browserCookie);
    const waiting = browserSecret && (await findWaiting(db, { browserSecret, now: clock.now() }));
    if (waiting && waiting.state === 'waiting') return void response.status(204).end();
    response.set('HX-Redirect', `${base}/sign-in`).end();
  });

  router.get('/link/:token', limit, async (request, response) => {
    const token = String(request.params.token);
    if (!(await isLinkValid(db, { token, now: clock.now() }))) return refuseLink(response);
    const browser = readCookie(request, browserCookie) ?? giveBrowserCookie(response);
    await show(response, renderLink({ t, formToken: createFormToken(secret, browser) }));
  });

  router.post(
    '/link/:token',
    limit,
    checkForm({
      expectedToken({ req }) {
        const browser = readCookie(req, browserCookie);
        return browser && createFormToken(secret, browser);
      },
      refuse: refuseLink,
    }),
    async (request, response) => {
      const token = String(request.params.token);
      const used = await useSignIn(db, { secret: token, kind: 'link', now: clock.now() });
      if (!used) return refuseLink(response);
      await enter(request, response, used);
    },
  );

  async function enter(request: Request, response: Response, { memberId, ticketNumber }: UsedSignIn) {
    await openSession(parts, {
      sessions,
      request,
      response,
      owner: { memberId },
      actor: { kind: 'member', id: memberId },
    });
    response.clearCookie(browserCookie, { path: base });
    response.redirect(303, ticketNumber === undefined ? base : `${base}/tickets/${ticketNumber}`);
  }

  async function startWaiting(request: Request, response: Response) {
    const browserSecret = giveBrowserCookie(response);
    return requestSignIn(db, { browserSecret, device: deviceOf(request), now: clock.now() });
  }

  function giveBrowserCookie(response: Response): string {
    const browser = randomBytes(32).toString('base64url');
    response.cookie(browserCookie, browser, cookieOptions(url, signInLifeMs));
    return browser;
  }

  function refuseLink(response: Response): Promise<void> {
    return sendMessagePage(parts, response, { status: 410, key: 'link_gone' });
  }

  const deviceOf = (request: Request) =>
    deviceName(request.get('user-agent') ?? '', t('console:device_unknown'));

  async function listOas() {
    const rows = await db.selectFrom('oas').select(['oa_id', 'name']).orderBy('name').execute();
    return rows.map(({ oa_id: oaId, name }) => ({ oaId, name: name ?? oaId }));
  }

  return router;
}
