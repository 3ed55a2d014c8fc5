import { minuteMs } from '../../src/durations.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';
import { makeWorkbook } from '../helpers/make-workbook.ts';

describe('the import of lists in the console', () => {
  let world: ConsoleWorld;
  let desk: ConsoleBrowser;
  beforeAll(async () => {
    world = await openConsoleWorld();
    desk = await world.signIn('tam');
  });
  afterAll(() => world.close());

  const people = (name: string, phone = '') => `name,phone,team_id\n${name},${phone},to-thon\n`;

  async function preview(kind: string, file: string | Buffer, browser = desk) {
    await browser.get('/console/import');
    return browser.post('/console/import/preview', { kind, file: new Blob([file]) });
  }

  const sealedIn = (html: string) => /name="preview" value="([^"]*)"/.exec(html)?.[1] ?? '';

  async function confirm(html: string, browser = desk) {
    return browser.post('/console/import', { preview: sealedIn(html) });
  }

  const namesNow = async () =>
    (await world.database.db.selectFrom('members').select('name').execute()).map(({ name }) => name);

  it('shows each line first, and changes nothing before it is confirmed', async () => {
    const file = makeWorkbook({
      rows: [
        ['name', 'phone', 'commune', 'village'],
        ['Cô Thử', 900000001, 'Xã Thử', 'Một'],
        ['Chú Thử', '', 'Xã Thử', 'thôn Hai'],
      ],
    });
    const refused = await preview('members', file);
    expect(refused.text).toContain('Tệp có 1 lỗi, chưa ghi gì');
    expect(refused.text).toContain('Dòng 3: Thôn Hai (thon-2) chưa có tổ; nhập tổ trước');
    expect(sealedIn(refused.html)).toBe('');

    await confirm((await preview('teams', 'team_id,name,area_id\nto-hai,Tổ Hai,thon-2\n')).html);
    const shown = await preview('members', file);
    expect(shown.text).toMatch(/\+ co-thu Cô Thử phone …001, to-thon member/);
    expect(shown.text).toMatch(/\+ chu-thu Chú Thử to-hai member/);
    expect(shown.text).toContain('Dòng 2: số điện thoại …001 mất số 0 ở đầu');
    expect(shown.text).toContain('Thêm 2, sửa 0, giữ nguyên 0. Chưa ghi gì.');
    expect(await namesNow()).not.toContain('Cô Thử');

    const done = await confirm(shown.html);
    expect(done.status).toBe(200);
    expect(done.text).toContain('Đã nhập xong');
    expect(done.text).toContain('Thêm 2, sửa 0');
    expect(await namesNow()).toEqual(expect.arrayContaining(['Cô Thử', 'Chú Thử']));
    expect((await preview('members', file)).text).toContain('Không có gì phải thay đổi.');
  });

  it('saves nothing of a file with a mistake', async () => {
    const { text, html } = await preview('members', `${people('Người Đúng')}Người Sai,12,to-thon\n`);
    expect(text).toContain('Dòng 3: ô phone có 3 chữ số');
    expect((await confirm(html)).status).toBe(409);
    expect(await namesNow()).not.toContain('Người Đúng');
  });

  it('is confirmed only in the session that made the preview, and for half an hour', async () => {
    const { html } = await preview('members', people('Người Muộn'));
    const other = await world.signIn('tam');
    await other.get('/console/import');
    expect((await confirm(html, other)).text).toContain('Bản xem trước không còn dùng được');
    expect((await desk.post('/console/import', { preview: 'sealed:made up' })).status).toBe(409);
    world.office.advance(31 * minuteMs);
    const late = await confirm(html);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Bản xem trước không còn dùng được');
    expect(await namesNow()).not.toContain('Người Muộn');
  });

  it('shows the preview anew when the stored data changed meanwhile', async () => {
    const { html } = await preview('members', people('Người Trước', '0900000077'));
    await confirm((await preview('members', people('Người Chen', '0900000077'))).html);
    const anew = await confirm(html);
    expect(anew.status).toBe(409);
    expect(anew.text).toContain('danh sách trên máy đã đổi');
    expect(anew.text).toContain('đang là của Người Chen');
    expect(await namesNow()).not.toContain('Người Trước');
  });

  it('teaches the bot the imported villages', async () => {
    const before = world.learned.count;
    await confirm(
      (await preview('areas', 'area_id,level,name,parent_id\nthon-3,village,Thôn Ba,cum\n')).html,
    );
    expect(world.learned.count).toBe(before + 1);
  });

  it('asks again when no file was chosen', async () => {
    await desk.get('/console/import');
    expect((await desk.post('/console/import/preview', { kind: 'members' })).status).toBe(400);
  });

  it('gives an empty file with the columns', async () => {
    const page = await desk.get('/console/import');
    expect(page.html).toContain('/console/import/template/members.csv');
    const template = await desk.get('/console/import/template/members.csv');
    expect(template.headers.get('content-disposition')).toContain('mau-thanh-vien.csv');
    expect(template.text).toContain('name,member_id,phone,team_id,role,commune,village');
    expect((await preview('members', template.html)).text).toContain('không có dòng nào ngoài');
    expect((await desk.get('/console/import/template/other.csv')).status).toBe(404);
  });

  it('shows names as they are typed, and never as markup', async () => {
    const { html } = await preview('members', people('Cô <b>Đậm</b>'));
    expect(html).toContain('Cô &lt;b&gt;Đậm&lt;/b&gt;');
  });

  it('previews and saves ten thousand members', async () => {
    const rows = Array.from({ length: 10_000 }, (_one, at) => `m-${at},Người Thứ ${at},to-thon`);
    const shown = await preview('members', `member_id,name,team_id\n${rows.join('\n')}`);
    expect(shown.text).toContain('Thêm 10000');
    expect((await confirm(shown.html)).text).toContain('Thêm 10000');
  });

  it('is for the root desk only', async () => {
    const lead = await world.signIn('xuan');
    expect((await lead.get('/console')).text).not.toContain('Quản lý');
    for (const path of ['/console/import', '/console/manage', '/console/import/template/members.csv']) {
      expect((await lead.get(path)).status).toBe(404);
    }
    await lead.get('/console/account');
    const file = new Blob([people('Người Lén')]);
    expect((await lead.post('/console/import/preview', { kind: 'members', file })).status).toBe(404);
    expect((await desk.get('/console')).text).toContain('Quản lý');
    expect((await desk.get('/console/manage')).html).toContain('href="/console/import"');
  });
});
