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

test('a consent link made on the page begins the consent in the browser that opens it', async () => {
  await desk.get('/console/zalo');
  const { html } = await desk.post('/console/zalo/link', { oa: oaId });
  const path = /href="http[^"]*?(\/oauth\/zalo\/start\?key=[^"]+)"/.exec(html)?.[1] ?? '';
  const opened = await createBrowser(whole.botUrl).get(path);
  expect(opened.status).toBe(302);
  expect(opened.headers.get('set-cookie')).toContain('cau_noi_consent=');
  expect(opened.location).toContain('oa/permission');
});
