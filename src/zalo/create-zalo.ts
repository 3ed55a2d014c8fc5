import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Alarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Tables } from '../database/schema.ts';
import type { Sealer } from '../encryption.ts';
import type { Words } from '../i18n.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createOpenApi } from './api/open-api.ts';
import { createRateLimiter } from './api/rate-limiter.ts';
import { createZaloClient } from './api/zalo-client.ts';
import { createZaloHttp } from './api/zalo-http.ts';
import { openLink } from './auth/consent.ts';
import { createOAuthClient } from './auth/oauth-client.ts';
import { createOauthRouter } from './auth/oauth-router.ts';
import { createOwnerOfToken } from './auth/owner-of-token.ts';
import { createTokenKeeper } from './auth/token-keeper.ts';
import { createTokenStore } from './auth/token-store.ts';

interface ZaloParts {
  config: Config;
  db: Kysely<Tables>;
  sealer: Sealer;
  clock: Clock;
  alarm: Alarm;
  logger: Logger;
  metrics: Metrics;
  words: Words;
}

/** Builds everything that talks to Zalo: the client, its tokens and the page that obtains them. */
export function createZalo(parts: ZaloParts) {
  const { config, db, sealer, clock, alarm, logger, metrics, words } = parts;
  const oauthHttp = createZaloHttp({ baseUrl: config.ZALO_OAUTH_URL });
  const apiHttp = createZaloHttp({ baseUrl: config.ZALO_OPENAPI_URL });
  const oauth = createOAuthClient({
    http: oauthHttp,
    baseUrl: config.ZALO_OAUTH_URL,
    appId: config.ZALO_APP_ID,
    appSecret: config.ZALO_APP_SECRET,
  });
  const tokens = createTokenKeeper({
    store: createTokenStore({ db, sealer }),
    oauth,
    clock,
    alarm,
    logger,
    metrics,
    sleep: (ms) => delay(ms),
  });
  const api = createOpenApi({
    http: apiHttp,
    tokens,
    limiter: createRateLimiter({ clock }),
    proofSecret: config.ZALO_APPSECRET_PROOF ? config.ZALO_APP_SECRET : undefined,
  });
  const client = createZaloClient({ api, buttonTemplateType: config.ZALO_BUTTON_TEMPLATE_TYPE });
  const t = words.in('vi');
  const oauthRouter = createOauthRouter({
    db,
    sealer,
    clock,
    alarm,
    logger,
    oauth,
    ownerOf: createOwnerOfToken(api),
    redirectUri: `${config.PUBLIC_URL ?? `http://localhost:${config.PORT}`}/oauth/zalo/callback`,
    codeVerifier: config.ZALO_OAUTH_CODE_VERIFIER,
    oaOfLink: (request) => openLink(sealer, String(request.query.key ?? ''), clock.now()),
    words: {
      connected: t('operator:oauth.connected'),
      refused: t('operator:oauth.refused'),
      expired: t('operator:oauth.expired'),
    },
  });
  return {
    client,
    tokens,
    oauthRouter,
    close() {
      oauthHttp.close();
      apiHttp.close();
    },
  };
}
