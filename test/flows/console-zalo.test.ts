import { minuteMs } from '../../src/durations.ts';
import { createSignInLink } from '../../src/member/sign-in/sign-in-store.ts';
import { type ConsoleBrowser, createBrowser } from '../helpers/console-browser.ts';
import { linkPhone } from '../helpers/member-phones.ts';
import { members, staffOffice } from '../helpers/staffed-office.ts';
import { oaId, otherOaId, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
let desk: ConsoleBrowser;
beforeAll(async () => {
  whole = await startWholeBot({ settings: { SESSION_SECRET: 's'.repeat(40) } });
  await staffOffice(whole);
  desk = await openDesk();
}, 60_000);
afterAll(() => whole.stop());

const pausedLine = 'trợ lý tự động đang tạm dừng';

/** A browser of the root desk. */
async function openDesk(): Promise<ConsoleBrowser> {
  const [memberId = ''] = members.root;
  await linkPhone(whole, memberId);
  const { database, clock } = whole.bot.dependencies;
  const token = await createSignInLink(database.db, { memberId, now: clock.now() });
  const browser = createBrowser(whole.botUrl);
  await browser.get(`/console/link/${token}`);
  await browser.post(`/console/link/${token}`);
  return browser;
}

async function ask(text: string, at: string = oaId): Promise<string> {
  const resident = await whole.newResident('Bà Lan', { oaId: at });
  await resident.write(text);
  return (await resident.news()).map((message) => message.text).join('\n');
}

test('at a paused account the bot answers nothing by itself, and hands over, and helps in danger', async () => {
  expect(await ask('lệ phí làm căn cước bao nhiêu')).not.toContain(pausedLine);
  await desk.get('/console/zalo');
  await desk.post('/console/zalo/pause', { oa: oaId, why: 'Lệ phí vừa đổi' });

  for (const question of ['lệ phí làm căn cước bao nhiêu', 'xin chào', 'thời tiết mai thế nào', 'abc xyz']) {
    const said = await ask(question);
    expect(said).toContain(pausedLine);
    expect(said.trim().split('\n')).toHaveLength(1);
  }
  expect(await ask('cháy nhà rồi cứu với')).toContain('114');
  expect(await ask('lệ phí làm căn cước bao nhiêu', otherOaId)).not.toContain(pausedLine);

  const resident = await whole.newResident('Ông Tư');
  await resident.write('làm lại thẻ bảo hiểm y tế thế nào');
  await resident.news();
  await resident.tap('Gặp cán bộ');
  expect((await resident.news()).map(({ text }) => text).join('\n')).toMatch(/yêu cầu \d+/i);
  await whole.advance(minuteMs);
  await resident.write('yêu cầu của tôi đến đâu rồi');
  expect((await resident.news()).map(({ text }) => text).join('\n')).not.toContain(pausedLine);

  await desk.get('/console/zalo');
  await desk.post('/console/zalo/resume', { oa: oaId });
  expect(await ask('lệ phí làm căn cước bao nhiêu')).not.toContain(pausedLine);
}, 120_000);

const topicLine = 'đang được kiểm tra lại nên trợ lý chưa tự trả lời';

async function pauseTax(fields: Record<string, string>): Promise<void> {
  await desk.get('/console/zalo');
  const form = { topic: 'etax-mobile', why: 'Lệ phí vừa đổi', ...fields };
  expect((await desk.post('/console/zalo/topic-pause', form)).status).toBe(303);
}

async function resumeTax(): Promise<void> {
  const { html } = await desk.get('/console/zalo');
  for (const [, id = ''] of html.matchAll(/name="id" value="(\d+)"/g))
    await desk.post('/console/zalo/topic-resume', { id });
}

test('about a paused topic the bot says one line and hands over, and answers all else', async () => {
  const questions = ['quên mật khẩu etax mobile', 'etax mobile là gì', 'eTax Mobile tải ở đâu'];
  for (const question of questions) expect(await ask(question)).not.toContain(topicLine);
  const reader = await whole.newResident('Cô Ba');
  await reader.write('menu');
  await reader.news();
  await reader.tap('Thuế, eTax Mobile');
  const [menu] = await reader.news().then((news) => news.slice(-1));
  const before = menu?.buttons[0]?.title ?? '';

  await pauseTax({ oa: '' });
  for (const question of questions) {
    const said = await ask(question);
    expect(said).toContain(topicLine);
    expect(said).toContain('Thuế, eTax Mobile');
    expect(said.trim().split('\n')).toHaveLength(1);
  }
  // A button that was offered before, and the menu's own.
  await reader.tap(before);
  expect((await reader.news()).map(({ text }) => text).join('\n')).toContain(topicLine);
  await reader.tap('Thuế, eTax Mobile');
  expect((await reader.news()).map(({ text }) => text).join('\n')).toContain(topicLine);
  expect(await ask('lệ phí làm căn cước bao nhiêu')).not.toContain(topicLine);
  expect(await ask('xin chào')).not.toContain(topicLine);

  // What must always work.
  expect(await ask('cháy nhà rồi cứu với')).toContain('114');
  const robbed = await ask(
    'cán bộ thuế giả bắt tôi cài etax mobile, tôi vừa bị mất hết tiền trong tài khoản',
  );
  expect(robbed).not.toContain(topicLine);
  expect(robbed).toContain('ngân hàng');
  const leaver = await whole.newResident('Anh Bảy');
  await leaver.write('etax mobile là gì');
  await leaver.news();
  await leaver.write('xoá hết dữ liệu của tôi');
  expect((await leaver.news()).map(({ text }) => text).join('\n')).toMatch(/xoá/i);

  const resident = await whole.newResident('Ông Tư');
  await resident.write('lệ phí làm căn cước bao nhiêu');
  await resident.write('quên mật khẩu etax mobile');
  await resident.news();
  await resident.tap('Gặp cán bộ');
  const receipt = (await resident.news()).map(({ text }) => text).join('\n');
  const number = /yêu cầu (\d+)/i.exec(receipt)?.[1];
  const { db } = whole.bot.dependencies.database;
  const opened = db.selectFrom('tickets').select('topic').where('number', '=', Number(number));
  expect(await opened.executeTakeFirst()).toEqual({ topic: 'etax-mobile' });
  await whole.advance(minuteMs);
  await resident.write('yêu cầu của tôi đến đâu rồi');
  const status = (await resident.news()).map(({ text }) => text).join('\n');
  expect(status).toContain(number);
  expect(status).not.toContain(topicLine);

  await resumeTax();
  for (const question of questions) expect(await ask(question)).not.toContain(topicLine);
}, 120_000);

test('a topic paused at one account is answered at the others', async () => {
  await pauseTax({ oa: oaId });
  expect(await ask('etax mobile là gì')).toContain(topicLine);
  expect(await ask('etax mobile là gì', otherOaId)).not.toContain(topicLine);
  // Of two questions the one about another topic is answered.
  const both = await ask('Làm căn cước hết bao nhiêu tiền? Quên mật khẩu etax mobile thì làm thế nào?');
  expect(both).toContain(topicLine);
  expect(both.replace(topicLine, '')).toMatch(/đồng/);
  await resumeTax();
}, 120_000);

test('a consent link made on the page begins the consent in the browser that opens it', async () => {
  await desk.get('/console/zalo');
  const { html } = await desk.post('/console/zalo/link', { oa: oaId });
  const path = /href="http[^"]*?(\/oauth\/zalo\/start\?key=[^"]+)"/.exec(html)?.[1] ?? '';
  const opened = await createBrowser(whole.botUrl).get(path);
  expect(opened.status).toBe(302);
  expect(opened.headers.get('set-cookie')).toContain('cau_noi_consent=');
  expect(opened.location).toContain('oa/permission');
});
