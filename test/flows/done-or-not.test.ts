import { hourMs } from '../../src/durations.ts';
import { askForHelp, linkPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [hoa = ''] = members.village;
const [nga = ''] = members.cluster;

describe('the question whether a matter is done, answered in words', () => {
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
    '%s: brings it back a level higher, and the resident hears so',
    async (text) => {
      await close();
      expect(await says(text)).toContain(`đã mở lại yêu cầu ${number}. Tổ thử cụm ${office.cluster.name}`);
      expect(await office.ticket(number)).toMatchObject({ status: 'new', team_id: 'to-cum' });
    },
    60_000,
  );

  it('brought back with a reason, it comes to the next member with who closed it, how, and why not', async () => {
    const phone = await linkPhone(whole, nga);
    await close();
    await says('chưa được cháu ơi, máy vẫn báo lỗi');
    const card = (await phone.hears()).join('\n');
    expect(card).toContain('Mở lại, Chị Hoa (thử) đóng lúc');
    expect(card).toContain('(đã gọi hướng dẫn)');
    expect(card).toContain('nhắn khi mở lại: chưa được cháu ơi, máy vẫn báo lỗi');
  }, 60_000);

  it('what they write after "not done" is sent along', async () => {
    await close();
    expect(await says('chưa')).toContain('Còn vướng chỗ nào');
    expect(await says('cái máy cứ báo lỗi 05 hoài')).toContain(`đã ghi thêm vào yêu cầu ${number}`);
    expect(await office.timeline(number)).toContain('noted (message)');
  }, 60_000);

  it.each(['rồi', 'xong rồi cháu', 'duoc roi', 'ok xong'])(
    '%s: is done, and may be rated',
    async (text) => {
      await close();
      expect(await says(text)).toContain('Chấm mấy điểm');
      expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'solved' });
    },
    60_000,
  );

  it('done after all closes what came back meanwhile', async () => {
    await close();
    await says('chưa ạ');
    expect(await says('à xong rồi cháu')).toContain('Chấm mấy điểm');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'solved' });
    expect((await office.timeline(number)).at(-1)).toBe('resolved (said-done)');
    expect(await says('5')).toContain('cảm ơn');
    expect(await office.ticket(number)).toMatchObject({ rating: 5 });
  }, 60_000);

  it('is asked of who was not reached with the words that they were looked for', async () => {
    const { tickets } = whole.bot.dependencies;
    await tickets.resolve({ number, by: { memberId: hoa }, done: 'unreachable' });
    const asked = (await lan.news()).at(-1);
    expect(asked?.text).toBe(`Tổ đã liên lạc mà chưa gặp được về yêu cầu ${number}. Việc đã xong chưa ạ?`);
    expect(asked?.buttons.map(({ title }) => title)).toEqual(['Xong rồi', 'Chưa xong']);
  }, 60_000);

  it('done where nobody had reached them stays done, whatever they write afterwards', async () => {
    await close('unreachable');
    expect(await says('rồi cháu')).toContain('Chấm mấy điểm');
    await says('quên mật khẩu etax thì làm sao');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'solved' });
  }, 60_000);

  it('“thôi, không cần” is no such answer', async () => {
    await close();
    expect(await says('thôi, không cần')).not.toContain('đã mở lại');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved' });
  }, 60_000);

  it('goes to the member who has asked something since', async () => {
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

  it('is no answer after three days', async () => {
    await close();
    for (let day = 0; day < 4; day += 1) await whole.advance(24 * hourMs);
    expect(await says('chưa')).not.toContain('đã mở lại');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved' });
  }, 60_000);
});
