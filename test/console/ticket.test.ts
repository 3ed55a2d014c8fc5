import sharp from 'sharp';
import { hourMs, minuteMs } from '../../src/durations.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('the page of a ticket', () => {
  let world: ConsoleWorld;
  beforeAll(async () => {
    world = await openConsoleWorld();
  });
  afterAll(() => world.close());

  // A member may have only so many open tickets.
  afterEach(async () => {
    await world.database.db.updateTable('tickets').set({ status: 'resolved' }).execute();
  });

  let count = 0;
  /** A ticket of a new resident, and members who have its page open. */
  async function opened(...memberIds: string[]) {
    count += 1;
    const personId = `person-${count}`;
    const number = await world.openTicket(personId);
    const page = `/console/tickets/${number}`;
    const browsers = [];
    for (const memberId of memberIds) {
      const browser = await world.signIn(memberId);
      await browser.get(page);
      browsers.push(browser);
    }
    const [browser, other] = browsers as [(typeof browsers)[0], (typeof browsers)[0]];
    const heard = () => world.office.heard(personId).join('\n');
    return { personId, number, page, browser, other, heard };
  }

  it('claims: one of two gets it, the other reads who was first', async () => {
    const { number, page, browser, other } = await opened('hai', 'hoa');
    const both = await Promise.all([browser.post(`${page}/claim`), other.post(`${page}/claim`)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = both.find(({ status }) => status === 409);
    expect(lost?.text).toMatch(new RegExp(`Yêu cầu ${number} Nguyễn Thử (Hai|Hoa) đã nhận lúc 8:00`));
  });

  it('sends an answer after ten seconds, with the name of the member', async () => {
    const { page, browser, heard, number } = await opened('hai');
    await browser.post(`${page}/claim`);
    const sent = await browser.post(`${page}/answer`, { text: 'Bác mở VNeID giúp cháu' });
    expect(sent).toMatchObject({ status: 303, location: `${page}?said=answer#answer` });
    await world.office.settle();
    expect(heard()).not.toContain('VNeID');
    const waiting = await browser.get(page);
    expect(waiting.text).toContain('gửi sau 10 giây');
    world.office.advance(10_000);
    await world.office.settle();
    expect(heard()).toContain('Bác mở VNeID giúp cháu');
    expect((await browser.get(page)).text).toContain('✓ đã gửi');
    expect(await world.office.world.timeline(number)).toContain('answered by hai');
  });

  it('takes an answer back within ten seconds and leaves its words in the box', async () => {
    const { page, browser, heard } = await opened('hai');
    await browser.post(`${page}/claim`);
    await browser.post(`${page}/answer`, { text: 'Gửi nhầm\n\nrồi' });
    const turn = /name="turn" value="(-\d+)"/.exec((await browser.get(page)).html)?.[1] ?? '';
    const undone = await browser.post(`${page}/undo`, { turn });
    expect(undone.text).toContain('Đã rút lại');
    expect(undone.html).toContain('>Gửi nhầm\n\nrồi</textarea>');
    world.office.advance(11_000);
    await world.office.settle();
    expect(heard()).not.toContain('Gửi nhầm');
    expect((await browser.post(`${page}/undo`, { turn })).status).toBe(409);
  });

  it('owes the resident an answer again, by the same time, when the answer was taken back', async () => {
    const { page, browser, number } = await opened('hai');
    await browser.post(`${page}/claim`);
    const { timers, ticket } = world.office.world;
    const promised = await timers(number);
    world.office.advance(minuteMs);
    await browser.post(`${page}/answer`, { text: 'Bác ở thôn nào ạ?', waits: 'yes' });
    expect(await ticket(number)).toMatchObject({ status: 'waiting' });
    const turn = /name="turn" value="(-\d+)"/.exec((await browser.get(page)).html)?.[1] ?? '';
    await browser.post(`${page}/undo`, { turn });
    expect(await ticket(number)).toMatchObject({
      status: 'open',
      last_answer_at: null,
      first_answered_at: null,
    });
    expect((await timers(number))['first-answer']).toBe(promised['first-answer']);
    expect(await timers(number)).not.toHaveProperty('waiting-end');
  });

  it('says that it is too late to take back what has left', async () => {
    const { page, browser, heard } = await opened('hai');
    await browser.post(`${page}/claim`);
    await browser.post(`${page}/answer`, { text: 'Đi rồi' });
    const turn = /name="turn" value="(-\d+)"/.exec((await browser.get(page)).html)?.[1] ?? '';
    world.office.advance(11_000);
    await world.office.settle();
    const late = await browser.post(`${page}/undo`, { turn });
    expect(late).toMatchObject({ status: 409 });
    expect(heard()).toContain('Đi rồi');
    expect(heard()).not.toContain('bỏ qua');
  });

  it.each([
    ['Bác đọc giúp mã OTP gửi về máy nhé', 'không được hỏi bà con mã OTP'],
    ['Bác chuyển khoản 200k cho cháu làm hộ', 'không được xin tiền'],
  ])('stops "%s" and keeps it in the box', async (text, why) => {
    const { page, browser, heard } = await opened('hai');
    await browser.post(`${page}/claim`);
    const stopped = await browser.post(`${page}/answer`, { text });
    expect(stopped.status).toBe(409);
    expect(stopped.text).toContain(why);
    expect(stopped.html).toContain(`>${text}</textarea>`);
    world.office.advance(11_000);
    await world.office.settle();
    expect(heard()).not.toContain(text);
  });

  it('sends a photo, made new from its pixels', async () => {
    const { page, browser, heard } = await opened('hai');
    await browser.post(`${page}/claim`);
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c00' } })
      .withExif({ IFD0: { Copyright: 'nơi chụp' } })
      .png()
      .toBuffer();
    const photo = new Blob([new Uint8Array(picture)], { type: 'image/png' });
    expect((await browser.post(`${page}/answer`, { text: '', photo })).status).toBe(303);
    const uploaded = world.uploads.at(-1);
    expect((await sharp(uploaded).metadata()).format).toBe('jpeg');
    expect(uploaded?.includes('nơi chụp')).toBe(false);
    world.office.advance(11_000);
    await world.office.settle();
    expect(heard()).toContain('image');
  });

  it('refuses a photo that is none, and sends nothing', async () => {
    const { page, browser } = await opened('hai');
    await browser.post(`${page}/claim`);
    const photo = new Blob(['<svg onload=alert(1)>'], { type: 'image/png' });
    const refused = await browser.post(`${page}/answer`, { text: 'Đây ạ', photo });
    expect(refused.text).toContain('không phải ảnh');
    expect(refused.html).toContain('>Đây ạ</textarea>');
  });

  it('shows the phone number only to the assignee, and writes each look into the timeline', async () => {
    const { page, browser, other, number } = await opened('hai', 'ha');
    await world.database.db
      .updateTable('tickets')
      .set({ phone_encrypted: 'sealed:84912345678' })
      .where('number', '=', number)
      .execute();
    expect((await browser.post(`${page}/phone`)).html).not.toContain('912345678');
    await browser.post(`${page}/claim`);
    expect((await browser.get(page)).html).not.toContain('912345678');
    expect((await browser.post(`${page}/phone`)).html).toContain('tel:0912345678');
    expect((await other.post(`${page}/phone`)).html).not.toContain('912345678');
    expect(await world.office.world.timeline(number)).toContain('noted (phone-shown) by hai');
    expect((await browser.get(page)).text).toContain('Hai đã xem số điện thoại');
  });

  it('waits for the resident, gives back, and sends up', async () => {
    const { page, browser, number } = await opened('hai');
    await browser.post(`${page}/claim`);
    expect((await browser.post(`${page}/wait`)).status).toBe(303);
    expect(await world.office.world.ticket(number)).toMatchObject({ status: 'waiting' });
    await browser.post(`${page}/release`);
    expect(await world.office.world.ticket(number)).toMatchObject({ status: 'new', assignee_id: null });
    await browser.post(`${page}/claim`);
    await browser.post(`${page}/pass-up`);
    expect(await world.office.world.ticket(number)).toMatchObject({ team_id: 'to-cum' });
  });

  it('closes only with what was done', async () => {
    const { page, browser, number } = await opened('hai');
    await browser.post(`${page}/claim`);
    expect((await browser.post(`${page}/resolve`)).text).toContain('Chọn giúp một cách đã làm');
    await browser.post(`${page}/resolve`, { done: 'visited' });
    expect(await world.office.world.ticket(number)).toMatchObject({ status: 'resolved', done: 'visited' });
  });

  it('waits until a day that the member names', async () => {
    const { page, browser, number } = await opened('hai');
    await browser.post(`${page}/claim`);
    expect((await browser.post(`${page}/wait`, { until: '2020-01-01' })).status).toBe(409);
    expect((await browser.post(`${page}/wait`, { until: '2026-12-18' })).status).toBe(303);
    expect(await world.office.world.timers(number)).toMatchObject({
      'waiting-reminder': '12-18 08:00',
      'waiting-end': '12-21 17:00',
    });
  });

  it('reopens what was closed by mistake, for the one who closed it', async () => {
    const { page, browser, other, number } = await opened('hai', 'hoa');
    await browser.post(`${page}/claim`);
    await browser.post(`${page}/resolve`, { done: 'called' });
    expect((await other.post(`${page}/reopen`)).status).toBe(409);
    expect((await browser.post(`${page}/reopen`)).status).toBe(303);
    expect(await world.office.world.ticket(number)).toMatchObject({ status: 'open', assignee_id: 'hai' });
    expect(await world.office.world.timers(number)).toHaveProperty('next-answer');
    expect((await browser.post(`${page}/reopen`)).status).toBe(409);
  });

  it('keeps notes inside', async () => {
    const { page, browser, other, heard } = await opened('hai', 'ha');
    await browser.post(`${page}/claim`);
    await browser.post(`${page}/note`, { text: 'Nhà ở cuối ngõ' });
    expect((await other.get(page)).text).toContain('Nhà ở cuối ngõ');
    world.office.advance(hourMs);
    await world.office.settle();
    expect(heard()).not.toContain('cuối ngõ');
  });

  it('puts a canned reply into the box, and sends nothing by that', async () => {
    const { page, browser } = await opened('hai');
    await browser.post(`${page}/claim`);
    expect((await browser.get(`${page}?canned=coming`)).html).toContain('>Tổ sẽ qua nhà ạ.</textarea>');
  });

  it('suggests checked answers with what they rest on, and puts one into the box by a tap', async () => {
    const { page, browser, personId } = await opened('hai');
    await browser.post(`${page}/claim`);
    await world.office.write(personId, 'làm chữ ký số thế nào');
    expect((await browser.get(page)).text).toContain('Mở VNeID ạ. Dựa trên Có trong VNeID. vneid.gov.vn');
    expect((await browser.get(`${page}?suggestion=get`)).html).toContain('>Mở VNeID ạ.</textarea>');
    expect((await browser.get(`${page}?suggestion=other`)).html).toContain('></textarea>');
  });

  it('lets a lead assign, merge and dismiss, and a member not', async () => {
    const { page, browser, other, number, personId } = await opened('ha', 'hai');
    expect((await other.post(`${page}/assign`, { member: 'hoa' })).text).toContain('chỉ tổ trưởng');
    await browser.post(`${page}/assign`, { member: 'hoa' });
    expect(await world.office.world.ticket(number)).toMatchObject({ assignee_id: 'hoa' });
    await world.database.db
      .updateTable('tickets')
      .set({ status: 'resolved' })
      .where('number', '=', number)
      .execute();
    const second = await world.openTicket(personId);
    const third = await world.openTicket(`${personId}-other`);
    const refused = await browser.post(`/console/tickets/${second}/merge`, { into: String(third) });
    expect(refused.text).toContain('cùng một người dân');
    await browser.post(`/console/tickets/${second}/dismiss`);
    expect(await world.office.world.ticket(second)).toMatchObject({ status: 'resolved', reason: 'spam' });
  });

  it('transfers a ticket, and leads back to the inbox when it is out of sight then', async () => {
    const { browser, number } = await opened('chi');
    const other = await world.openTicket('far', { home: { unitIds: ['xa'] } });
    await world.database.db
      .updateTable('tickets')
      .set({ team_id: 'to-cum' })
      .where('number', '=', other)
      .execute();
    const moved = await browser.post(`/console/tickets/${other}/transfer`, { team: 'to-xa' });
    expect(moved).toMatchObject({ status: 303, location: '/console' });
    expect((await browser.post(`/console/tickets/${number}/transfer`, { team: 'nowhere' })).status).toBe(409);
  });
});
