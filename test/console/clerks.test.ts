import { sql } from 'kysely';
import { removeOldAudit } from '../../src/audit/audit-log.ts';
import { dayMs } from '../../src/durations.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { signInOperator } from '../helpers/console-operator.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('what a clerk does for the own areas', () => {
  let world: ConsoleWorld;
  /** A clerk of the village, one of the whole commune, and an administrator. */
  let clerk: ConsoleBrowser;
  let commune: ConsoleBrowser;
  let boss: ConsoleBrowser;
  beforeAll(async () => {
    world = await openConsoleWorld();
    clerk = (await signInOperator(world, { name: 'Văn Thư', area: 'thon' })).browser;
    commune = (await signInOperator(world, { name: 'Cán Bộ Xã', area: 'xa' })).browser;
    boss = (await signInOperator(world, { name: 'Quản Trị' })).browser;
  });
  afterAll(() => world.close());

  const office = () => world.office.world;
  const onTicket = async (browser: ConsoleBrowser, number: number, action: string, fields = {}) => {
    await browser.get(`/console/tickets/${number}`);
    return browser.post(`/console/tickets/${number}/${action}`, fields);
  };
  const elsewhere = { home: { unitIds: ['cum'], village: 'Hai' } };

  it('sees phone numbers only after asking, and each look is a row of the timeline and of the log', async () => {
    const number = await world.openTicket('lan');
    await world.database.db
      .updateTable('tickets')
      .set({ phone_encrypted: 'sealed:84912345678' })
      .where('number', '=', number)
      .execute();
    const page = await clerk.get(`/console/tickets/${number}`);
    expect(page.html).not.toContain('912345678');
    expect(page.text).toContain('Mỗi lần xem được ghi lại');
    expect((await onTicket(clerk, number, 'phone')).html).toContain('tel:0912345678');
    expect((await onTicket(clerk, number, 'phone')).html).toContain('tel:0912345678');
    expect((await clerk.get(`/console/tickets/${number}`)).html).not.toContain('912345678');
    const looks = (await office().timeline(number)).filter((row) => row.includes('phone-shown'));
    expect(looks).toEqual(Array(2).fill('noted (phone-shown) by van-thu'));
    expect((await clerk.get(`/console/tickets/${number}`)).text).toContain('Văn Thư đã xem số điện thoại');
    const log = await boss.get('/console/audit?action=phone-shown');
    expect(log.text.match(new RegExp(`Văn Thư xem số điện thoại ở yêu cầu ${number}`, 'g'))).toHaveLength(2);
  });

  it('reopens a closed ticket of the own areas, and nothing of others', async () => {
    const { tickets } = world.office;
    const [own, other] = [await world.openTicket('tu'), await world.openTicket('tam', elsewhere)];
    for (const [number, memberId] of [
      [own, 'hoa'],
      [other, 'xoan'],
    ] as const) {
      await tickets.assign({ number, memberId, by: { operator: 'test' } });
      await tickets.resolve({ number, by: { memberId }, done: 'called' });
    }
    const page = await clerk.get(`/console/tickets/${own}`);
    expect(page.html).toContain(`action="/console/tickets/${own}/reopen"`);
    expect((await onTicket(clerk, own, 'reopen')).status).toBe(303);
    expect(await office().ticket(own)).toMatchObject({ status: 'open', assignee_id: 'hoa' });
    expect(await office().timeline(own)).toContain('reopened (closed-by-mistake) by van-thu');
    expect((await onTicket(clerk, own, 'reopen')).status).toBe(409);
    expect((await onTicket(clerk, other, 'reopen')).status).toBe(404);
    expect((await onTicket(boss, other, 'reopen')).status).toBe(303);
    expect(await office().ticket(other)).not.toMatchObject({ status: 'resolved' });
  });

  it('assigns within the own areas, notes, transfers and dismisses, but neither claims nor answers', async () => {
    const number = await world.openTicket('mai');
    expect((await onTicket(clerk, number, 'claim')).status).toBe(409);
    expect((await onTicket(clerk, number, 'assign', { member: 'xoan' })).status).toBe(409);
    expect(await office().ticket(number)).toMatchObject({ assignee_id: null });
    expect((await onTicket(clerk, number, 'note', { text: 'Bà ở một mình' })).status).toBe(303);
    expect((await clerk.get(`/console/tickets/${number}`)).text).toContain('Bà ở một mình');
    expect((await onTicket(clerk, number, 'assign', { member: 'hai' })).status).toBe(303);
    expect(await office().ticket(number)).toMatchObject({ assignee_id: 'hai' });
    expect(await office().timeline(number)).toContain('assigned by van-thu');
    expect((await onTicket(clerk, number, 'answer', { text: 'Chào bà' })).status).toBe(409);
    expect((await clerk.get(`/console/tickets/${number}`)).html).not.toContain('id="answer"');
    const other = await world.openTicket('minh');
    expect((await onTicket(clerk, other, 'dismiss', { text: 'thử máy' })).status).toBe(303);
    expect(await office().ticket(other)).toMatchObject({ status: 'resolved' });
  });

  it('merges no ticket into one out of sight', async () => {
    const [near, far] = [await world.openTicket('hoa'), await world.openTicket('cuc', elsewhere)];
    const refused = await onTicket(clerk, near, 'merge', { into: String(far) });
    expect(refused.text).toContain('chưa làm thế được');
    expect(refused.text).not.toContain('cùng một người dân');
    expect((await onTicket(commune, near, 'merge', { into: String(far) })).text).toContain(
      'cùng một người dân',
    );
  });

  it('assigns several at once, only those in sight and only to members in reach', async () => {
    const [near, far] = [await world.openTicket('bay'), await world.openTicket('tam-2', elsewhere)];
    const list = await clerk.get('/console?list=all');
    expect(list.html).toContain('value="member:hai"');
    expect(list.html).not.toContain('value="member:xoan"');
    const ticked = { [`ticket-${near}`]: 'on', [`ticket-${far}`]: 'on', to: 'member:hai' };
    const done = await clerk.post('/console/bulk', ticked);
    expect(done.text).toContain('Xong 1 trong 2 việc');
    expect(await office().ticket(far)).toMatchObject({ assignee_id: null });
  });

  it.each([
    [
      'a place elsewhere',
      'areas',
      'area_id,level,name,parent_id\nthon-2,village,Thôn Khác,cum\n',
      'Thôn Khác',
    ],
    ['the own office', 'areas', 'area_id,level,name,parent_id\nthon,village,Tên Mới,xa\n', 'Tên Mới'],
    [
      'a new place elsewhere',
      'areas',
      'area_id,level,name,parent_id\nthon-9,village,Thôn Chín,cum\n',
      'Thôn Chín',
    ],
    ['a team elsewhere', 'teams', 'team_id,name,area_id\nto-cum,Tổ Bị Chiếm,cum\n', 'Tổ Bị Chiếm'],
    ['a team taken from elsewhere', 'teams', 'team_id,name,area_id\nto-cum,Tổ cụm Thử,thon\n', 'Tổ cụm Thử'],
    ['a member of a team elsewhere', 'members', 'name,team_id\nCô Lạ,to-cum\n', 'Cô Lạ'],
    ['a member of another team too', 'members', 'member_id,name,team_id\nchi,Chi,to-thon\n', 'Chi'],
  ])('imports no list that changes %s', async (_what, kind, file, name) => {
    await clerk.get('/console/import');
    const shown = await clerk.post('/console/import/preview', { kind, file: new Blob([file]) });
    expect(shown.text).toContain('không thuộc nơi mình phụ trách');
    expect(shown.text).toContain(name);
    expect(shown.html).not.toContain('name="preview"');
  });

  it('imports members of the own teams and places below the own, which the log counts', async () => {
    const add = async (browser: ConsoleBrowser, kind: string, file: string) => {
      await browser.get('/console/import');
      const { html } = await browser.post('/console/import/preview', { kind, file: new Blob([file]) });
      const sealed = /name="preview" value="([^"]*)"/.exec(html)?.[1] ?? '';
      return browser.post('/console/import', { preview: sealed });
    };
    expect((await add(clerk, 'members', 'name,team_id\nCô Gần,to-thon\n')).text).toContain('Đã nhập xong');
    const place = 'area_id,level,name,parent_id\nthon-3,village,Thôn Ba,cum\n';
    expect((await add(commune, 'areas', place)).text).toContain('Đã nhập xong');
    const log = (await boss.get('/console/audit?action=imported')).text;
    expect(log).toContain('Văn Thư nhập danh sách members 1');
    expect(log).toContain('Cán Bộ Xã nhập danh sách areas 1');
    expect(log).not.toContain('Cô Gần');
  });

  it('maps the unknown names of the own areas, to these areas', async () => {
    await world.openTicket('sau', { kind: 'question', home: { unitIds: ['cum'], village: 'Xóm Lạ' } });
    expect((await clerk.get('/console/places')).text).not.toContain('Xóm Lạ');
    expect((await commune.get('/console/places')).text).toContain('Xóm Lạ');
    const outside = { text: 'Xóm Lạ', area: 'root' };
    expect((await commune.post('/console/places', outside)).status).toBe(409);
    await clerk.get('/console/places');
    expect((await clerk.post('/console/places', { text: 'Xóm Lạ', area: 'thon-2' })).status).toBe(409);
    expect((await commune.post('/console/places', { text: 'Xóm Lạ', area: 'thon-2' })).status).toBe(200);
  });

  it('reads and settles the corrections of tickets in sight', async () => {
    await world.office.write('nam', 'lệ phí bao nhiêu');
    await world.database.db.updateTable('outgoing_messages').set({ outcome: 'answer' }).execute();
    const number = await world.openTicket('nam', elsewhere);
    const { html } = await commune.get(`/console/tickets/${number}`);
    const message = /name="message" value="(\d+)"/.exec(html)?.[1] ?? '';
    await commune.post(`/console/tickets/${number}/correct`, { message, text: 'Nói rõ là miễn phí' });
    const list = await commune.get('/console/corrections');
    expect(list.text).toContain('Cán Bộ Xã');
    expect(list.text).toContain('Nói rõ là miễn phí');
    expect((await clerk.get('/console/corrections')).text).not.toContain('Nói rõ là miễn phí');
    const settle = /corrections\/(\d+)\/settle/.exec(list.html)?.[0];
    await clerk.get('/console/account');
    await clerk.post(`/console/${settle}`);
    expect((await commune.get('/console/corrections')).text).toContain('Nói rõ là miễn phí');
    await commune.post(`/console/${settle}`);
    expect((await commune.get('/console/corrections')).text).toContain('Chưa có câu nào');
  });

  it('counts the month of the own teams, on a page and in a file that runs no formula', async () => {
    await world.database.db
      .updateTable('teams')
      .set({ name: '=Tổ "Một"' })
      .where('team_id', '=', 'to-thon')
      .execute();
    await sql`update roster_version set version = version + 1`.execute(world.database.db);
    const month = new Date(world.office.now() + 7 * 3_600_000).toISOString().slice(0, 7);
    const page = await clerk.get('/console/reports');
    expect(page.text).toContain('=Tổ "Một"');
    expect(page.text).not.toContain('Tổ cụm Thử');
    const file = await clerk.get(`/console/reports/${month}.csv`);
    expect(file.headers.get('content-disposition')).toContain(`bao-cao-${month}.csv`);
    expect(file.html).toMatch(
      /^\uFEFF?Tổ,Nơi,Việc mới,Đã xong,Trễ hẹn,Sao trung bình\r\n"'=Tổ ""Một""",Thôn Một,[1-9]\d*,/,
    );
    expect((await commune.get(`/console/reports/${month}.csv`)).html).toContain('Tổ cụm Thử');
    expect((await clerk.get('/console/reports/2026-13.csv')).status).toBe(404);
    expect((await boss.get('/console/audit?action=exported')).text).toContain(
      `Văn Thư tải về reports ${month}`,
    );
  });

  it('keeps a filter, and gets no notices', async () => {
    await clerk.get('/console?list=all&kind=question');
    await clerk.post('/console/views', { name: 'Câu hỏi', query: 'list=all&kind=question' });
    expect((await clerk.get('/console')).text).toContain('Câu hỏi');
    expect((await commune.get('/console')).html).not.toContain('>Câu hỏi<');
    expect((await clerk.get('/console/account')).html).not.toContain('push-on');
  });

  it('stands in a log that members, failed sign-ins and administrators are in, for as long as is set', async () => {
    const hai = await world.signIn('hai');
    await hai.get('/console');
    await world.office.write('ha', 'BCG-HKL');
    await boss.get('/console/zalo');
    const { text } = await boss.get('/console/audit');
    expect(text).toMatch(/\shai đăng nhập\s/i);
    expect(text).toMatch(/\sha đăng nhập không được\s/i);
    const { db } = world.database;
    const before = (await db.selectFrom('audit_log').select('id').execute()).length;
    expect(before).toBeGreaterThan(10);
    expect(await removeOldAudit(db, world.office.now() - dayMs)).toBe(0);
    expect(await removeOldAudit(db, world.office.now() + 1)).toBe(before);
    expect((await boss.get('/console/audit')).text).toContain('Chưa có gì');
  });

  it('turns the pages of the log', async () => {
    const rows = Array.from({ length: 130 }, (_, at) => ({
      at: world.office.now(),
      actor_kind: 'command-line' as const,
      actor_id: null,
      action: 'operator-invited',
      subject: `nguoi-${at}`,
    }));
    await world.database.db.insertInto('audit_log').values(rows).execute();
    const first = await boss.get('/console/audit?action=operator-invited');
    expect(first.text).toContain('dòng lệnh mời nguoi-129');
    expect(first.text).not.toContain('nguoi-29 ');
    const older = /href="([^"]*before=\d+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await boss.get(older);
    expect(second.text).toContain('nguoi-29 ');
    expect(second.text).not.toContain('nguoi-30 ');
  });
});
