import type { Database } from '../../src/database/database.ts';
import { hourMs, minuteMs } from '../../src/durations.ts';
import { removeMember, setAway } from '../../src/team/roster/member-store.ts';
import { readTicket } from '../../src/ticket/views/read-ticket.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { addMembers, createTicketWorld, type TicketWorld } from '../helpers/ticket-world.ts';

let database: Database;
let world: TicketWorld;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createTicketWorld(database);
});

const day = 24 * hourMs;

/** The pending notices and their recipients. */
async function waitingNotices(): Promise<string[]> {
  const rows = await database.db
    .selectFrom('member_notices')
    .select(['member_id', 'kind'])
    .where('told_at', 'is', null)
    .orderBy('member_id')
    .orderBy('kind')
    .execute();
  return rows.map(({ member_id, kind }) => `${member_id} ${kind}`);
}

describe('a new ticket', () => {
  it('belongs to the team of the village, is offered to three members and has all its timers', async () => {
    const number = await world.open('lan');
    expect(await world.ticket(number)).toMatchObject({
      status: 'new',
      team_id: 'to-thon',
      area_id: 'thon',
      assignee_id: null,
    });
    expect(await world.timeline(number)).toEqual(['opened (nearest) by resident', 'offered by clock']);
    expect(await world.timers(number)).toEqual({
      offer: '10-07 08:20',
      'first-warning': '10-07 11:00',
      'first-answer': '10-07 12:00',
      'window-first': '10-08 08:00',
      'window-line': '10-08 20:30',
      'window-last': '10-09 02:00',
      'window-shut': '10-09 08:00',
      'resolution-warning': '10-12 15:15',
      resolution: '10-13 17:00',
    });
    const offers = await database.db.selectFrom('ticket_offers').select('member_id').execute();
    expect(offers.map(({ member_id }) => member_id)).toEqual(['ha', 'hai', 'hanh']);
  });

  it('gets a number from 101 on, and the same resident has only one ticket per topic', async () => {
    const number = await world.open('lan', { topic: 'land' });
    expect(number).toBeGreaterThanOrEqual(101);
    expect(await world.open('lan', { topic: 'land', kind: 'call-back' })).toBe(number);
    expect(await world.open('lan', { topic: 'vneid' })).not.toBe(number);
    expect(await world.open('minh', { topic: 'land' })).not.toBe(number);
    expect(await world.timeline(number)).toContain('noted (asked-again) by resident');
    expect(await world.ticket(number)).toMatchObject({ kind: 'call-back' });
  });

  it('has half the time if urgent', async () => {
    const number = await world.open('lan', { urgent: true });
    expect(await world.timers(number)).toMatchObject({
      offer: '10-07 08:10',
      'first-answer': '10-07 10:00',
      resolution: '10-09 11:30',
    });
  });

  it('goes to the cluster with an unknown village as typed, for an operator to map', async () => {
    const number = await world.open('lan', { home: { unitIds: ['cum'], village: 'Xóm Lạ' } });
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-cum', village_text: 'Xóm Lạ' });
    expect((await world.timeline(number))[0]).toBe('opened (unknown-place) by resident');
    const unknown = await database.db.selectFrom('unknown_places').selectAll().execute();
    expect(unknown).toMatchObject([{ text: 'Xóm Lạ', area_id: 'cum' }]);
  });

  it('waits a little for the village that the bot asked for, then goes on without', async () => {
    const number = await world.open('lan', { home: { unitIds: ['xa'] }, asksVillage: true });
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-xa', level_round: 0 });
    await world.pass(3 * minuteMs, minuteMs);
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-xa', level_round: 1 });
  });

  it('does not wait for a village if urgent, or once it becomes urgent', async () => {
    const number = await world.open('lan', { home: { unitIds: ['xa'] }, asksVillage: true, urgent: true });
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-xa', level_round: 1 });
    const later = await world.open('mai', { home: { unitIds: ['xa'] }, asksVillage: true });
    expect(await world.ticket(later)).toMatchObject({ level_round: 0 });
    await world.open('mai', { home: { unitIds: ['xa'] }, asksVillage: true, urgent: true });
    expect(await world.ticket(later)).toMatchObject({ urgent: true, level_round: 1 });
  });

  it('moves to a village that the resident names later', async () => {
    const number = await world.open('lan', { home: { unitIds: ['xa'] }, asksVillage: true });
    await world.turn('lan', (desk) => desk.settlePlace(number, { unitIds: ['cum'], village: 'thôn Một' }));
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-thon', area_id: 'thon', level_round: 1 });
    expect(await world.timeline(number)).toContain('transferred (place-told) by resident');
  });
});

describe('claiming', () => {
  it('succeeds for one of fifty who claim in the same instant; the others learn who it is', async () => {
    const members = Array.from({ length: 50 }, (_, at) => `m${at}`);
    await addMembers(
      database,
      members.map((memberId) => ({ memberId, teamId: 'to-thon', role: 'member' })),
    );
    const number = await world.open('lan');
    const results = await Promise.all(
      members.map((memberId) => world.service.claim({ number, by: { memberId } })),
    );
    const winners = members.filter((_, at) => results[at]?.kind === 'done');
    expect(winners).toHaveLength(1);
    const losers = results.filter(({ kind }) => kind !== 'done');
    expect(losers).toHaveLength(49);
    for (const result of losers) {
      expect(result).toEqual({
        kind: 'taken',
        by: `Nguyễn Thử ${winners[0]?.toUpperCase()}`,
        at: world.now(),
      });
    }
    expect((await world.timeline(number)).filter((line) => line.startsWith('claimed'))).toHaveLength(1);
    expect(await world.said('lan')).toHaveLength(1);
  });

  it('ends the offers to the others and tells the resident the assignee', async () => {
    const number = await world.open('lan');
    await world.service.claim({ number, by: { memberId: 'hai' } });
    const open = await database.db
      .selectFrom('ticket_offers')
      .selectAll()
      .where('closed_at', 'is', null)
      .execute();
    expect(open).toEqual([]);
    expect(await world.said('lan')).toEqual([
      `Hai, Tổ thôn Một, đã nhận yêu cầu ${number} và sẽ nhắn ngay tại đây ạ.`,
    ]);
  });

  it('leaves the others no pending notices about their offers', async () => {
    const number = await world.open('lan');
    expect(await waitingNotices()).toEqual(['ha offer', 'hai offer', 'hanh offer']);
    await world.service.claim({ number, by: { memberId: 'hai' } });
    expect(await waitingNotices()).toEqual([
      'ha taken',
      'hai given',
      'hai offer',
      'hai photos',
      'hanh taken',
    ]);
  });

  it.each([
    ['of another team', 'to-xa', 'chi', 'not-yours'],
    ['who is unknown', 'to-thon', 'nobody', 'unknown-member'],
  ])('is refused to somebody %s', async (_who, _team, memberId, why) => {
    const number = await world.open('lan', { home: { unitIds: ['xa'] } });
    expect(await world.service.claim({ number, by: { memberId } })).toEqual({ kind: 'refused', why });
  });

  it('is allowed to the levels above', async () => {
    const number = await world.open('lan');
    expect(await world.service.claim({ number, by: { memberId: 'xuan' } })).toEqual({ kind: 'done' });
  });

  it('is refused to a member with ten tickets, to whom a lead may still assign one', async () => {
    for (let at = 0; at < 10; at += 1) {
      const number = await world.open(`r${at}`);
      await world.service.claim({ number, by: { memberId: 'hai' } });
    }
    const number = await world.open('lan');
    expect(await world.service.claim({ number, by: { memberId: 'hai' } })).toEqual({
      kind: 'refused',
      why: 'too-many',
    });
    const byMember = { number, by: { memberId: 'hoa' }, memberId: 'hai' };
    expect(await world.service.assign(byMember)).toEqual({ kind: 'refused', why: 'not-a-lead' });
    expect(await world.service.assign({ ...byMember, by: { memberId: 'ha' } })).toEqual({ kind: 'done' });
    expect(await world.ticket(number)).toMatchObject({ status: 'open', assignee_id: 'hai' });
  });

  it('of a number that does not exist is refused', async () => {
    expect(await world.service.claim({ number: 9, by: { memberId: 'ha' } })).toEqual({
      kind: 'refused',
      why: 'unknown-ticket',
    });
  });
});

describe('answering', () => {
  it('names the member, stops the timers, and assigns a ticket without assignee', async () => {
    const number = await world.open('lan');
    expect(
      await world.service.answer({ number, by: { memberId: 'hoa' }, text: 'Bác mang giấy ra xã nhé' }),
    ).toEqual({ kind: 'done', way: 'now' });
    expect((await world.said('lan')).at(-1)).toBe(
      `Hoa, Tổ thôn Một, trả lời yêu cầu ${number}:\n\nBác mang giấy ra xã nhé`,
    );
    expect(await world.ticket(number)).toMatchObject({ status: 'open', assignee_id: 'hoa' });
    expect(Object.keys(await world.timers(number))).toEqual(['resolution-warning', 'resolution']);
  });

  it('is refused to anybody but the assignee', async () => {
    const number = await world.open('lan');
    await world.service.claim({ number, by: { memberId: 'hoa' } });
    expect(await world.service.answer({ number, by: { memberId: 'hai' }, text: 'Chào bác' })).toMatchObject({
      kind: 'taken',
      by: 'Nguyễn Thử Hoa',
    });
  });

  it.each(['Bác gửi mã OTP cho em', 'chup giup em hai mat can cuoc'])(
    'rejects a text that asks for a secret, and sends nothing: %s',
    async (text) => {
      const number = await world.open('lan');
      expect(await world.service.answer({ number, by: { memberId: 'hoa' }, text })).toEqual({
        kind: 'refused',
        why: 'asks-for-secrets',
      });
      expect(await world.said('lan')).toEqual([]);
      expect(await world.ticket(number)).toMatchObject({ status: 'new', assignee_id: null });
    },
  );

  it('sends a picture and a document after the text', async () => {
    const number = await world.open('lan');
    await world.service.answer({
      number,
      by: { memberId: 'hoa' },
      text: 'Mẫu đơn đây ạ',
      attachments: [
        { kind: 'image', attachmentId: 'a1' },
        { kind: 'file', token: 't1' },
      ],
    });
    expect((await world.said('lan')).slice(-2)).toEqual(['image', 'file']);
  });

  it('starts the timer for the next answer when the resident writes again', async () => {
    const number = await world.open('lan');
    await world.service.answer({ number, by: { memberId: 'hoa' }, text: 'Chào bác' });
    world.advance(hourMs);
    await world.turn('lan', (desk) => desk.addMessages([{ id: 1 }]));
    expect(await world.timers(number)).toMatchObject({
      'holding-reply': '10-07 09:10',
      'next-warning': '10-07 15:00',
      'next-answer': '10-07 17:00',
    });
    await world.service.answer({ number, by: { memberId: 'hoa' }, text: 'Vâng bác' });
    expect(await world.timers(number)).not.toHaveProperty('next-answer');
  });
});

describe('a resident without an answer', () => {
  it('is told after 10 working minutes who is responsible and by when, once per half day', async () => {
    const number = await world.open('lan');
    await world.service.claim({ number, by: { memberId: 'hoa' } });
    await world.pass(10 * minuteMs);
    const held = `Yêu cầu ${number} đang có Hoa, Tổ thôn Một, lo; sẽ trả lời trước 12 giờ trưa nay ạ. Việc khác cứ hỏi trợ lý.`;
    expect((await world.said('lan')).slice(1)).toEqual([held]);
    await world.turn('lan', (desk) => desk.addMessages([{ id: 1 }]));
    await world.pass(30 * minuteMs);
    expect((await world.said('lan')).slice(1)).toEqual([held]);
  });
});

describe('waiting for the resident', () => {
  async function waiting(): Promise<number> {
    const number = await world.open('lan');
    await world.service.answer({
      number,
      by: { memberId: 'hoa' },
      text: 'Bác tên gì ạ?',
      waitsForResident: true,
    });
    return number;
  }

  it('ends with a message of the resident', async () => {
    const number = await waiting();
    expect(await world.ticket(number)).toMatchObject({ status: 'waiting' });
    await world.turn('lan', (desk) => desk.addMessages([{ id: 1 }]));
    expect(await world.ticket(number)).toMatchObject({ status: 'open', assignee_id: 'hoa' });
    expect(await world.timeline(number)).toContain('reopened (resident-wrote) by resident');
  });

  it('is noted after 3 working days, ends after 5, and any message within 7 days reopens the ticket', async () => {
    const number = await waiting();
    expect(await world.timers(number)).toEqual({
      'waiting-reminder': '10-09 17:00',
      'waiting-end': '10-13 17:00',
    });
    await world.pass(7 * day, 6 * hourMs);
    expect(await world.ticket(number)).toMatchObject({ status: 'resolved', reason: 'no-answer' });
    expect(await world.timers(number)).toEqual({});
    await world.turn('lan', (desk) => desk.addMessages([{ id: 1 }]));
    expect(await world.ticket(number)).toMatchObject({ status: 'open', assignee_id: 'hoa', reason: null });
    expect((await world.timeline(number)).slice(-3)).toEqual([
      'reopened (wrote-again) by resident',
      'assigned (had-it-before) by clock',
      'noted (message) by resident',
    ]);
  });

  it('ends for good 7 days after the ticket was closed', async () => {
    const number = await waiting();
    await world.pass(7 * day, 6 * hourMs);
    world.advance(8 * day);
    expect(await world.turn('lan', (desk) => desk.addMessages([{ id: 1 }]))).toBeUndefined();
    expect(await world.ticket(number)).toMatchObject({ status: 'resolved' });
  });

  it('sends a reminder while the window is open', async () => {
    const number = await waiting();
    world.moveTo('2026-10-09T08:00');
    await world.turn('lan', (desk) => desk.open({ kind: 'question', topic: 'land' }));
    await world.pass(9 * hourMs, hourMs);
    expect(await world.said('lan')).toContain(
      `Yêu cầu ${number} đang chờ trả lời thêm ạ. Cứ nhắn vào đây, hoặc bấm nút nếu không cần nữa.`,
    );
  });
});

describe('a ticket that nobody claims', () => {
  it('is offered to the next three after 20 working minutes, then escalates', async () => {
    const number = await world.open('lan');
    await world.pass(20 * minuteMs);
    const rows = await database.db
      .selectFrom('ticket_offers')
      .select(['member_id', 'round'])
      .orderBy('round')
      .orderBy('member_id')
      .execute();
    expect(rows.map(({ member_id, round }) => `${round} ${member_id}`)).toEqual([
      '1 ha',
      '1 hai',
      '1 hanh',
      '2 hoa',
      '2 hung',
    ]);
    await world.pass(20 * minuteMs);
    expect(await world.ticket(number)).toMatchObject({ status: 'new', team_id: 'to-cum', level_round: 1 });
    expect(await world.timeline(number)).toContain('escalated (nobody-took-it) by clock');
    expect((await world.said('lan')).at(-1)).toContain(`Yêu cầu ${number} nay do Tổ cụm Thử lo`);
  });

  it('runs each timer once, however many workers look at the same time, and all that are due', async () => {
    const numbers: number[] = [];
    for (let at = 0; at < 45; at += 1) numbers.push(await world.open(`resident-${at}`));
    world.advance(20 * minuteMs);
    await Promise.all(Array.from({ length: 5 }, () => world.service.runDue()));
    for (const number of numbers) {
      expect((await world.timeline(number)).filter((line) => line.startsWith('offered'))).toHaveLength(2);
    }
  });

  it('leaves the teams below no pending notices about it', async () => {
    const number = await world.open('lan');
    await world.pass(3 * hourMs);
    expect(await world.ticket(number)).toMatchObject({ team_id: 'ban-truc' });
    expect(await waitingNotices()).toEqual(['tam offer']);
  });

  it('escalates to the root team and stays there, with an alarm', async () => {
    const number = await world.open('lan');
    await world.pass(3 * day, 30 * minuteMs);
    expect(await world.ticket(number)).toMatchObject({ status: 'new', team_id: 'ban-truc' });
    const climbed = (await world.timeline(number)).filter((line) => line.startsWith('escalated'));
    expect(climbed).toHaveLength(3);
    expect(world.alarms).toContain(`ticket-unclaimed ${number}: nobody-took-it`);
  });

  it('raises its alarm again after each further term: after 30 days it still has a timer', async () => {
    const number = await world.open('lan');
    await world.pass(30 * day, 6 * hourMs);
    const timers = Object.keys(await world.timers(number));
    expect(timers).toEqual(expect.arrayContaining(['first-answer', 'resolution']));
    const missed = world.alarms.filter((alarm) => alarm.endsWith('first-answer-missed'));
    expect(missed.length).toBeGreaterThan(10);
    expect(await world.ticket(number)).toMatchObject({ team_id: 'ban-truc', status: 'new' });
  });
});

describe('a member or team that is gone', () => {
  it('loses its tickets to the team when removed', async () => {
    const number = await world.open('lan');
    await world.service.claim({ number, by: { memberId: 'hoa' } });
    await removeMember(database.db, { memberId: 'hoa', now: world.now() });
    expect(await world.service.reassignOrphanedTickets()).toBe(1);
    expect(await world.ticket(number)).toMatchObject({
      status: 'new',
      team_id: 'to-thon',
      assignee_id: null,
    });
    expect((await world.timeline(number)).slice(-2)).toEqual([
      'released (member-removed) by clock',
      'offered by clock',
    ]);
    expect(await world.service.reassignOrphanedTickets()).toBe(0);
  });

  it('is offered nothing any more when removed', async () => {
    const number = await world.open('lan');
    const { id } = await world.ticket(number);
    const asked = async () => {
      const rows = await database.db
        .selectFrom('ticket_offers')
        .select('member_id')
        .where('ticket_id', '=', id)
        .where('closed_at', 'is', null)
        .execute();
      return rows.map(({ member_id }) => member_id);
    };
    const [first = '', ...others] = await asked();
    await removeMember(database.db, { memberId: first, now: world.now() });
    await world.service.reassignOrphanedTickets();
    expect(await asked()).toEqual(others);
  });

  it('passes its tickets to the team it was merged into', async () => {
    const number = await world.open('lan');
    await database.db
      .updateTable('teams')
      .set({ merged_into: 'to-cum', closed_at: world.now() })
      .where('team_id', '=', 'to-thon')
      .execute();
    await world.service.reassignOrphanedTickets();
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-cum', status: 'new' });
    expect(await world.timeline(number)).toContain('transferred (team-gone) by clock');
  });

  it('is skipped while everybody is on leave, also for an open ticket', async () => {
    for (const memberId of ['ha', 'hai', 'hoa', 'hung', 'hanh']) {
      await setAway(database.db, { memberId, until: world.now() + 9 * day });
    }
    const number = await world.open('lan');
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-cum' });
    expect((await world.timeline(number))[0]).toBe('opened (nobody-present) by resident');
    for (const memberId of ['chi', 'cuong']) {
      await setAway(database.db, { memberId, until: world.now() + 9 * day });
    }
    await world.pass(20 * minuteMs);
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-xa' });
    expect(await world.timeline(number)).toContain('escalated (nobody-there) by clock');
  });
});

describe('the window', () => {
  it('makes the bot ask after 40 hours whether help is still needed, not at night, and tells the team', async () => {
    const number = await world.open('lan');
    await world.service.claim({ number, by: { memberId: 'hoa' } });
    await world.pass(36 * hourMs + 30 * minuteMs, 30 * minuteMs);
    expect((await world.said('lan')).at(-1)).toContain(`Yêu cầu ${number} vẫn đang chờ trả lời. Vẫn cần`);
    expect(await world.timeline(number)).toContain('noted (window-closing) by clock');
  });

  it('turns the ticket into a call when it closes, if there is a number', async () => {
    const number = (
      await world.turn(
        'lan',
        (desk) => desk.open({ kind: 'question', home: { unitIds: ['cum'], village: 'Một' } }),
        'sealed',
      )
    ).number;
    await world.pass(48 * hourMs, hourMs);
    expect(await world.ticket(number)).toMatchObject({ kind: 'call-back' });
    expect(await world.timeline(number)).toContain('noted (phone-task) by clock');
    expect(await world.service.answer({ number, by: { memberId: 'tam' }, text: 'Chào bác' })).toEqual({
      kind: 'done',
      way: 'phone',
    });
  });

  it('parks the answer when it is closed and there is no number', async () => {
    const number = await world.open('lan');
    world.advance(49 * hourMs);
    expect(await world.service.answer({ number, by: { memberId: 'hoa' }, text: 'Chào bác' })).toEqual({
      kind: 'done',
      way: 'held',
    });
  });
});

describe('closing', () => {
  it('requires a note about what was done', async () => {
    const number = await world.open('lan');
    expect(await world.service.resolve({ number, by: { memberId: 'hoa' }, done: '' })).toEqual({
      kind: 'refused',
      why: 'needs-done',
    });
  });

  it('asks the resident, who may say that it is not done: the ticket reopens a level higher', async () => {
    const number = await world.open('lan');
    await world.service.resolve({ number, by: { memberId: 'hoa' }, done: 'visited' });
    expect(await world.ticket(number)).toMatchObject({
      status: 'resolved',
      reason: 'solved',
      done: 'visited',
    });
    expect((await world.said('lan')).at(-1)).toBe(`Yêu cầu ${number}: việc đã xong chưa ạ?`);
    expect(await world.timers(number)).toEqual({});
    await world.turn('lan', (desk) => desk.reopen(number));
    expect(await world.ticket(number)).toMatchObject({ status: 'new', team_id: 'to-cum', done: null });
    expect(await world.timeline(number)).toEqual(
      expect.arrayContaining(['reopened (not-done) by resident', 'escalated (not-done) by clock']),
    );
    expect(Object.keys(await world.timers(number))).toEqual(
      expect.arrayContaining(['offer', 'next-answer', 'resolution']),
    );
  });

  it('lets the resident alone rate the ticket', async () => {
    const number = await world.open('lan');
    expect(await world.turn('lan', (desk) => desk.rate(number, 5))).toBe(false);
    await world.service.resolve({ number, by: { memberId: 'hoa' }, done: 'called' });
    expect(await world.turn('minh', (desk) => desk.rate(number, 1))).toBe(false);
    expect(await world.turn('lan', (desk) => desk.rate(number, 5))).toBe(true);
    expect(await world.ticket(number)).toMatchObject({ rating: 5 });
  });

  it('without having reached the resident sets unreachable', async () => {
    const number = await world.open('lan');
    await world.service.resolve({ number, by: { memberId: 'hoa' }, done: 'unreachable' });
    expect(await world.ticket(number)).toMatchObject({ status: 'resolved', reason: 'unreachable' });
    expect((await world.timeline(number)).at(-1)).toBe('unreachable (unreachable) by hoa');
  });

  it('by the resident, who no longer needs help, is recorded and stops the timers', async () => {
    const number = await world.open('lan');
    expect(await world.turn('minh', (desk) => desk.withdraw(number))).toBe(false);
    expect(await world.turn('lan', (desk) => desk.withdraw(number))).toBe(true);
    expect(await world.ticket(number)).toMatchObject({ status: 'resolved', reason: 'withdrawn' });
    expect(await world.timers(number)).toEqual({});
  });

  it('as spam needs a lead, and the resident gets no message', async () => {
    const number = await world.open('lan');
    expect(await world.service.dismiss({ number, by: { memberId: 'hoa' } })).toMatchObject({
      why: 'not-a-lead',
    });
    expect(await world.service.dismiss({ number, by: { memberId: 'ha' } })).toEqual({ kind: 'done' });
    expect(await world.ticket(number)).toMatchObject({ reason: 'spam' });
    expect(await world.said('lan')).toEqual([]);
  });

  it('as part of another ticket of the same resident', async () => {
    const first = await world.open('lan', { topic: 'land' });
    const second = await world.open('lan', { topic: 'vneid', urgent: true });
    const other = await world.open('minh');
    const by = { operator: 'bàn trực' };
    expect(await world.service.merge({ number: second, into: other, by })).toMatchObject({
      why: 'other-resident',
    });
    expect(await world.service.merge({ number: second, into: first, by })).toEqual({ kind: 'done' });
    expect(await world.ticket(second)).toMatchObject({
      status: 'resolved',
      reason: 'merged',
      merged_into: first,
    });
    expect(await world.ticket(first)).toMatchObject({ urgent: true, status: 'new' });
  });
});

describe('transferring', () => {
  it('back to the team offers it again, except to the member who returned it', async () => {
    const number = await world.open('lan');
    await world.service.claim({ number, by: { memberId: 'ha' } });
    expect(await world.service.release({ number, by: { memberId: 'hai' } })).toMatchObject({
      why: 'not-yours',
    });
    expect(await world.service.release({ number, by: { memberId: 'ha' }, text: 'bận' })).toEqual({
      kind: 'done',
    });
    expect(await world.ticket(number)).toMatchObject({ status: 'new', assignee_id: null, level_round: 1 });
    const offers = await database.db
      .selectFrom('ticket_offers')
      .select('member_id')
      .where('closed_at', 'is', null)
      .execute();
    expect(offers.map(({ member_id }) => member_id)).not.toContain('ha');
  });

  it('to another team keeps the time that the resident was promised, and tells them who has it', async () => {
    const number = await world.open('lan');
    await world.service.claim({ number, by: { memberId: 'hoa' } });
    expect(
      await world.service.transfer({
        number,
        by: { memberId: 'hoa' },
        teamId: 'to-xa',
        text: 'việc của xã',
      }),
    ).toEqual({ kind: 'done' });
    expect(await world.ticket(number)).toMatchObject({ team_id: 'to-xa', assignee_id: null, status: 'new' });
    expect(await world.timers(number)).toMatchObject({ 'first-answer': '10-07 12:00' });
    expect((await world.said('lan')).at(-1)).toContain(`Yêu cầu ${number} nay do Tổ xã Thử lo`);
    expect(await world.timeline(number)).toContain('transferred by hoa');
    const { timeline = [] } = (await readTicket(database.db, number)) ?? {};
    expect(timeline).toContainEqual(expect.objectContaining({ event: 'transferred', text: 'việc của xã' }));
  });

  it('keeps notes that the resident does not read', async () => {
    const number = await world.open('lan');
    await world.service.note({ number, by: { memberId: 'ha' }, text: 'nhà cuối xóm' });
    expect(await world.timeline(number)).toContain('noted (note) by ha');
    expect(await world.said('lan')).toEqual([]);
  });
});
