import { staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** "Thôn nào ạ?" stays open while the resident goes on writing. */

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot();
  await staffOffice(whole);
}, 60_000);
afterAll(() => whole.stop());

const hears = async (who: Resident) => (await who.news()).map(({ text }) => text).join('\n');

async function isAsked(name: string): Promise<Resident> {
  const resident = await whole.newResident(name);
  await resident.write('cho tôi gặp cán bộ');
  expect(await hears(resident)).toMatch(/thôn nào/);
  return resident;
}

it.each(['bà nhà tôi đang nằm viện', 'lâu thế', 'ở nhà tôi bây giờ', 'máy nó tự chạy', 'tôi nhà một mình'])(
  'a sentence is no village: %s',
  async (text) => {
    const resident = await isAsked('Cô Kể');
    await resident.write(text);
    expect(await hears(resident)).not.toMatch(/đã ghi (?!thêm)/);
    expect(await placesOf(resident)).toEqual(['Xã Mỹ Đức']);
  },
  60_000,
);

it('"ở nhà" agrees to nothing', async () => {
  const resident = await isAsked('Bác Nhà');
  await resident.write('ở nhà');
  expect(await hears(resident)).not.toMatch(/chia sẻ số|đã ghi (?!thêm)/);
}, 60_000);

it('a phone number is no village, and is stored for the call', async () => {
  const resident = await isAsked('Bà Số');
  await resident.write('0912345678');
  const said = await hears(resident);
  expect(said).not.toMatch(/đã ghi thôn/);
  expect(said).toMatch(/số/);
}, 60_000);

it('an answer with commune and village gives the village', async () => {
  const resident = await isAsked('Ông Đủ');
  await resident.write('xã Mỹ Đức thôn Áng Thượng');
  expect(await hears(resident)).toMatch(/Áng Thượng/);
  expect(await placesOf(resident)).toEqual([expect.stringMatching(/Áng Thượng/)]);
}, 60_000);

it('a village named after other questions belongs to the open ticket', async () => {
  const resident = await isAsked('Chị Sau');
  await resident.write('làm khai sinh mất bao lâu');
  await hears(resident);
  await resident.write('thôn Vĩnh Lạc');
  expect(await hears(resident)).toMatch(/đã ghi thôn Vĩnh Lạc/i);
  expect(await placesOf(resident)).toEqual([expect.stringMatching(/Vĩnh Lạc/)]);
}, 60_000);

it.each(['muốn có người đến nhà xem giúp, nhà ở Đồi Dùng', 'nhà tôi ở thôn Đồi Dùng'])(
  'a village told in a sentence moves the open ticket: %s',
  async (text) => {
    const resident = await isAsked('Bà Câu');
    await resident.write('tôi hỏi về chữ ký số');
    await hears(resident);
    await resident.write(text);
    await hears(resident);
    expect(await placesOf(resident)).toEqual(['Đồi Dùng']);
  },
  60_000,
);

it('a request for a person of the team of a village goes there', async () => {
  const resident = await whole.newResident('Ông Tổ');
  await resident.write('Tôi muốn gặp người của tổ ở thôn Đồi Dùng');
  expect(await hears(resident)).not.toMatch(/thôn nào/i);
  expect(await placesOf(resident)).toEqual(['Đồi Dùng']);
}, 60_000);

it('a second request for a person and one for a call join the first ticket', async () => {
  const resident = await isAsked('Anh Nhắc');
  await resident.write('cho tôi gặp cán bộ đi');
  await resident.write('gọi cho tôi');
  await hears(resident);
  expect(await placesOf(resident)).toHaveLength(1);
}, 60_000);

/** The areas of a resident's tickets, the smallest known. */
async function placesOf({ userId }: Resident): Promise<string[]> {
  const rows = await whole.bot.dependencies.database.db
    .selectFrom('tickets')
    .innerJoin('conversations', 'conversations.id', 'conversation_id')
    .leftJoin('areas', 'areas.area_id', 'tickets.area_id')
    .select('areas.name')
    .where('person_id', '=', userId)
    .execute();
  return rows.map(({ name }) => name ?? '');
}
