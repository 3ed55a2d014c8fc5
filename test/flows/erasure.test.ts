import { dayMs, hourMs } from '../../src/durations.ts';
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

  const requestsOf = (personId: string) =>
    whole.bot.dependencies.database.db
      .selectFrom('erasure_requests')
      .selectAll()
      .where('person_id', '=', personId)
      .execute();

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
    expect((await lan.news()).at(-1)?.text).toContain('sẽ được xoá sau');

    await whole.advance(23 * hourMs);
    await erase();
    await lan.news();
    expect(await held(lan.userId)).toEqual({ messages: 3, tickets: 1 });

    await whole.advance(hourMs);
    await erase();
    await until(async () => (await held(lan.userId)).messages === 0);
    expect(await held(lan.userId)).toEqual({ messages: 0, tickets: 0 });
    expect(await held(hung.userId)).toEqual({ messages: 1, tickets: 1 });
    expect((await lan.news()).at(-1)?.text).toContain('đã xoá xong');

    await lan.write('quên mật khẩu etax');
    expect((await lan.news()).at(-1)?.text).toContain('VNeID');
  });

  test.each(['thôi, đừng xoá', 'hủy yêu cầu xoá', 'không xoá nữa em ơi'])(
    'is kept when the resident stops the erasure within 24 hours: %s',
    async (words) => {
      const resident = await whole.newResident('Ông Tư');
      await resident.write('cho gặp cán bộ');
      await resident.news();
      await resident.write('xóa dữ liệu của tôi');
      await resident.news();
      await resident.write('Xoá dữ liệu của tôi');
      expect((await resident.news()).at(-1)?.text).toContain('sẽ được xoá sau');
      await whole.advance(20 * hourMs);
      await resident.write(words);
      expect((await resident.news()).at(-1)?.text).toContain('đã dừng, không xoá gì nữa');
      await whole.advance(5 * hourMs);
      await erase();
      expect(await held(resident.userId)).toEqual({ messages: 4, tickets: 1 });
    },
  );

  test.each(['có', 'ok', 'ừ xoá đi', '1', 'đúng rồi', 'xoá', 'của tôi', 'chắc'])(
    'is not erased after the question by: %s',
    async (words) => {
      const resident = await whole.newResident('Ông Năm');
      await resident.write('xóa dữ liệu của tôi');
      await resident.news();
      await resident.write(words);
      await resident.news();
      const { db } = whole.bot.dependencies.database;
      const requests = await db
        .selectFrom('erasure_requests')
        .select('id')
        .where('person_id', '=', resident.userId)
        .execute();
      expect(requests).toEqual([]);
    },
  );

  test.each([
    ['dữ liệu của tôi', 'có'],
    ['điện thoại bị xóa hết dữ liệu', 'ok'],
    ['xóa giúp em cái tin vừa rồi', 'vâng'],
    ['con tôi nghịch máy xóa hết rồi', 'ok'],
  ])('is not erased after "%s" and "%s"', async (text, yes) => {
    const resident = await whole.newResident();
    await resident.write(text);
    await resident.heard();
    await resident.write(yes);
    await resident.heard();
    expect(await requestsOf(resident.userId)).toEqual([]);
  });

  test('is erased after a wish that is heard while staff write by hand', async () => {
    const resident = await whole.newResident();
    await resident.write('chào');
    await resident.heard();
    await whole.bot.dependencies.database.db
      .updateTable('conversations')
      .set({ human_until: whole.clock.now() + hourMs })
      .where('person_id', '=', resident.userId)
      .execute();
    await resident.news();
    await resident.write('xóa dữ liệu của tôi');
    await resident.heard();
    await resident.tap('Xoá dữ liệu của tôi');
    await resident.heard();
    expect(await requestsOf(resident.userId)).toHaveLength(1);
  });

  test('waits 24 hours after a withdrawal of consent too, and a resident who comes back is told', async () => {
    const { db } = whole.bot.dependencies.database;
    const resident = await whole.newResident('Cô Sáu');
    await resident.write('chữ ký số là gì');
    await resident.news();
    await resident.act('user_withdraw');
    await resident.news();
    await resident.write('chữ ký số là gì');
    expect((await resident.news()).at(-1)?.text).toContain('sẽ được xoá sau');
    await resident.tap('Đừng xoá');
    expect((await resident.news()).at(-1)?.text).toContain('đã dừng');
    const [request] = await db
      .selectFrom('erasure_requests')
      .selectAll()
      .where('person_id', '=', resident.userId)
      .execute();
    expect(request?.due_at).toBe((request?.requested_at ?? 0) + 24 * hourMs);
    expect(request?.stopped_at).not.toBeNull();
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
