import { oaId } from '../helpers/actor-fixture.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('the page of unknown village names', () => {
  let world: ConsoleWorld;
  let desk: ConsoleBrowser;
  beforeAll(async () => {
    world = await openConsoleWorld();
    desk = await world.signIn('tam');
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.db.deleteFrom('unknown_places').execute());

  let residents = 0;
  /** A ticket of a resident who wrote a village that no area bears. */
  async function waitingTicket(village: string): Promise<number> {
    residents += 1;
    return world.openTicket(`resident-${residents}`, {
      kind: 'question',
      home: { unitIds: ['cum'], village },
    });
  }

  it('suggests places that look alike, and one tap sends what waits there', async () => {
    const number = await waitingTicket('Thôn Mộc');
    expect(await world.office.world.ticket(number)).toMatchObject({ team_id: 'to-cum' });
    const page = await desk.get('/console/places');
    expect(page.text).toContain('“Thôn Mộc” Cụm Thử');
    expect(page.text).toContain(`Yêu cầu ${number}`);
    expect(page.html).toMatch(/name="area" value="thon"><button class="primary">Thôn Một/);
    const mapped = await desk.post('/console/places', { text: 'Thôn Mộc', area: 'thon' });
    expect(mapped.text).toContain(
      `“Thôn Mộc” từ nay là Thôn Một (1 lần đã ghi). Chuyển về đó: Yêu cầu ${number}.`,
    );
    expect(mapped.text).toContain('Không còn tên nào chưa rõ');
    expect(await world.office.world.ticket(number)).toMatchObject({ team_id: 'to-thon', area_id: 'thon' });
    const again = await waitingTicket('Thôn Mộc');
    expect(await world.office.world.ticket(again)).toMatchObject({ team_id: 'to-thon' });
  });

  it('offers every place below the one where the name was looked up, and no other', async () => {
    await waitingTicket('Xyz');
    const { html } = await desk.get('/console/places');
    expect(html).toContain('<option value="thon-2">Thôn Hai, Cụm Thử</option>');
    expect(html).not.toContain('<option value="xa">');
    expect(html).not.toContain('Có phải là');
  });

  it.each([
    ['a place that is gone', 'nowhere', 'Nơi vừa chọn không còn'],
    ['a place elsewhere', 'xa', 'Chưa ai ghi “Xyz” ở quanh nơi ấy'],
  ])('refuses %s', async (_what, area, why) => {
    await waitingTicket('Xyz');
    await desk.get('/console/places');
    const refused = await desk.post('/console/places', { text: 'Xyz', area });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(why);
    expect(refused.text).toContain('“Xyz” Cụm Thử');
  });

  it('shows a name as typed, never as markup', async () => {
    await world.database.db
      .insertInto('unknown_places')
      .values({ oa_id: oaId, text: '<i>Lạ</i>', at: world.office.now() })
      .execute();
    expect((await desk.get('/console/places')).html).toContain('&lt;i&gt;Lạ&lt;/i&gt;');
  });

  it('is for the root desk only', async () => {
    const lead = await world.signIn('xuan');
    expect((await lead.get('/console/places')).status).toBe(404);
    await lead.get('/console/account');
    expect((await lead.post('/console/places', { text: 'Xyz', area: 'thon' })).status).toBe(404);
  });
});
