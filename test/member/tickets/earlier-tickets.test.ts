import type { Database } from '../../../src/database/database.ts';
import { dayMs } from '../../../src/durations.ts';
import { grievanceTopic } from '../../../src/ticket/model/confidential.ts';
import { createMemberWorld, type MemberWorld } from '../../helpers/member-world.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

describe('the history of a ticket', () => {
  let database: Database;
  let members: MemberWorld;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    members = await createMemberWorld(database);
    await members.link('hoa');
  });
  afterAll(() => database.close());

  /** What the member hears when they look at a ticket. */
  const shown = async (number: number) => {
    const before = members.heard('hoa').length;
    await members.write('hoa', `xem ${number}`);
    const heard = members.heard('hoa').slice(before).join('\n');
    expect(heard).toContain(`Yêu cầu ${number},`);
    return heard;
  };

  test('has the earlier tickets of the resident, with how each ended and who had it', async () => {
    const done = await members.world.open('lan', { topic: 'digital-signature' });
    await members.write('hoa', `nhận ${done}`);
    await members.write('hoa', `xong ${done}`);
    await members.write('hoa', 'Đã gọi hướng dẫn');
    const withdrawn = await members.world.open('lan', { topic: 'vneid' });
    await members.world.turn('lan', (tickets) => tickets.withdraw(withdrawn));
    const open = await members.world.open('lan', { topic: 'land' });
    members.advance(dayMs);
    const number = await members.world.open('lan', { topic: 'residence' });
    const text = await shown(number);
    expect(text).toContain('Việc trước của');
    expect(text).toContain(`${open}, việc khác: chưa có người nhận.`);
    expect(text).toMatch(
      new RegExp(`${withdrawn}, việc khác: bà con thôi, không cần nữa, 8:00 ngày 7/10\\.`),
    );
    expect(text).toMatch(
      new RegExp(`${done}, việc khác: đã gọi hướng dẫn, 8:00 ngày 7/10 \\(Nguyễn Thử Hoa\\)\\.`),
    );
  });

  test('has none of others, none that is confidential, and no later one', async () => {
    await members.world.open('minh', { topic: 'land' });
    await members.world.open('lan', { topic: grievanceTopic });
    const number = await members.world.open('lan', { topic: 'residence' });
    await members.world.open('lan', { topic: 'vneid' });
    expect(await shown(number)).not.toContain('Việc trước');
  });
});
