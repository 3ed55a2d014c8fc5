import type { Browser } from 'playwright-core';
import { minuteMs } from '../../src/durations.ts';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { openPhone, type PhonePage } from '../helpers/phone-page.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { oaId, type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describeInChromium('three phones: a resident and two members of her village', () => {
  let browser: Browser;
  let whole: WholeBot;
  let office: StaffedOffice;
  let lan: Resident;
  let hoa: MemberPhone;
  let hai: MemberPhone;
  let phones: { lan: PhonePage; hoa: PhonePage; hai: PhonePage };

  beforeAll(async () => {
    browser = await launchChromium();
    whole = await startWholeBot({ simulator: { switches: { receipts: 'seen' } } });
    office = await staffOffice(whole);
    lan = await whole.newResident('Bà Lan');
    hoa = await linkPhone(whole, members.village[0] ?? '');
    hai = await linkPhone(whole, members.village[1] ?? '');
    await whole.advance(minuteMs);
    const open = ({ userId }: Resident) => openPhone(browser, whole.simulatorUrl, { userId });
    phones = { lan: await open(lan), hoa: await open(hoa), hai: await open(hai) };
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await whole.stop();
  });

  test('ask, card, claim race, answer with a photo, reply, done, not done, escalated', async () => {
    await phones.lan.write('bác muốn làm chữ ký số');
    await phones.lan.waitForBubble('VNeID');
    await phones.lan.write('cho bác gặp cán bộ');
    const asked = await phones.lan.waitForBubble(/yêu cầu \d+/);
    const number = Number(/yêu cầu (\d+)/.exec((await asked.textContent()) ?? '')?.[1]);
    await phones.lan.write(`thôn ${office.village.name}`);
    await phones.lan.waitForBubble(`Tổ thử ${office.village.name}`);

    await phones.hoa.waitForBubble('bác muốn làm chữ ký số');
    await phones.hai.waitForBubble('bác muốn làm chữ ký số');
    await Promise.all([phones.hoa.tap(`Nhận việc ${number}`), phones.hai.tap(`Nhận việc ${number}`)]);
    const [winner, other] = await Promise.race([
      phones.hoa.waitForBubble('Đã nhận yêu cầu').then(() => [phones.hoa, phones.hai] as const),
      phones.hai.waitForBubble('Đã nhận yêu cầu').then(() => [phones.hai, phones.hoa] as const),
    ]);
    await other.waitForBubble(/đã nhận lúc/);
    await phones.lan.waitForBubble(`đã nhận yêu cầu ${number}`);

    await winner.write('Bác mở VNeID, vào mục như trong ảnh ạ');
    await winner.waitForBubble('Gửi cho bác Lan');
    // "Không gửi" contains the same word.
    await winner.page.locator('.messages .button', { hasText: /^Gửi$/ }).last().click();
    await winner.waitForBubble('Đã gửi bác Lan');
    await winner.sendSamplePhoto('màn hình báo lỗi');
    await phones.lan.waitForBubble('Bác mở VNeID, vào mục như trong ảnh ạ');
    await phones.lan.page.locator('.row.theirs img').first().waitFor();

    await phones.lan.write('bác bấm rồi mà nó báo lỗi');
    await whole.settled();
    await whole.advance(21_000);
    await winner.waitForBubble(`Bác Lan (${number}): bác bấm rồi mà nó báo lỗi`);
    await winner.write('Bác thoát ra, mở lại giúp cháu');
    await phones.lan.waitForBubble('Bác thoát ra, mở lại giúp cháu');

    await winner.tap(`Xong ${number}`);
    await winner.tap('Đã gọi hướng dẫn');
    await winner.waitForBubble(`Đã đóng yêu cầu ${number}`);
    await phones.lan.waitForBubble('việc đã xong chưa ạ?');
    await phones.lan.tap('Chưa xong');
    await phones.lan.waitForBubble(`Tổ thử cụm ${office.cluster.name}`);
    await whole.settled();
    expect(await office.ticket(number)).toMatchObject({ team_id: 'to-cum', status: 'new' });
    expect([phones.lan, phones.hoa, phones.hai].flatMap(({ problems }) => problems)).toEqual([]);
  }, 120_000);
});

/** Folder for pictures that people look at; without it the test takes none. */
const picturesFolder = process.env.MEMBER_PICTURES;

describeInChromium('a hundred members with twelve open tickets each', () => {
  let browser: Browser;
  let whole: WholeBot;
  let hoa: MemberPhone;

  beforeAll(async () => {
    browser = await launchChromium();
    whole = await startWholeBot({ simulator: { switches: { receipts: 'seen' } } });
    await staffOffice(whole);
    await fill(whole);
    hoa = await linkPhone(whole, 'busy-0');
    await whole.advance(minuteMs);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await whole.stop();
  });

  test('lists and pickers stay short, quick and inside a small screen', async () => {
    const phone = await openPhone(browser, whole.simulatorUrl, { userId: hoa.userId });
    const startedAt = performance.now();
    await phone.write('việc của tôi');
    const list = await phone.waitForBubble('Việc đang giữ (12)');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect((await list.textContent())?.match(/\d+\. \d+ /g)).toHaveLength(9);
    await picture(phone, 'list');
    await phone.tap('Tiếp');
    await phone.waitForBubble(/3\. \d+ /);
    await phone.write('2');
    const card = await phone.waitForBubble('Yêu cầu');
    expect(await card.getByRole('button').count()).toBeLessThanOrEqual(5);
    await picture(phone, 'card');
    await phone.write('xong');
    await phone.waitForBubble('Xong việc nào?');
    await picture(phone, 'picker');
    const overflow = await phone.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(phone.problems).toEqual([]);
    await phone.close();
  }, 120_000);

  async function picture(phone: PhonePage, name: string): Promise<void> {
    if (picturesFolder) await phone.page.screenshot({ path: `${picturesFolder}/${name}.png` });
  }
});

/** Invented members and tickets, inserted straight into the database. */
async function fill(whole: WholeBot): Promise<void> {
  const { pool } = whole.bot.dependencies.database;
  const now = whole.clock.now();
  await pool.query(
    `insert into members (member_id, name, created_at) select 'busy-' || n, 'Thành viên ' || n, $1 from generate_series(0, 99) n`,
    [now],
  );
  await pool.query(
    `insert into team_members (team_id, member_id, role) select 'to-thon', 'busy-' || n, 'member' from generate_series(0, 99) n`,
  );
  await pool.query(
    `insert into conversations (oa_id, person_id, state, origin, created_at, last_interaction_at, display_name)
      select $1, '77' || n, '{}', 'test', $2, $2, 'Nguyễn Thị Bích Liên ' || n from generate_series(1, 1200) n`,
    [oaId, now],
  );
  await pool.query(
    `insert into tickets (conversation_id, oa_id, kind, topic, status, team_id, assignee_id, area_id, summary, created_at,
        updated_at, claimed_at, last_resident_at, origin)
      select c.id, $1, 'question', 'digital-signature', 'open', 'to-thon', 'busy-' || (c.n % 100),
        (select area_id from teams where team_id = 'to-thon'),
        '{"messages":[{"from":"resident","text":"Làm chữ ký số trên điện thoại thế nào, tôi bấm mãi không được","at":0}]}',
        $2, $2, $2, $2::bigint - c.n * 60000, 'test'
      from (select id, substr(person_id, 3)::int as n from conversations where person_id like '77%') c`,
    [oaId, now],
  );
}
