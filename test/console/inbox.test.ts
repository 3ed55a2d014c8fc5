import { hourMs } from '../../src/durations.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('the inbox', () => {
  let world: ConsoleWorld;
  let hai: ConsoleBrowser;
  beforeEach(async () => {
    world = await openConsoleWorld();
    hai = await world.signIn('hai');
  });
  afterEach(async () => {
    await world.close();
  });

  const listed = async (path: string) =>
    [
      ...(await hai.get(`/console${path}`)).html.matchAll(/class="row" href="\/console\/tickets\/(\d+)"/g),
    ].map(([, number]) => Number(number));
  const rename = (personId: string, name: string) =>
    world.database.db
      .updateTable('conversations')
      .set({ display_name: name })
      .where('person_id', '=', personId)
      .execute();

  it('puts each ticket into its lists, and counts them', async () => {
    const [fresh, mine, waiting, done] = [
      await world.openTicket('a'),
      await world.openTicket('b'),
      await world.openTicket('c'),
      await world.openTicket('d'),
    ];
    const { tickets } = world.office;
    const by = { memberId: 'hai' };
    for (const number of [mine, waiting, done]) await tickets.claim({ number, by });
    await tickets.answer({ number: waiting, by, text: 'Bác ở nhà không ạ?', waitsForResident: true });
    await tickets.resolve({ number: done, by, done: 'called' });
    expect(await listed('')).toEqual([fresh]);
    expect(await listed('?list=mine')).toEqual(expect.arrayContaining([mine, waiting]));
    expect(await listed('?list=waiting')).toEqual([waiting]);
    expect(await listed('?list=done')).toEqual([done]);
    expect(await listed('?list=all')).toHaveLength(3);
    expect((await hai.get('/console')).text).toContain('Mới 1 Của tôi 2 Đang chờ 1 Quá hạn 0 Tất cả 3 Xong');
  });

  it('lists a ticket as overdue once its promised answer was missed, until somebody answers', async () => {
    const number = await world.openTicket('a');
    expect(await listed('?list=overdue')).toEqual([]);
    await world.office.tickets.claim({ number, by: { memberId: 'hai' } });
    world.office.advance(5 * hourMs);
    expect(await listed('?list=overdue')).toEqual([number]);
    await world.office.tickets.answer({ number, by: { memberId: 'hai' }, text: 'Dạ xong rồi ạ' });
    expect(await listed('?list=overdue')).toEqual([]);
  });

  it('sorts by what expires first: urgent tickets, then the next of promise and window', async () => {
    const first = await world.openTicket('a');
    world.office.advance(hourMs);
    const second = await world.openTicket('b');
    const urgent = await world.openTicket('c', { urgent: true });
    expect(await listed('')).toEqual([urgent, first, second]);
    const { db } = world.database;
    await db
      .updateTable('conversations')
      .set({ last_interaction_at: world.office.now() - 47.5 * hourMs })
      .where('person_id', '=', 'b')
      .execute();
    expect(await listed('')).toEqual([urgent, second, first]);
  });

  it('says in plain words how long Zalo lets us write', async () => {
    const number = await world.openTicket('a');
    expect((await hai.get('/console')).text).toContain('còn nhắn được 48 giờ');
    const { db } = world.database;
    await db
      .updateTable('conversations')
      .set({ last_interaction_at: world.office.now() - 50 * hourMs })
      .execute();
    expect((await hai.get('/console')).text).toContain('chờ bà con nhắn lại');
    await db
      .updateTable('tickets')
      .set({ phone_encrypted: 'sealed:84900000000' })
      .where('number', '=', number)
      .execute();
    expect((await hai.get('/console')).text).toContain('phải gọi điện');
  });

  it('finds by number and by name, with or without marks', async () => {
    const lan = await world.openTicket('a');
    const dung = await world.openTicket('b');
    await rename('a', 'Nguyễn Thị Lan');
    await rename('b', 'Đỗ Tiến Dũng');
    expect(await listed(`?q=${lan}`)).toEqual([lan]);
    expect(await listed(`?q=%23${dung}`)).toEqual([dung]);
    expect(await listed('?q=nguyen%20thi')).toEqual([lan]);
    expect(await listed(`?q=${encodeURIComponent('ĐỖ tiến')}`)).toEqual([dung]);
    expect(await listed('?q=do%20tien%20dung')).toEqual([dung]);
    expect(await listed('?q=%25')).toEqual([]);
    expect((await hai.get('/console?q=zzz')).text).toContain('Không tìm thấy');
  });

  it('filters by place and topic', async () => {
    const vneid = await world.openTicket('a', { topic: 'vneid' });
    const other = await world.openTicket('b');
    expect(await listed('?topic=vneid')).toEqual([vneid]);
    expect(await listed('?area=thon')).toHaveLength(2);
    expect(await listed('?area=thon-2')).toEqual([]);
    expect(await listed('?area=thon&topic=vneid')).not.toContain(other);
  });

  it('shows thirty tickets a page', async () => {
    for (let count = 0; count < 31; count++) await world.openTicket(`p${count}`);
    const first = await hai.get('/console');
    expect(await listed('')).toHaveLength(30);
    expect(first.text).toContain('Trang sau');
    expect(await listed('?page=2')).toHaveLength(1);
    expect(Buffer.byteLength(first.html)).toBeLessThan(40_000);
  });

  it.each(['?page=-1', '?page=x', '?list=no', '?q=%F0%9F%98%80', '?area=%27--', '?topic=%00'])(
    'opens with %s in its address',
    async (query) => {
      expect((await hai.get(`/console${query}`)).status).toBe(200);
    },
  );
});
