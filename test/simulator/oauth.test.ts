import { appId, appSecret, oaId, type SimulatedZalo, startZalo } from './simulator-setup.ts';

const callbackUrl = 'https://bot.example.vn/oauth/zalo/callback';
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

let zalo: SimulatedZalo;
beforeEach(async () => {
  zalo = await startZalo({ callbackUrl });
});
afterEach(() => zalo.close());

interface TokenAnswer {
  status: number;
  body: Record<string, string | number>;
}

async function ask(fields: Record<string, string>, secret = appSecret): Promise<TokenAnswer> {
  const response = await fetch(`${zalo.url}/v4/oa/access_token`, {
    method: 'POST',
    headers: { secret_key: secret },
    body: new URLSearchParams({ app_id: appId, ...fields }),
  });
  return { status: response.status, body: (await response.json()) as TokenAnswer['body'] };
}

const refresh = (token: string | number | undefined, secret?: string) =>
  ask({ grant_type: 'refresh_token', refresh_token: String(token) }, secret);

async function consent(fields: Record<string, string> = {}): Promise<URL> {
  const response = await fetch(`${zalo.url}/v4/oa/permission`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      app_id: appId,
      redirect_uri: callbackUrl,
      code_challenge: challenge,
      state: 's1',
      oa_id: oaId,
      ...fields,
    }),
  });
  return new URL(response.headers.get('location') ?? 'about:blank');
}

async function errorWith(token: string | number | undefined): Promise<number> {
  const headers = { access_token: String(token) };
  const answer = await fetch(`${zalo.url}/v2.0/oa/getoa`, { headers });
  return ((await answer.json()) as { error: number }).error;
}

describe('tokens', () => {
  test('a refresh rotates tokens: the new pair works, the old pair is dead at once', async () => {
    expect(await errorWith(zalo.accessToken)).toBe(0);
    const { status, body } = await refresh(zalo.refreshToken);
    expect([status, body.expires_in, body.refresh_token_expires_in]).toEqual([200, '90000', '7776000']);
    expect(await errorWith(body.access_token)).toBe(0);
    expect(await errorWith(zalo.accessToken)).toBe(-220);
    expect((await refresh(zalo.refreshToken)).body).toMatchObject({
      error: -14014,
      error_name: expect.any(String),
    });
    expect((await refresh(body.refresh_token)).body.access_token).toEqual(expect.any(String));
  });

  test('access tokens live 25 hours, refresh tokens three months', async () => {
    await zalo.call('POST', '/sim/clock', { advanceMs: 25 * 3_600_000 });
    expect(await errorWith(zalo.accessToken)).toBe(0);
    await zalo.call('POST', '/sim/clock', { advanceMs: 1 });
    expect(await errorWith(zalo.accessToken)).toBe(-220);
    await zalo.call('POST', '/sim/clock', { advanceMs: 90 * 24 * 3_600_000 });
    expect((await refresh(zalo.refreshToken)).body.error).toBe(-14014);
  });

  test('the error of an unknown token differs from that of a dead one', async () => {
    expect(await errorWith('never')).toBe(-216);
    await zalo.call('DELETE', `/sim/oas/${oaId}/access-token`);
    expect(await errorWith(zalo.accessToken)).toBe(-220);
    await zalo.call('DELETE', `/sim/oas/${oaId}/grant`);
    expect((await refresh(zalo.refreshToken)).body.error).toBe(-14014);
  });

  test('a bad token is refused in the shape of the OAuth host, under 200 or 400', async () => {
    const wrongSecret = await refresh(zalo.refreshToken, 'wrong');
    expect(wrongSecret.status).toBe(200);
    expect(Object.keys(wrongSecret.body)).toEqual([
      'error',
      'error_name',
      'error_reason',
      'error_description',
      'ref_doc',
    ]);
    await zalo.call('POST', '/sim/switches', { oauthErrorStatus: 400 });
    expect((await refresh('none')).status).toBe(400);
  });

  test('tokens are lost when the answer of a refresh is lost', async () => {
    await zalo.call('POST', '/sim/faults', { kind: 'reset', path: '/v4/oa/access_token' });
    await expect(refresh(zalo.refreshToken)).rejects.toThrow();
    expect((await refresh(zalo.refreshToken)).body.error).toBe(-14014);
    expect(await errorWith(zalo.accessToken)).toBe(-220);
  });
});

describe('consent', () => {
  test('the consent page shows the OAs to choose from', async () => {
    const query = new URLSearchParams({ app_id: appId, redirect_uri: callbackUrl, state: '"><script>' });
    const page = await (await fetch(`${zalo.url}/v4/oa/permission?${query}`)).text();
    expect(page).toContain(`value="${oaId}"`);
    expect(page).not.toContain('<script>');
  });

  test('consent gives a code that buys tokens once, with the right verifier', async () => {
    const target = await consent();
    expect(target.origin + target.pathname).toBe(callbackUrl);
    expect([target.searchParams.get('oa_id'), target.searchParams.get('state')]).toEqual([oaId, 's1']);

    const code = target.searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, code_verifier: verifier };
    const { body } = await ask(fields);
    expect(await errorWith(body.access_token)).toBe(0);
    expect((await ask(fields)).body.access_token).toBeUndefined();
  });

  test('a code is worthless with another verifier or after ten minutes', async () => {
    const first = (await consent()).searchParams.get('code') ?? '';
    const wrong = { grant_type: 'authorization_code', code: first, code_verifier: 'another' };
    expect((await ask(wrong)).body.access_token).toBeUndefined();

    const second = (await consent()).searchParams.get('code') ?? '';
    await zalo.call('POST', '/sim/clock', { advanceMs: 600_001 });
    const late = { grant_type: 'authorization_code', code: second, code_verifier: verifier };
    expect((await ask(late)).body.access_token).toBeUndefined();
  });

  test('consent is refused for another app or callback, and can leave out the state', async () => {
    expect((await consent({ app_id: '1' })).href).toBe('about:blank');
    expect((await consent({ redirect_uri: 'https://evil.example/' })).href).toBe('about:blank');
    await zalo.call('POST', '/sim/switches', { stateInCallback: false });
    expect((await consent()).searchParams.has('state')).toBe(false);
  });
});
