import { askForHelp } from '../helpers/member-phones.ts';
import { type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describe('a resident whose matter is open', () => {
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
    '%s: hears that it still waits, and for whom',
    async (text) => {
      expect(await says(text)).toMatch(
        new RegExp(`^Yêu cầu ${number} vẫn đang chờ, Tổ thử ${office.village.name} sẽ trả lời trước `),
      );
    },
    60_000,
  );
});
