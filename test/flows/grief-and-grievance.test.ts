import { type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { talkOf } from '../helpers/talk-of.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
let office: StaffedOffice;
beforeAll(async () => {
  whole = await startWholeBot();
  office = await staffOffice(whole);
}, 120_000);
afterAll(() => whole.stop());

const talk = (...lines: string[]) => talkOf(whole, lines);

describe('a resident who says that somebody has died', () => {
  it('reads the sympathy once in a talk', async () => {
    const [first, second] = await talk('bố tôi mất hôm qua', 'bố tôi mất thì khai tử ở đâu');
    expect(first).toContain('chia buồn');
    expect(second).toContain('Khai tử');
    expect(second).not.toContain('chia buồn');
  }, 60_000);

  it('asks about inheritance, not about a sale, from then on', async () => {
    const [, deed] = await talk('bố tôi mất hôm qua', 'sang tên sổ đỏ cần giấy tờ gì');
    expect(deed).toMatch(/thừa kế/i);
  }, 60_000);

  it.each([
    'bố em mất thẻ căn cước',
    'làm giấy khai tử ở đâu',
    'con chó nhà em chết rồi',
    'giay ket hon cua em thi ck em cam sang Dai Loan mat roi',
    'bố em bị tai nạn lao động, nghỉ làm 8 tháng nay',
  ])(
    'hears no sympathy where nobody of theirs died: %s',
    async (text) => {
      expect((await talk(text)).join()).not.toContain('chia buồn');
    },
    60_000,
  );
});

describe('a resident who complains about a person', () => {
  it('is told the right way and their rights, not the feedback app', async () => {
    const [answer] = await talk('cán bộ hách dịch, vòi tiền tôi');
    expect(answer).toMatch(/tố cáo/i);
    expect(answer).toContain('biên nhận');
    expect(answer).not.toContain('iHanoi');
  }, 60_000);

  it('has it passed on to the root team alone, marked', async () => {
    const [, passed] = await talk('trưởng thôn ăn chặn tiền hỗ trợ của nhà tôi', 'có');
    const number = Number(/yêu cầu (\d+)/.exec(passed ?? '')?.[1]);
    expect(passed).not.toContain('thôn nào');
    const { team_id, topic } = await office.ticket(number);
    expect(topic).toBe('grievance');
    const { roster } = whole.bot.dependencies.tickets;
    const team = (await roster()).findTeam(String(team_id));
    expect(team?.areaId).toBe('root');
  }, 60_000);

  it('who asks for a person next is not sent to the team of their place', async () => {
    const [, receipt] = await talk('anh địa chính đòi bồi dưỡng mới làm', 'cho tôi gặp cán bộ');
    const number = Number(/yêu cầu (\d+)/.exec(receipt ?? '')?.[1]);
    expect(await office.ticket(number)).toMatchObject({ topic: 'grievance' });
  }, 60_000);
});
