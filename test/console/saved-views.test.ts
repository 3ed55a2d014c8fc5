import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('filters and saved views of the inbox', () => {
  let world: ConsoleWorld;
  let hai: ConsoleBrowser;
  beforeEach(async () => {
    world = await openConsoleWorld();
    hai = await world.signIn('hai');
    await hai.get('/console/account');
  });
  afterEach(() => world.close());

  const listed = async (query: string) =>
    [...(await hai.get(`/console?${query}`)).html.matchAll(/class="row" href="\/console\/tickets\/(\d+)"/g)]
      .map(([, number]) => Number(number))
      .sort((a, b) => a - b);
  const views = (html: string) =>
    [...html.matchAll(/class="chip" href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href = '', name]) => [
      name,
      href.replaceAll('&amp;', '&'),
    ]);
  const keep = (name: string, query: string, browser = hai) =>
    browser.post('/console/views', { name, query });
  const removalOf = (html: string) => /action="(\/console\/views\/\d+\/remove)"/.exec(html)?.[1];

  it('filters by kind and by the member in charge, together with the list', async () => {
    const [question, call, other] = [
      await world.openTicket('a'),
      await world.openTicket('b', { kind: 'call-back' }),
      await world.openTicket('c', { kind: 'call-back' }),
    ];
    await world.office.tickets.claim({ number: call, by: { memberId: 'hoa' } });
    expect(await listed('list=all&kind=call-back')).toEqual([call, other]);
    expect(await listed('list=all&kind=question')).toEqual([question]);
    expect(await listed('list=all&member=hoa')).toEqual([call]);
    expect(await listed('list=new&member=hoa')).toEqual([]);
    expect(await listed('list=new&kind=call-back')).toEqual([other]);
    expect(await listed('list=all&kind=none')).toHaveLength(3);
  });

  it('offers the members of the teams in sight, and shows which one is chosen', async () => {
    const { html } = await hai.get('/console?list=all&member=hoa');
    expect(html).toMatch(/<option value="hoa" selected>/);
    expect(html).not.toContain('value="xuan"');
    expect((await (await world.signIn('tam')).get('/console')).html).toContain('value="xuan"');
  });

  it('keeps a filter under a name, shows it on every list, and forgets it', async () => {
    await hai.get('/console?list=all&kind=call-back');
    const kept = await keep('Gọi lại', 'list=all&kind=call-back');
    expect(kept).toMatchObject({ status: 303, location: '/console?list=all&kind=call-back' });
    const elsewhere = (await hai.get('/console')).html;
    expect(views(elsewhere)).toEqual([['Gọi lại', '/console?list=all&kind=call-back']]);
    expect(removalOf(elsewhere)).toBeUndefined();
    const shown = (await hai.get('/console?list=all&kind=call-back&page=1')).html;
    expect(shown).toMatch(/class="chip"[^>]*aria-current="page">Gọi lại/);
    await hai.post(removalOf(shown) ?? '');
    expect(views((await hai.get('/console')).html)).toEqual([]);
  });

  it('folds the fields away while the name of a kept filter says what is shown', async () => {
    const fields = async () =>
      /<details( open)?><summary>Lọc/.exec((await hai.get('/console?area=thon')).html)?.[1];
    expect(await fields()).toBe(' open');
    await keep('Thôn Một', 'list=new&area=thon');
    expect(await fields()).toBeUndefined();
  });

  it('offers keeping only where a filter is set', async () => {
    expect((await hai.get('/console?list=mine&q=lan')).html).not.toContain('action="/console/views"');
    expect((await hai.get('/console?list=mine&area=thon')).html).toContain('action="/console/views"');
  });

  it("keeps no search, because it may be a resident's name", async () => {
    await hai.get('/console?area=thon&q=Lan');
    await keep('Thôn Một', 'list=new&area=thon&q=Nguyen+Lan&page=3');
    expect(views((await hai.get('/console')).html)).toEqual([['Thôn Một', '/console?list=new&area=thon']]);
    const { rows } = await world.database.pool.query('select query from console_views');
    expect(JSON.stringify(rows)).not.toContain('Lan');
  });

  it('replaces a view of the same name, and keeps nothing without a name or of foreign words', async () => {
    await hai.get('/console');
    await keep('Của thôn', 'list=all&area=thon');
    await keep(' Của thôn ', 'list=new&area=thon-2&hx-get=evil&kind=x');
    await keep('  ', 'list=all&area=thon');
    expect(views((await hai.get('/console')).html)).toEqual([['Của thôn', '/console?list=new&area=thon-2']]);
  });

  it("keeps each member's views apart: nobody sees or removes those of another", async () => {
    await hai.get('/console');
    await keep('Của Hải', 'list=all&area=thon');
    const removal = removalOf((await hai.get('/console?list=all&area=thon')).html) ?? '';
    const hoa = await world.signIn('hoa');
    await hoa.get('/console/account');
    expect(views((await hoa.get('/console')).html)).toEqual([]);
    await hoa.post(removal);
    expect(views((await hai.get('/console')).html)).toHaveLength(1);
  });

  it('keeps twenty at most, and says so', async () => {
    await hai.get('/console');
    for (let count = 1; count <= 20; count++) await keep(`Mục ${count}`, `list=all&area=a${count}`);
    const refused = await keep('Mục 21', 'list=all&area=thon');
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.text).toContain('Đã giữ 20 bộ lọc');
    expect((await keep('Mục 3', 'list=all&area=thon')).status).toBe(303);
    expect(views((await hai.get('/console')).html)).toHaveLength(20);
  });
});
