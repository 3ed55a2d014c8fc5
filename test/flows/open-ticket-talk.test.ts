import { minuteMs } from '../../src/durations.ts';
import { askForHelp } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [hoa = '', hai = ''] = members.village;
const [lien = ''] = members.commune;

describe('a resident with an open ticket', () => {
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

  const says = async (text: string) => {
    await lan.write(text);
    return (await lan.news()).map((message) => message.text).join('\n');
  };

  it.each(['alo', 'chào cháu'])(
    '%s: is told that the ticket still waits, and for whom',
    async (text) => {
      expect(await says(text)).toMatch(
        new RegExp(`^Yêu cầu ${number} vẫn đang chờ, Tổ thử ${office.village.name} sẽ trả lời trước `),
      );
    },
    60_000,
  );

  describe('reads above the messages of a member', () => {
    const answer = async (
      memberId: string,
      text: string | undefined,
      more: { of?: number; image?: boolean } = {},
    ) => {
      const result = await whole.bot.dependencies.tickets.answer({
        number: more.of ?? number,
        by: { memberId },
        text,
        ...(more.image && { attachments: [{ kind: 'image', attachmentId: 'a1' }] }),
      });
      expect(result).toMatchObject({ kind: 'done' });
      await whole.settled();
      return (await lan.news()).map((message) => message.text).join('\n');
    };
    const inFull = (of = number) => `Chị Hoa, Tổ thử ${office.village.name}, trả lời yêu cầu ${of}:`;

    it('the name and the topic once, then only the name', async () => {
      expect(await answer(hoa, 'Chào bác')).toContain(inFull());
      expect(await answer(hoa, 'Bác mở máy lên ạ')).toMatch(/^Chị Hoa:\n/);
      await whole.advance(20 * minuteMs);
      expect(await answer(hoa, 'Xong chưa bác')).toMatch(/^Chị Hoa:\n/);
      await whole.advance(31 * minuteMs);
      await lan.news();
      expect(await answer(hoa, 'Chào bác')).toContain(inFull());
    }, 60_000);

    it('the new assignee, after the ticket changed hands', async () => {
      await answer(hoa, 'Chào bác');
      await whole.advance(minuteMs);
      await whole.bot.dependencies.tickets.assign({ number, memberId: hai, by: { operator: 'test' } });
      await lan.news();
      expect(await answer(hai, 'Chào bác')).toContain(`Chị Hai, Tổ thử ${office.village.name}, trả lời`);
    }, 60_000);

    it('that a picture without text was sent', async () => {
      expect(await answer(hoa, undefined, { image: true })).toContain(
        `Chị Hoa, Tổ thử ${office.village.name}, gửi cho yêu cầu ${number}:`,
      );
      expect(await answer(hoa, undefined, { image: true })).toMatch(/^Chị Hoa gửi:/);
    }, 60_000);

    it('the number each time while another ticket of theirs is open', async () => {
      await lan.write('Đã chuyển tiền cho kẻ lừa đảo, làm gì?');
      const said = (await lan.news()).map((message) => message.text).join();
      const other = Number(/yêu cầu (\d+)/.exec(said)?.[1]);
      expect(other).not.toBe(number);
      await answer(hoa, 'Chào bác');
      expect(await answer(hoa, 'Bác mở máy lên ạ')).toMatch(/^Chị Hoa:\n/);
      expect(await answer(lien, 'Bác gọi ngân hàng ngay', { of: other })).toContain(
        `trả lời yêu cầu ${other}:`,
      );
      expect(await answer(hoa, 'Bác mở máy lên ạ')).toContain(inFull());
      expect(await answer(lien, 'Bác gọi chưa', { of: other })).toContain(`trả lời yêu cầu ${other}:`);
    }, 60_000);
  });

  describe('in a live conversation with a member', () => {
    const sureOfElse = 'bác không có máy tính';
    const offer = 'Nếu là hỏi việc khác';
    beforeEach(async () => {
      await whole.bot.dependencies.tickets.answer({
        number,
        by: { memberId: hoa },
        text: 'Bác có máy tính không ạ?',
      });
      await whole.settled();
      await lan.news();
    });

    it.each([sureOfElse, 'bác quên mật khẩu etax rồi'])(
      '%s: goes to the member, and the bot offers nothing',
      async (text) => {
        expect(await says(text)).toBe('');
      },
      60_000,
    );

    it('asks the bot something clear about another topic, and reads the answer and who has the ticket', async () => {
      const said = await says('wifi của thôn mật khẩu là gì');
      expect(said).toContain('wifi');
      expect(said).toContain(`yêu cầu ${number} vẫn có Chị Hoa lo`);
      expect(said).not.toContain(offer);
    }, 60_000);

    it('asks something less clear, and the bot offers an answer', async () => {
      expect(await says('giấy tờ nhà đất của cháu thì làm sao')).toContain(offer);
    }, 60_000);

    it('that has paused for a while gets an offer for a question about something else', async () => {
      await whole.advance(11 * minuteMs);
      await lan.news();
      expect(await says('bác quên mật khẩu etax rồi')).toContain(offer);
    }, 60_000);
  });
});
