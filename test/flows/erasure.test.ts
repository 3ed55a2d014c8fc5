import { dayMs } from '../../src/durations.ts';
import { oaId, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describe('the data of residents', () => {
  let whole: WholeBot;
  beforeAll(async () => {
    whole = await startWholeBot({ settings: { RETENTION_DAYS: '30' } });
  });
  afterAll(async () => {
    await whole.stop();
  });

  /** Runs the scheduled job at once. */
  async function erase(): Promise<void> {
    const { queue } = whole.bot.dependencies;
    await queue.add('erase-data', {}, { dueAt: whole.clock.now() + 1 });
    await whole.advance(2);
  }

  async function held(personId: string) {
    const { db } = whole.bot.dependencies.database;
    const events = await db
      .selectFrom('incoming_events')
      .select('id')
      .where('oa_id', '=', oaId)
      .where('person_id', '=', personId)
      .where('kind', '=', 'message')
      .execute();
    const tickets = await db
      .selectFrom('tickets')
      .innerJoin('conversations', 'conversations.id', 'conversation_id')
      .select('tickets.id')
      .where('person_id', '=', personId)
      .execute();
    return { messages: events.length, tickets: tickets.length };
  }

  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    for (let round = 0; round < 500; round += 1) {
      if (await isTrue()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('waited in vain');
  }

  test('is erased when the resident asks and confirms, without any data of others', async () => {
    const lan = await whole.newResident('Bà Lan');
    const hung = await whole.newResident('Anh Hùng');
    for (const resident of [lan, hung]) await resident.write('cho gặp cán bộ');
    await lan.news();
    await lan.write('xóa dữ liệu của tôi');
    await lan.news();
    expect(await held(lan.userId)).toEqual({ messages: 2, tickets: 1 });
    await lan.tap('Xoá dữ liệu của tôi');
    expect((await lan.news()).at(-1)?.text).toContain('xoá');

    await erase();
    await until(async () => (await held(lan.userId)).messages === 0);
    expect(await held(lan.userId)).toEqual({ messages: 0, tickets: 0 });
    expect(await held(hung.userId)).toEqual({ messages: 1, tickets: 1 });

    await lan.write('quên mật khẩu etax');
    expect((await lan.news()).at(-1)?.text).toContain('VNeID');
  });

  test('is removed when it exceeds the retention period', async () => {
    const mai = await whole.newResident('Cô Mai');
    await mai.write('chữ ký số là gì');
    await mai.news();
    await whole.advance(31 * dayMs);
    await erase();
    await until(async () => (await held(mai.userId)).messages === 0);
    expect(await held(mai.userId)).toEqual({ messages: 0, tickets: 0 });
  });
});
