import { oaId, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describe('the public pages', () => {
  let whole: WholeBot;
  beforeAll(async () => {
    whole = await startWholeBot({ settings: { ZALO_DOMAIN_VERIFICATION: 'Ab-1_z', RETENTION_DAYS: '90' } });
    const { db } = whole.bot.dependencies.database;
    await db.updateTable('oas').set({ name: 'Xã <b>Thử</b>' }).where('oa_id', '=', oaId).execute();
  });
  afterAll(async () => {
    await whole.stop();
  });

  async function open(path: string, language = 'vi') {
    const response = await fetch(whole.botUrl + path, { headers: { 'accept-language': language } });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  }

  test('the first page says who runs this, links to the chat, and carries the domain verification tag', async () => {
    const { text } = await open('/');
    expect(text).toContain('content="Ab-1_z"');
    expect(text).toContain(`https://zalo.me/${oaId}`);
    expect(text).toContain('Xã &lt;b&gt;Thử&lt;/b&gt;');
  });

  test('the privacy page says how long messages are kept, in the language of the browser', async () => {
    expect((await open('/privacy')).text).toContain('90 ngày');
    expect((await open('/privacy', 'en')).text).toContain('90 days');
  });

  test('the picture of the contact card exists', async () => {
    expect(await open('/contact-card.png')).toMatchObject({ status: 200, type: 'image/png' });
  });

  test('the health page works without the database; the ready page lists each OA, to this machine only', async () => {
    expect((await open('/healthz')).status).toBe(200);
    const { oas } = JSON.parse((await open('/readyz')).text) as { oas: { id: string; token: string }[] };
    expect(oas.find(({ id }) => id === oaId)).toMatchObject({ token: 'ok' });
    const proxied = await fetch(`${whole.botUrl}/readyz`, { headers: { 'x-real-ip': '203.0.113.9' } });
    expect([proxied.status, await proxied.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('a NUL byte in an address is a bad request', async () => {
    expect((await open('/oauth/zalo/callback?code=a&oa_id=1&state=%00')).status).toBe(400);
    expect((await open('/%00')).status).toBe(400);
  });

  test('metrics are shown only to this machine, not through a proxy', async () => {
    expect((await open('/metrics')).text).toContain('deliveries_total');
    const proxied = await fetch(`${whole.botUrl}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(proxied.status).toBe(403);
  });
});
