import { dayMs, hourMs, minuteMs } from '../../src/durations.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

const oaId = '700700700700';

describe('the page of Zalo accounts', () => {
  let world: ConsoleWorld;
  let desk: ConsoleBrowser;
  beforeAll(async () => {
    world = await openConsoleWorld();
    desk = await world.signIn('tam');
  });
  afterAll(() => world.close());

  /** An OA without troubles, apart from what is given. */
  async function connect(more: Record<string, unknown> = {}): Promise<void> {
    const { db } = world.database;
    const now = world.office.now();
    await db.deleteFrom('oas').execute();
    await db
      .insertInto('oas')
      .values({
        ...{ oa_id: oaId, name: 'Xã Thử', area_id: 'xa', token_state: 'ok', connected_at: now - dayMs },
        ...{ access_expires_at: now + 20 * hourMs, refresh_expires_at: now + 80 * dayMs },
        last_event_at: now - 5 * minuteMs,
        ...more,
      })
      .execute();
    // What is broken is looked up at most every 20 seconds.
    world.office.advance(minuteMs);
  }

  /** A message that Zalo refused, or has not taken yet. */
  async function failedMessage(failure: string, more: Record<string, unknown> = {}): Promise<void> {
    const now = world.office.now();
    const { id } = await world.database.db
      .insertInto('conversations')
      .values({ oa_id: oaId, person_id: `p-${failure}-${now}`, state: '{}', origin: 'test', created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await world.database.db
      .insertInto('outgoing_messages')
      .values({
        ...{ conversation_id: id, content: JSON.stringify({ kind: 'text', text: 'x' }), state: 'failed' },
        ...{ failure, origin: 'test', created_at: now, ...more },
      } as never)
      .execute();
  }
  beforeEach(() => world.database.db.deleteFrom('outgoing_messages').execute());

  it('shows what an account is, how long its tokens last, and when something last came and left', async () => {
    await connect();
    await failedMessage('later', {
      state: 'sent',
      failure: null,
      sent_at: world.office.now() - 3 * minuteMs,
    });
    const { text } = await desk.get('/console/zalo');
    expect(text).toContain('Xã Thử Xã Thử');
    expect(text).toContain('Chạy tốt.');
    expect(text).toMatch(/Khoá dài hạn còn 7\d ngày/);
    expect(text).toMatch(/Tin đến gần nhất .*\d:\d\d/);
    expect(text).toMatch(/Tin gửi đi gần nhất .*\d:\d\d/);
    expect((await desk.get('/console')).html).not.toContain('class="broken"');
  });

  const now = () => world.office.now();
  it.each<[string, () => Promise<void>, string, string | undefined]>([
    [
      'consent that was withdrawn',
      () => connect({ token_state: 'needs-authorisation' }),
      'Bấm Tạo đường dẫn kết nối lại',
      'Trang Zalo Xã Thử mất kết nối',
    ],
    [
      'tokens that have ended',
      () => connect({ refresh_expires_at: now() - 1 }),
      'Zalo không cho trợ lý dùng trang này nữa',
      'Trang Zalo Xã Thử mất kết nối',
    ],
    [
      'tokens that end soon',
      () => connect({ refresh_expires_at: now() + 3 * dayMs }),
      'Khoá dài hạn còn 3 ngày',
      undefined,
    ],
    [
      'Zalo that takes no messages, also of yesterday',
      async () => {
        await connect();
        await failedMessage('operator', {
          ...{ state: 'pending', failure_detail: '-224 package', created_at: now() - dayMs },
        });
      },
      'Zalo nói: -224 package',
      'Trang Zalo Xã Thử đang không gửi được tin',
    ],
    [
      'a used-up quota',
      async () => {
        await connect();
        await failedMessage('quota');
      },
      'Hôm nay Zalo từ chối 1 tin vì hết lượt gửi',
      'Trang Zalo Xã Thử hết lượt gửi tin hôm nay',
    ],
    [
      'closed windows',
      async () => {
        await connect();
        await failedMessage('window-closed');
      },
      'Hôm nay 1 tin chưa gửi được vì quá giờ',
      undefined,
    ],
    [
      'refused content',
      async () => {
        await connect();
        await failedMessage('content');
      },
      'Zalo từ chối 1 tin vì nội dung',
      undefined,
    ],
    [
      'a silence of three working hours',
      async () => {
        await connect();
        world.office.advance(3 * hourMs);
      },
      'hơn 2 giờ làm việc không có tin nào đến',
      undefined,
    ],
    ['an account of no place', () => connect({ area_id: null }), 'Chưa ghi trang này của xã nào', undefined],
  ])('says what to do about %s', async (_what, arrange, advice, line) => {
    await arrange();
    expect((await desk.get('/console/zalo')).text).toContain(advice);
    const hai = await world.signIn('hai');
    for (const path of ['/console', '/console/team']) {
      const { text, html } = await hai.get(path);
      if (line === undefined) expect(html).not.toContain('class="broken"');
      else expect(text).toContain(line);
    }
  });

  it('forgets the refusals of yesterday', async () => {
    await connect();
    await failedMessage('quota', { created_at: now() - dayMs });
    expect((await desk.get('/console/zalo')).text).toContain('Chạy tốt.');
  });

  it('pauses the assistant for a reason and resumes it, and keeps who did so', async () => {
    await connect();
    await desk.get('/console/zalo');
    const without = await desk.post('/console/zalo/pause', { oa: oaId, why: ' ' });
    expect(without).toMatchObject({ status: 409, text: expect.stringContaining('Ghi vì sao tạm dừng') });
    expect((await desk.post('/console/zalo/pause', { oa: oaId, why: 'Trả lời <sai> lệ phí' })).status).toBe(
      303,
    );
    const paused = await desk.get('/console/zalo');
    expect(paused.text).toContain('Trợ lý đang tạm dừng ở trang Zalo Xã Thử. Xem và xử lý');
    expect(paused.text).toMatch(/Tam tạm dừng lúc \S+.*: Trả lời <sai> lệ phí/);
    const member = await world.signIn('hai');
    const seen = await member.get('/console');
    expect(seen.text).toContain('Trợ lý đang tạm dừng ở trang Zalo Xã Thử.');
    expect(seen.html).not.toContain('href="/console/zalo"');
    await desk.post('/console/zalo/resume', { oa: oaId });
    const resumed = await desk.get('/console/zalo');
    expect(resumed.text).toContain('Chạy tốt.');
    expect(resumed.text).toMatch(/Tam cho chạy lại lúc/);
  });

  it('pauses one topic at one account or at all, and keeps who did so and why', async () => {
    await connect();
    await desk.get('/console/zalo');
    const pause = (fields: Record<string, string>) =>
      desk.post('/console/zalo/topic-pause', { topic: 'vneid', oa: '', why: 'Sai <bước 3>', ...fields });
    expect(await pause({ why: ' ' })).toMatchObject({
      status: 409,
      text: expect.stringContaining('Ghi vì sao tạm dừng'),
    });
    for (const wrong of [{ topic: 'no-such' }, { topic: '' }, { oa: '999' }]) {
      expect(await pause(wrong)).toMatchObject({
        status: 409,
        text: expect.stringContaining('Không thấy mục hay trang ấy'),
      });
    }
    expect((await pause({ oa: oaId })).status).toBe(303);
    await pause({});
    // The same again changes nothing.
    await pause({ why: 'Lần nữa' });
    const paused = await desk.get('/console/zalo');
    expect(paused.text).toMatch(/VNeID, mọi trang Zalo: \S.*Tam tạm dừng lúc \S+.*, vì: Sai <bước 3>\./);
    expect(paused.text).toMatch(/VNeID, Xã Thử: \S.*Tam tạm dừng lúc/);
    expect(paused.text).not.toContain('Lần nữa');
    const line = 'Trợ lý tạm không trả lời về: VNeID.';
    const member = await world.signIn('hai');
    expect((await member.get('/console')).text).toContain(line);

    for (const [, id = ''] of paused.html.matchAll(/name="id" value="(\d+)"/g)) {
      expect((await desk.post('/console/zalo/topic-resume', { id })).status).toBe(303);
    }
    const resumed = await desk.get('/console/zalo');
    expect(resumed.html).not.toContain('topic-resume');
    expect(resumed.text).toMatch(/VNeID, Xã Thử: .*Tam cho trả lời lại lúc \S+/);
    expect((await member.get('/console')).text).not.toContain(line);
  });

  it('makes a consent link for one account', async () => {
    await connect();
    await desk.get('/console/zalo');
    const { html } = await desk.post('/console/zalo/link', { oa: '12345' });
    const key = decodeURIComponent(/\/oauth\/zalo\/start\?key=([^"&<]+)"/.exec(html)?.[1] ?? '');
    expect(key).toContain('"linkFor":"12345"');
    expect((await desk.post('/console/zalo/link', { oa: 'abc' })).status).toBe(409);
  });

  it('is for the root desk only', async () => {
    const lead = await world.signIn('xuan');
    expect((await lead.get('/console/zalo')).status).toBe(404);
    await lead.get('/console/account');
    for (const deed of ['pause', 'resume', 'link', 'topic-pause', 'topic-resume']) {
      const fields = { oa: oaId, why: 'x', topic: 'vneid', id: '1' };
      expect((await lead.post(`/console/zalo/${deed}`, fields)).status).toBe(404);
    }
    expect(
      await world.database.db.selectFrom('oa_pauses').selectAll().where('resumed_at', 'is', null).execute(),
    ).toEqual([]);
    expect(
      await world.database.db
        .selectFrom('topic_pauses')
        .selectAll()
        .where('resumed_at', 'is', null)
        .execute(),
    ).toEqual([]);
  });
});
