import { createZaloHttp, type ZaloHttp } from '../../../src/zalo/api/zalo-http.ts';
import { challengeOf, createOAuthClient, type OAuthClient } from '../../../src/zalo/auth/oauth-client.ts';
import { json, type LocalServer, startLocalServer } from '../local-server.ts';

let server: LocalServer;
let http: ZaloHttp;
let oauth: OAuthClient;

beforeEach(async () => {
  server = await startLocalServer();
  http = createZaloHttp({ baseUrl: server.url });
  oauth = createOAuthClient({
    http,
    baseUrl: 'https://oauth.zaloapp.com',
    appId: 'app',
    appSecret: 'demo-app-secret-not-real',
  });
});

afterEach(async () => {
  http.close();
  await server.close();
});

test('exchanges a code with a form and the app secret in its header', async () => {
  server.respond = json({ access_token: 'A', refresh_token: 'R', expires_in: '90000' });
  expect(await oauth.exchangeCode('the-code', 'the-verifier')).toEqual({
    accessToken: 'A',
    refreshToken: 'R',
    accessLifeMs: 90_000_000,
    refreshLifeMs: 7_776_000_000,
  });
  const [request] = server.received;
  expect(request).toMatchObject({ method: 'POST', path: '/v4/oa/access_token' });
  expect(request?.headers).toMatchObject({
    secret_key: 'demo-app-secret-not-real',
    'content-type': expect.stringContaining('application/x-www-form-urlencoded'),
  });
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    app_id: 'app',
    code: 'the-code',
    code_verifier: 'the-verifier',
    grant_type: 'authorization_code',
  });
});

test('refreshes, and accepts lifetimes as numbers or as text', async () => {
  server.respond = json({
    access_token: 'A',
    refresh_token: 'R',
    expires_in: 60,
    refresh_token_expires_in: '120',
  });
  expect(await oauth.refresh('old')).toMatchObject({ accessLifeMs: 60_000, refreshLifeMs: 120_000 });
  expect(Object.fromEntries(new URLSearchParams(server.received[0]?.body))).toEqual({
    app_id: 'app',
    refresh_token: 'old',
    grant_type: 'refresh_token',
  });
});

test.each([
  [{ error: -14014, error_name: 'Invalid refresh token', error_reason: '', ref_doc: 'x' }, 200, -14014],
  [{ error_name: 'Invalid grant', error_description: 'x' }, 200, 0],
  [{ error: '-118', message: 'invalid grant' }, 400, -118],
  [{ access_token: '', refresh_token: 'R' }, 200, 0],
  [{ access_token: null }, 200, 0],
  [{}, 200, 0],
  [[], 200, 0],
  ['text', 200, 0],
])('%j with HTTP %p is a refusal', async (body, status, code) => {
  server.respond = json(body, status);
  await expect(oauth.refresh('old')).rejects.toMatchObject({ name: 'ZaloRefusal', code });
});

test.each([500, 503, 429])('HTTP %p is not a refusal', async (status) => {
  server.respond = json({ error: -1 }, status);
  await expect(oauth.refresh('old')).rejects.toMatchObject({ name: 'ZaloTransportError' });
});

test('the consent URL has the challenge of the verifier and no parameter that Zalo does not know', () => {
  const url = new URL(
    oauth.consentUrl({
      redirectUri: 'https://bot.example.vn/oauth/zalo/callback',
      state: 's',
      codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    }),
  );
  expect(url.origin + url.pathname).toBe('https://oauth.zaloapp.com/v4/oa/permission');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    app_id: 'app',
    redirect_uri: 'https://bot.example.vn/oauth/zalo/callback',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    state: 's',
  });
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});
