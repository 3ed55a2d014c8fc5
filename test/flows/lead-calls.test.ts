import type { Database } from '../../src/database/database.ts';
import { dayMs } from '../../src/durations.ts';
import { createMemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

describe('a lead who has to call a member whom no message reaches', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('learns who has never accepted the invitation, and who was inactive for long', async () => {
    const world = await createMemberWorld(database);
    await world.link('hoa');
    await world.write('hoa', 'trực');
    await database.db
      .updateTable('conversations')
      .set({ last_interaction_at: world.now() - 30 * dayMs })
      .where('person_id', '=', 'hoa')
      .execute();
    await world.link('ha');
    await world.write('ha', 'trực');
    const number = await world.world.open('r-1', { topic: 'vneid' });
    for (const memberId of ['hai', 'hoa']) {
      await world.tickets.assign({ number, memberId, by: { operator: 'test' } });
      await world.settle();
      await world.settle();
    }
    const told = world.heard('ha').join('\n');
    expect(told).toContain('Nguyễn Thử Hai chưa nhận giấy mời');
    expect(told).toContain('Nguyễn Thử Hoa lâu chưa nhắn vào đây');
    expect(told).not.toContain('Hai lâu chưa');
    expect(told).not.toContain('Hoa chưa nhận giấy mời');
  });
});
