import type { Database } from '../../src/database/database.ts';
import { hourMs } from '../../src/durations.ts';
import { availableChannels } from '../../src/member/reach/channels.ts';
import type { MemberPlace } from '../../src/member/reach/member-places.ts';
import { oaId } from '../helpers/actor-fixture.ts';
import { createMemberWorld, type MemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

const settings = {
  quietHours: { from: 21 * 60, until: 390 },
  inactiveMs: 48 * hourMs,
  paid: { isOn: true, monthlyVnd: 110, messageVnd: 55 },
  templateId: 't-1',
};

describe('the channels to a member', () => {
  const place = (id: string, state: 'free' | 'paid' | 'closed'): MemberPlace => ({
    oaId: id,
    personId: `p-${id}`,
    conversationId: 1,
    window: { state, freeUntil: 0, paidUntil: 0, remindAt: [], keepOpenAt: 0 },
    lastWroteAt: 0,
  });
  const names = (places: MemberPlace[], more: object = {}) =>
    availableChannels({ places, groups: new Map([['a', 'g']]), leftVnd: 110, settings, ...more }).map(
      ({ name }) => name,
    );

  test.each<[string, string[], string[]]>([
    ['begin with the free window', names([place('a', 'free')]), ['free', 'template', 'group', 'call-list']],
    ['continue with paid messages', names([place('a', 'paid')]), ['paid', 'template', 'group', 'call-list']],
    [
      'exclude paid messages unless enabled',
      names([place('a', 'paid')], { settings: { ...settings, paid: { ...settings.paid, isOn: false } } }),
      ['template', 'group', 'call-list'],
    ],
    [
      'exclude paid messages beyond the monthly budget',
      names([place('a', 'paid')], { leftVnd: 54 }),
      ['template', 'group', 'call-list'],
    ],
    [
      'continue with the template, at any time',
      names([place('a', 'closed')]),
      ['template', 'group', 'call-list'],
    ],
    [
      'exclude the template if there is none',
      names([place('a', 'closed')], { settings: { ...settings, templateId: undefined } }),
      ['group', 'call-list'],
    ],
    ['include the group only if the OA has one', names([place('b', 'closed')]), ['template', 'call-list']],
    ['end with the call list if there is no other channel', names([]), ['call-list']],
  ])('%s', (_title, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('prefer the OA of the ticket, else the one the member wrote to last', () => {
    const channels = (ticketOaId: string) =>
      availableChannels({
        places: [place('b', 'free'), place('a', 'free')],
        ticketOaId,
        groups: new Map(),
        leftVnd: 0,
        settings,
      })[0];
    expect(channels('a')).toMatchObject({ place: { oaId: 'a' } });
    expect(channels('c')).toMatchObject({ place: { oaId: 'b' } });
  });
});

describe('a team with inactive members', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  /** A world in which Hà is linked and wrote `hoursAgo`; everybody else in the village is away. */
  async function sleepFor(
    hours: number,
    more: Parameters<typeof createMemberWorld>[1] = {},
  ): Promise<MemberWorld> {
    const world = await createMemberWorld(database, more);
    await database.db
      .updateTable('members')
      .set({ away_until: Number.MAX_SAFE_INTEGER })
      .where('member_id', 'in', ['hai', 'hoa', 'hung', 'hanh'])
      .execute();
    await world.link('ha');
    await world.write('ha', 'trực');
    world.advance(hours * hourMs);
    return world;
  }
  const newWork = async (world: MemberWorld) => {
    const number = await world.world.open('r-1', { topic: 'vneid' });
    await world.settle();
    return number;
  };
  const group = () =>
    database.db.insertInto('oa_groups').values({ oa_id: oaId, group_id: 'g-1', seen_at: 1 }).execute();

  test('gets free messages while the window is open', async () => {
    const world = await sleepFor(24);
    const number = await newWork(world);
    expect(world.heard('ha').join('\n')).toContain(`Yêu cầu ${number}, Thôn Một`);
    expect(await world.contactAttempts('ha')).toEqual([]);
  });

  test('gets paid messages only if enabled: one with the count, and the rest once the member taps', async () => {
    const world = await sleepFor(72, { paid: { isOn: true, monthlyVnd: 60, messageVnd: 55 } });
    const number = await newWork(world);
    expect(world.heard('ha').at(-1)).toBe('Có 1 việc đang chờ. Bấm nút để xem, bà con đang đợi.');
    expect(await world.contactAttempts('ha')).toEqual(['paid sent']);
    await world.write('ha', '#Trực hôm nay');
    expect(world.heard('ha').join('\n')).toContain(`Yêu cầu ${number}`);
    expect(await world.contactAttempts('ha')).toEqual(['paid answered']);
  });

  test('never exceeds the monthly budget', async () => {
    const world = await sleepFor(72, {
      paid: { isOn: true, monthlyVnd: 60, messageVnd: 55 },
      templateId: 't-1',
    });
    await newWork(world);
    world.advance(12.5 * hourMs);
    await world.world.open('r-2', { topic: 'land' });
    await world.settle();
    expect(await world.contactAttempts('ha')).toEqual(['paid sent', 'template sent']);
    const spent = await database.db
      .selectFrom('contact_attempts')
      .select(({ fn }) => fn.sum('cost_vnd').as('vnd'))
      .executeTakeFirst();
    expect(Number(spent?.vnd)).toBe(55);
  });

  test('gets a template with a count and no data of residents, at most every twelve hours', async () => {
    const world = await sleepFor(200, { templateId: 't-1' });
    await newWork(world);
    expect(world.nudges).toEqual([
      { to: expect.objectContaining({ personId: 'ha' }), template: { id: 't-1', data: { count: '1' } } },
    ]);
    await world.world.open('r-2', { topic: 'land' });
    await world.settle();
    expect(world.nudges).toHaveLength(1);
  });

  test('is notified in the group of the commune without a name', async () => {
    const world = await sleepFor(200);
    await group();
    await newWork(world);
    expect(world.nudges).toEqual([
      { group: expect.objectContaining({ groupId: 'g-1' }), text: expect.stringContaining('1 việc') },
    ]);
    expect(JSON.stringify(world.nudges)).not.toContain('Nguyễn');
    expect(await world.contactAttempts('ha')).toEqual(['group sent']);
  });

  test('ends up on the call list of its lead, with the phone number', async () => {
    const world = await sleepFor(200);
    await database.db
      .updateTable('team_members')
      .set({ role: 'member' })
      .where('member_id', '=', 'ha')
      .execute();
    await database.db
      .updateTable('team_members')
      .set({ role: 'lead' })
      .where('member_id', '=', 'hai')
      .execute();
    await database.db
      .updateTable('members')
      .set({ phone_encrypted: '84900000001' })
      .where('member_id', '=', 'ha')
      .execute();
    await world.link('hai');
    await world.write('hai', 'việc của tôi');
    await newWork(world);
    expect(await world.contactAttempts('ha')).toEqual(['call-list listed']);
    expect(world.heard('hai').at(-1)).toMatch(/Nguyễn Thử Ha lâu chưa nhắn vào đây .*đang có 1 việc chờ/);
    const [button] = world.sender.sent
      .flatMap(({ content }) => (content.kind === 'text' ? (content.buttons ?? []) : []))
      .filter(({ kind }) => kind === 'call');
    expect(button).toMatchObject({ phone: '84900000001' });
  });

  test('is reached by the next channel when Zalo rejects a template, and both attempts are recorded', async () => {
    const world = await sleepFor(200, { templateId: 'refused' });
    await group();
    await newWork(world);
    expect(await world.contactAttempts('ha')).toEqual([
      expect.stringMatching(/^template refused /),
      'group sent',
    ]);
  });

  test('is reached by the next channel when a member has blocked the OA', async () => {
    const world = await sleepFor(1, { templateId: 't-1' });
    const blocked = { kind: 'refused', reason: 'blocked', code: -213, detail: 'no' } as const;
    world.sender.answers.push(blocked);
    await newWork(world);
    expect(world.heard('ha').join('\n')).not.toContain('Yêu cầu');
    await world.passMinute();
    expect(await world.contactAttempts('ha')).toEqual(['call-list nobody-to-call']);
    const rows = await database.db
      .selectFrom('contact_attempts')
      .select(['channel', 'outcome'])
      .orderBy('id')
      .execute();
    expect(rows[0]).toEqual({ channel: 'free', outcome: 'refused' });
  });

  test('takes back the ticket of a member who was inactive for too long, and tells the member', async () => {
    const world = await sleepFor(1);
    const number = await newWork(world);
    await world.write('ha', `nhận việc ${number}`);
    await world.write('ha', `${number} chao bac`);
    world.advance(47 * hourMs);
    await world.passMinute();
    expect(await world.world.ticket(number)).toMatchObject({ assignee_id: 'ha' });
    world.advance(2 * hourMs);
    await world.passMinute();
    expect(await world.world.ticket(number)).not.toMatchObject({ assignee_id: 'ha' });
    expect(await world.world.timeline(number)).toContain('released (inactive) by clock');
    await world.write('ha', 'alo');
    expect(world.heard('ha').join('\n')).toContain(`Yêu cầu ${number} nay không còn là việc của mình`);
  });

  test('gets one morning message, only if it is free and there is a reason', async () => {
    const world = await sleepFor(1);
    const number = await newWork(world);
    await world.write('ha', `nhận việc ${number}`);
    await world.write('ha', `${number} chao bac`);
    world.advance(22 * hourMs);
    await world.passMinute();
    await world.passMinute();
    const lines = world.heard('ha').filter((text) => text.startsWith('Chào buổi sáng'));
    expect(lines).toEqual([expect.stringContaining('Đang giữ 1 việc')]);
    await world.write('ha', 'bận đến thứ Hai');
    world.advance(24 * hourMs);
    await world.passMinute();
    expect(world.heard('ha').filter((text) => text.startsWith('Chào buổi sáng'))).toEqual(lines);
  });
});
