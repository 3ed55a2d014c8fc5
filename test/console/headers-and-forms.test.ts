import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('the safety of the console', () => {
  let world: ConsoleWorld;
  beforeAll(async () => {
    world = await openConsoleWorld({ perMinute: { all: 40, signIn: 30 } });
  });
  afterAll(() => world.close());

  it('allows no script and no style but our own files, and has none inline', async () => {
    const browser = await world.signIn('ha');
    const page = await browser.get('/console');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(page.html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/i);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('gives cookies that scripts cannot read and other sites cannot send with a form', async () => {
    const page = await world.openBrowser().get('/console/sign-in');
    expect(page.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/);
  });

  it.each([
    ['no token', { form_token: '' }, {}],
    ['the token of another session', { form_token: 'x'.repeat(43) }, {}],
    ['another site', {}, { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a form with %s', async (_why, fields, headers) => {
    const number = await world.openTicket(`csrf-${_why}`);
    const browser = await world.signIn('ha');
    await browser.get(`/console/tickets/${number}`);
    const page = await browser.post(`/console/tickets/${number}/claim`, fields, headers);
    expect(page.status).toBe(403);
    expect(await world.office.world.ticket(number)).toMatchObject({ status: 'new' });
  });

  it('refuses a body that is no form', async () => {
    const browser = await world.signIn('ha');
    await browser.get('/console');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${world.origin}/console/tickets/1/claim`, {
      method: 'POST',
      body: '{"form_token":1}',
      headers: { cookie, 'content-type': 'application/json' },
    });
    expect(response.status).toBe(403);
  });

  it('refuses a form whose fields are too large together, though each alone may be', async () => {
    const browser = await world.signIn('ha');
    await browser.get('/console/account');
    const many = Object.fromEntries([1, 2, 3].map((number) => [`field${number}`, 'x'.repeat(3_000_000)]));
    expect((await browser.post('/console/import', { field1: many.field1 ?? '' })).status).toBe(404);
    expect((await browser.post('/console/import', many)).status).toBe(403);
  });

  it('tells of its keys in every page of a member, and serves their script as a file', async () => {
    const browser = await world.signIn('ha');
    const page = await browser.get('/console');
    expect(page.text).toMatch(/Phím tắt j k việc dưới, việc trên Enter mở việc/);
    const address = /<script src="([^"]*keys\.js[^"]*)"/.exec(page.html)?.[1] ?? '';
    const script = await world.openBrowser().get(address);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect((await world.openBrowser().get('/console/sign-in')).html).not.toContain('keys.js');
  });

  it('has what keeps a page in step in one file, so that no part of it can come too late', async () => {
    const browser = await world.signIn('ha');
    const { html } = await browser.get('/console');
    const scripts = [...html.matchAll(/<script src="([^"]*)" defer>/g)].map(([, address = '']) => address);
    expect(scripts).toHaveLength(1);
    const script = (await browser.get(scripts[0] ?? '')).html;
    expect(html).toContain('hx-sse:connect=');
    expect(script).toContain('hx-sse:connect');
    expect(script).not.toContain('sourceMappingURL');
  });

  it('serves its own files to anybody, and lets browsers keep them', async () => {
    const page = await world.openBrowser().get('/console/assets/console.css');
    expect(page.headers.get('content-type')).toContain('text/css');
    expect(page.headers.get('cache-control')).toContain('immutable');
    expect((await world.openBrowser().get('/console/assets/..%2Fcreate-console.ts')).status).toBe(404);
  });

  it('can be put on the home screen of a phone', async () => {
    const page = await world.openBrowser().get('/console/manifest.webmanifest');
    const { start_url, display, icons } = JSON.parse(page.html);
    expect({ start_url, display }).toEqual({ start_url: '/console', display: 'standalone' });
    expect((await world.openBrowser().get(icons[0].src)).status).toBe(200);
  });

  it('answers 429 to an address that asks too often', async () => {
    const browser = world.openBrowser();
    let status = 0;
    for (let count = 0; count < 45 && status !== 429; count++)
      status = (await browser.get('/console')).status;
    expect(status).toBe(429);
  });
});
