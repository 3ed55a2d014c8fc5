import { fileURLToPath } from 'node:url';
import { checkContent } from '../../src/content/checks/check-content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { createTopicDirectory } from '../../src/content/topic-directory.ts';
import { readTrainingData } from '../../src/content/training-data.ts';
import type { Database } from '../../src/database/database.ts';
import { loadWords } from '../../src/i18n.ts';
import type { Bot } from '../../src/intents/bot.ts';
import { openClassifier } from '../../src/nlu/classifier/load-classifier.ts';
import { modelFolder } from '../helpers/model-folder.ts';
import { createBotParts, createResident, type TestResident } from '../helpers/resident.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

const folder = fileURLToPath(new URL('../fixtures/another-district/vi', import.meta.url));
const smallTalk = fileURLToPath(new URL('../../locales/vi', import.meta.url));

let database: Database;
let bot: Bot;
let resident: TestResident;

beforeAll(async () => {
  database = await createTestDatabase();
  const directory = createTopicDirectory(folder);
  const opened = openClassifier({
    data: readTrainingData(smallTalk, directory),
    folders: [`${modelFolder}-of-another-district`],
  });
  if (opened.knows !== 'data') await opened.learn();
  bot = createBotParts({ words: loadWords(), directory, opened, asked: directory.listExamples() });
});
afterAll(() => database.close());
beforeEach(() => {
  resident = createResident(database, bot);
});

const says = async (text: string) => (await resident.says(text))[0] ?? { text: '', buttons: [] };

describe('another district, configured by other files', () => {
  it('has valid content', () => {
    expect(checkContent(readContent(folder), { today: '2026-09-24', release: true })).toEqual([]);
  });

  it('greets with its own topics', async () => {
    expect((await says('xin chào')).buttons).toEqual(['Xã mới', 'Giấy phép', 'Sao Số', 'Gặp cán bộ']);
  });

  it('answers its own questions, as a whole and step by step', async () => {
    const reply = await says('muốn xin phép thả diều đêm');
    expect(reply.text).toContain('nộp ở quầy của xã, xong trong 3 ngày');
    expect(reply.buttons).toContain('Từng bước một');
    expect((await says('Từng bước một')).text).toContain('Bước 1/3: Viết đơn');
    expect((await says('cài app sao số ở đâu')).text).toContain('khong-co-that.vn');
  });

  it('hands over to a person', async () => {
    expect((await says('gặp cán bộ')).text).toContain('yêu cầu');
  });

  it.each([
    ['tôi ở thôn Cỏ Lau Tím', 'thôn Cỏ Lau Tím, xã Sao Băng (trước 1/7/2025 là xã Trăng Khuyết cũ)'],
    ['trang khuyet gio thuoc xa nao', 'Xã Trăng Khuyết cũ: từ 1/7/2025 thuộc xã Sao Băng'],
    ['tôi ở thôn mây', 'thôn Mây, xã Sao Băng'],
    ['sao bang nay la xa gi', 'nằm trong xã Sao Băng mới, rộng hơn, gồm các nơi cũ: Sao Băng, Trăng Khuyết'],
  ])('knows its places: %s', async (text, expected) => {
    expect((await says(text)).text).toContain(expected);
  });

  it('asks back between its own two names', async () => {
    const reply = await says('toi o ben mong');
    expect(reply.buttons).toEqual(['Bến Mộng (Sao Băng)', 'Bến Mỏng (Ngân Hà M…']);
    await says('Bến Mỏng');
    expect(await resident.state()).toMatchObject({ placeId: 'xa-cu-gio-ngan', village: 'Bến Mỏng' });
  });

  it('asks which commune for its former district', async () => {
    expect((await says('tôi ở huyện Mây Hồng')).buttons).toEqual(['Xã Sao Băng', 'Xã Ngân Hà Mới']);
  });

  it('knows nothing of any other district', async () => {
    await says('tôi ở An Mỹ');
    expect(await resident.state()).not.toHaveProperty('placeId');
  });
});
