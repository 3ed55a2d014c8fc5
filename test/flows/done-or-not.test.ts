import { hourMs } from '../../src/durations.ts';
import { askForHelp, linkPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [hoa = ''] = members.village;
const [nga = ''] = members.cluster;

describe('the question whether a ticket is done, answered in words', () => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let lan: Resident;
  let number: number;

  beforeAll(async () => {
    whole = await startWholeBot();
    office = await staffOffice(whole);
  }, 60_000);
  afterAll(() => whole.stop());
  beforeEach(async () => {
    lan = await whole.newResident('Bà Lan');
    number = await askForHelp(lan, office.village.name);
  }, 60_000);

  const hears = async () => (await lan.news()).map(({ text }) => text).join('\n');
  const says = async (text: string) => {
    await lan.write(text);
    return hears();
  };
  async function close(done = 'called'): Promise<void> {
    await whole.bot.dependencies.tickets.resolve({ number, by: { memberId: hoa }, done });
    await whole.settled();
    await hears();
  }

  it.each(['chưa', 'chưa được cháu ơi', 'chua xong dau', 'vẫn chưa'])(
    '%s: reopens it one level higher, and the resident is told so',
    async (text) => {
      await close();
      expect(await says(text)).toContain(`đã mở lại yêu cầu ${number}. Tổ thử cụm ${office.cluster.name}`);
      expect(await office.ticket(number)).toMatchObject({ status: 'new', team_id: 'to-cum' });
    },
    60_000,
  );

  it('reopened with a reason, it shows the next member who closed it, how, and why it is not done', async () => {
    const phone = await linkPhone(whole, nga);
    await close();
    await says('chưa được cháu ơi, máy vẫn báo lỗi');
    const card = (await phone.hears()).join('\n');
    expect(card).toContain('Mở lại, Chị Hoa (thử) đóng lúc');
    expect(card).toContain('(đã gọi hướng dẫn)');
    expect(card).toContain('nhắn khi mở lại: chưa được cháu ơi, máy vẫn báo lỗi');
  }, 60_000);

  it('what the resident writes after "not done" is passed on', async () => {
    await close();
    expect(await says('chưa')).toContain('Còn vướng chỗ nào');
    expect(await says('cái máy cứ báo lỗi 05 hoài')).toContain(`đã ghi thêm vào yêu cầu ${number}`);
    expect(await office.timeline(number)).toContain('noted (message)');
  }, 60_000);

  it.each(['rồi', 'xong rồi cháu', 'duoc roi', 'ok xong'])(
    '%s: confirms it, and the resident may rate it',
    async (text) => {
      await close();
      expect(await says(text)).toContain('Chấm mấy điểm');
      expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'solved' });
    },
    60_000,
  );

  it('a later "done" closes a ticket that was reopened in between', async () => {
    await close();
    await says('chưa ạ');
    expect(await says('à xong rồi cháu')).toContain('Chấm mấy điểm');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'solved' });
    expect((await office.timeline(number)).at(-1)).toBe('resolved (said-done)');
    expect(await says('5')).toContain('cảm ơn');
    expect(await office.ticket(number)).toMatchObject({ rating: 5 });
  }, 60_000);

  it('tells a resident who was not reached that the member tried to reach them', async () => {
    const { tickets } = whole.bot.dependencies;
    await tickets.resolve({ number, by: { memberId: hoa }, done: 'unreachable' });
    const asked = (await lan.news()).at(-1);
    expect(asked?.text).toBe(`Tổ đã liên lạc mà chưa gặp được về yêu cầu ${number}. Việc đã xong chưa ạ?`);
    expect(asked?.buttons.map(({ title }) => title)).toEqual(['Xong rồi', 'Chưa xong']);
  }, 60_000);

  it('a "done" of a resident whom nobody had reached stays, whatever they write afterwards', async () => {
    await close('unreachable');
    expect(await says('rồi cháu')).toContain('Chấm mấy điểm');
    await says('quên mật khẩu etax thì làm sao');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'solved' });
  }, 60_000);

  it('“thôi, không cần” does not answer it', async () => {
    await close();
    expect(await says('thôi, không cần')).not.toContain('đã mở lại');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved' });
  }, 60_000);

  it('the answer goes to a member who has asked something since', async () => {
    await close();
    await says('chưa ạ');
    const { tickets } = whole.bot.dependencies;
    await tickets.answer({ number, by: { memberId: nga }, text: 'Bác mở được ứng dụng chưa ạ?' });
    await whole.settled();
    await hears();
    expect(await says('chưa')).toBe('');
    expect(await says('rồi cháu')).toBe('');
    expect(await office.ticket(number)).toMatchObject({ status: 'open', assignee_id: nga });
  }, 60_000);

  it('expires after three days', async () => {
    await close();
    for (let day = 0; day < 4; day += 1) await whole.advance(24 * hourMs);
    expect(await says('chưa')).not.toContain('đã mở lại');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved' });
  }, 60_000);
});
