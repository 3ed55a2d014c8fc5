import type { Database } from '../../../src/database/database.ts';
import { hourMs, minuteMs } from '../../../src/durations.ts';
import { createMemberWorld, type MemberWorld } from '../../helpers/member-world.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

describe('what members are told', () => {
  let database: Database;
  let members: MemberWorld;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    members = await createMemberWorld(database);
  });
  afterAll(() => database.close());

  const heard = (id: string) => members.heard(id).join('\n');
  const openFive = async () => {
    const numbers: number[] = [];
    for (let at = 0; at < 5; at++) numbers.push(await members.world.open(`dan-${at}`));
    return numbers;
  };
  const countOf = (text: string, number: number) => text.split(new RegExp(`\\b${number}\\b`)).length - 1;

  test('the tickets that waited for a new member come once, as one list', async () => {
    const numbers = await openFive();
    await members.link('hoa');
    await members.settle();
    await members.settle();
    await members.write('hoa', 'trực');
    const lists = members.heard('hoa').filter((text) => numbers.every((number) => countOf(text, number) > 0));
    expect(lists.length).toBeLessThanOrEqual(1);
    await members.passMinute();
    expect(new Set(members.heard('hoa')).size).toBe(members.heard('hoa').length);
  });

  test('the tickets of the night come once in the morning', async () => {
    await members.link('hoa');
    await members.write('hoa', 'trực');
    members.advance(14 * hourMs);
    const numbers = await openFive();
    await members.settle();
    const before = members.heard('hoa').length;
    members.advance(9 * hourMs);
    for (let round = 0; round < 4; round++) await members.passMinute();
    const morning = members.heard('hoa').slice(before);
    expect(new Set(morning).size).toBe(morning.length);
    expect(
      morning.filter((text) => numbers.some((number) => countOf(text, number) > 0)).length,
    ).toBeLessThanOrEqual(1);
  });

  test('the words of a resident come three seconds after they were written', async () => {
    await members.link('hoa');
    const number = await members.world.open('lan');
    await members.write('hoa', `nhận ${number}`);
    members.advance(minuteMs);
    await members.write('lan', 'cháu ơi bác vẫn chưa làm được');
    members.advance(3_000);
    await members.settle();
    expect(heard('hoa')).toContain('bác vẫn chưa làm được');
  });

  test.each(['đồng đội', 'tổ trưởng', 'trong tổ có ai'])(
    '%j names who else is in the team, the lead first',
    async (text) => {
      await members.link('hoa');
      await members.write('hoa', text);
      const said = members.heard('hoa').find((one) => one.includes('Nguyễn Thử Hung')) ?? '';
      expect(said.indexOf('Nguyễn Thử Ha')).toBeGreaterThan(-1);
      expect(said.indexOf('Nguyễn Thử Ha')).toBeLessThan(said.indexOf('Nguyễn Thử Hung'));
    },
  );

  test('how many tickets they hold is on the card of the next one', async () => {
    await members.link('hoa');
    for (const number of [await members.world.open('lan'), await members.world.open('mai')]) {
      await members.write('hoa', `nhận ${number}`);
    }
    expect(heard('hoa')).toContain('nay giữ 2 việc');
    expect(heard('hoa')).not.toContain('0 việc');
  });

  test('when neither a member nor a lead can be reached, an operator is told', async () => {
    await members.world.open('lan');
    await members.settle();
    expect(members.alarms.some((alarm) => alarm.startsWith('member-unreachable '))).toBe(true);
  });
});
