import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { messageOf } from '../errors.ts';
import { requireViewer } from './access/require-viewer.ts';
import { createSessionStore } from './access/session-store.ts';
import { createAccountRouter } from './account/account-router.ts';
import { createAuditRouter } from './audit/audit-router.ts';
import type { ConsoleParts } from './console-parts.ts';
import { createCorrectionsRouter } from './corrections/corrections-router.ts';
import { readAssets } from './http/assets.ts';
import { createAssetsRouter } from './http/assets-router.ts';
import { checkForm } from './http/check-form.ts';
import { createManifestRouter } from './http/manifest-router.ts';
import { createRateLimit } from './http/rate-limits.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import { sendMessagePage } from './http/send-message-page.ts';
import { createImportRouter } from './import/import-router.ts';
import { maxSealedBytes } from './import/sealed-preview.ts';
import { createBulkRouter } from './inbox/bulk-router.ts';
import { createInboxRouter } from './inbox/inbox-router.ts';
import { createViewsRouter } from './inbox/views-router.ts';
import { createChanges } from './live/changes.ts';
import { createLivePages } from './live/live-pages.ts';
import { createLiveRouter } from './live/live-router.ts';
import { createManageRouter } from './manage/manage-router.ts';
import { createFactorsRouter } from './operator/factors-router.ts';
import { createOperatorsRouter } from './operator/operators-router.ts';
import { createPasskeys } from './operator/passkeys.ts';
import { createSetUpRouter } from './operator/set-up-router.ts';
import { createOperatorSignInRouter } from './operator/sign-in-router.ts';
import { createPlacesRouter } from './places/places-router.ts';
import { createPushRouter } from './push/push-router.ts';
import { createWorkerRouter } from './push/worker-router.ts';
import { createReportsRouter } from './reports/reports-router.ts';
import { createSignInRouter } from './sign-in/sign-in-router.ts';
import { createTeamRouter } from './team/team-router.ts';
import { createTicketRouter } from './ticket/ticket-router.ts';
import { createBrokenOas } from './zalo/broken-oas.ts';
import { createZaloRouter } from './zalo/zalo-router.ts';

/** The web console. */
export interface Console {
  /** Everything under the path of the console. */
  router: Router;
  /** Ends the open streams, so that the server can stop. */
  close(): void;
}

interface ConsoleOptions extends Omit<ConsoleParts, 'assets'> {
  /** How often the database is asked for changes while pages are open. */
  lookEveryMs?: number;
  /** Requests of one address in a minute: all, and those that sign in. */
  perMinute?: { all: number; signIn: number };
}

const usualLimits = { all: 600, signIn: 30 };

export function createConsole({
  lookEveryMs = 1_500,
  perMinute = usualLimits,
  ...given
}: ConsoleOptions): Console {
  const base = new URL(given.url).pathname;
  const parts: ConsoleParts = { ...given, assets: readAssets(base) };
  const sessions = createSessionStore(parts.db, parts.secret);
  const broken = createBrokenOas(parts);
  const changes = createChanges({ db: parts.db, logger: parts.logger, everyMs: lookEveryMs });
  const live = createLivePages(changes);
  const tooMany: RequestHandler = (_request, response) =>
    void sendMessagePage(parts, response, { status: 429, key: 'too_many' });
  const refuseForm = (response: Response) =>
    sendMessagePage(parts, response, { status: 403, key: 'form_refused' });

  const inside = Router();
  inside.use(createSecurityHeaders(parts.url));
  inside.use('/assets', createAssetsRouter(parts.assets));
  inside.use(createManifestRouter(parts));
  inside.use(createWorkerRouter(parts));
  inside.use(createRateLimit(perMinute.all, tooMany));
  inside.use(createSignInRouter({ parts, sessions, limit: createRateLimit(perMinute.signIn, tooMany) }));
  const passkeys = createPasskeys(parts);
  const operators = { parts, sessions, passkeys, limit: createRateLimit(perMinute.signIn, tooMany) };
  inside.use('/operator/set-up', createSetUpRouter(operators));
  inside.use('/operator', createOperatorSignInRouter(operators));
  inside.use(requireViewer(parts, { sessions, broken }));
  inside.use(
    checkForm({
      expectedToken: (response) => (response.locals.viewer as { formToken: string }).formToken,
      fieldSize: ({ path }) => (path.startsWith('/import') ? maxSealedBytes : undefined),
      refuse: refuseForm,
    }),
  );
  inside.use(createInboxRouter(parts, changes));
  inside.use('/bulk', createBulkRouter(parts));
  inside.use('/views', createViewsRouter(parts));
  inside.use('/tickets', createTicketRouter({ parts, live, changes }));
  inside.use('/team', createTeamRouter(parts));
  inside.use('/corrections', createCorrectionsRouter(parts));
  inside.use('/manage', createManageRouter(parts));
  inside.use('/import', createImportRouter(parts));
  inside.use('/places', createPlacesRouter(parts));
  inside.use('/reports', createReportsRouter(parts));
  inside.use('/operators', createOperatorsRouter(parts));
  inside.use('/audit', createAuditRouter(parts));
  inside.use('/zalo', createZaloRouter(parts, broken));
  inside.use('/account/push', createPushRouter(parts));
  inside.use('/account/factors', createFactorsRouter(parts, passkeys));
  inside.use('/account', createAccountRouter(parts, sessions));
  inside.use('/changes', createLiveRouter(parts, live));
  inside.use((_request, response) => sendMessagePage(parts, response, { status: 404, key: 'not_found' }));
  inside.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    parts.logger.warn({ path: request.baseUrl, reason: messageOf(error) }, 'a page of the console failed');
    void sendMessagePage(parts, response, { status: 500, key: 'failed' });
  });
  const router = Router();
  router.use(base, inside);
  return { router, close: live.close };
}
