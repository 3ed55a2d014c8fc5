import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Operator } from '../../operator/operator.ts';
import { operatorActor } from '../../operator/operator.ts';
import { browserLifeMs, findBrowser } from '../../operator/operator-links.ts';
import { findOperator } from '../../operator/operator-store.ts';
import { openSession } from '../access/open-session.ts';
import type { SessionStore } from '../access/session-store.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { checkForm } from '../http/check-form.ts';
import { cookieOptions, operatorCookie, readCookie } from '../http/cookies.ts';
import { createFormToken } from '../http/form-token.ts';
import { sendHtml } from '../http/page-request.ts';
import type { Form } from '../http/read-form.ts';
import { sendMessagePage } from '../http/send-message-page.ts';
import type { Html } from '../layout/html.ts';
import { renderFrame } from '../layout/page-frame.ts';
import type { Passkeys } from './passkeys.ts';

/** What the routers of operators share. */
export interface OperatorRoutes {
  parts: ConsoleParts;
  sessions: SessionStore;
  passkeys: Passkeys;
  /** Limits how often one address may try. */
  limit: RequestHandler;
}

/** A request before sign-in, from a browser that has a secret of its own. */
export interface OpenRequest {
  request: Request;
  response: Response;
  form: Form;
  browserKey: string;
  formToken: string;
  now: number;
  /** Whose browser it is; undefined when it is nobody's. */
  operator: Operator | undefined;
  /** The second factor may be set up here now. */
  maySetUp: boolean;
}

/** Handlers for a page before sign-in. A browser without a secret gets one; its forms carry a token bound to it. */
export function createOpenHandler(
  { db, clock, url, secret }: ConsoleParts,
  handle: (page: OpenRequest) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const now = clock.now();
    const browserKey = readCookie(request, operatorCookie) ?? giveKey(response, url);
    const known = await findBrowser(db, { browserKey, now });
    const operator = known && (await findOperator(db, known.operatorId));
    const { form = { fields: new Map(), file: undefined } } = response.locals as { form?: Form };
    const formToken = createFormToken(secret, browserKey);
    await handle({
      ...{ request, response, form, browserKey, formToken, now, operator },
      maySetUp: operator !== undefined && known?.maySetUp === true,
    });
  };
}

/** A new secret for this browser. @returns it */
export function giveKey(response: Response, url: string): string {
  const key = randomBytes(32).toString('base64url');
  response.cookie(operatorCookie, key, cookieOptions(url, browserLifeMs));
  return key;
}

/** Reads the form of a page before sign-in. */
export function checkOpenForm(parts: ConsoleParts): RequestHandler {
  return checkForm({
    expectedToken({ req }) {
      const browserKey = readCookie(req, operatorCookie);
      return browserKey && createFormToken(parts.secret, browserKey);
    },
    refuse: (response) => sendMessagePage(parts, response, { status: 403, key: 'form_refused' }),
  });
}

interface OpenPage {
  title: string;
  body: Html;
  status?: number;
}

/** Sends a page before sign-in. */
export async function sendOpenPage(
  { words, assets, url, office }: ConsoleParts,
  response: Response,
  { title, body, status = 200 }: OpenPage,
): Promise<void> {
  const t = words.in('vi');
  const base = new URL(url).pathname;
  await sendHtml(
    response,
    renderFrame({ t, assets, base, office, title, body, scripts: ['passkey.js'] }),
    status,
  );
}

/** Signs an operator in who has shown the second factor. */
export function signOperatorIn(
  { parts, sessions }: OperatorRoutes,
  { request, response }: Pick<OpenRequest, 'request' | 'response'>,
  operatorId: string,
): Promise<void> {
  const owner = { operatorId };
  return openSession(parts, { sessions, request, response, owner, actor: operatorActor(operatorId) });
}
