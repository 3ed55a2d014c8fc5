import type { Database } from '../../src/database/database.ts';
import { createMemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

describe('the summary that a ticket is opened with', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('distinguishes text from media without text, and members from the bot', async () => {
    const world = await createMemberWorld(database);
    await world.link('ha');
    await world.write('ha', 'trực');
    await world.write('r-1', 'file');
    await world.write('r-1', '', { attachments: [{ kind: 'image', url: 'https://zalo.test/a.jpg' }] });
    const first = await world.world.open('r-1', { topic: 'vneid' });
    await world.tickets.answer({ number: first, by: { memberId: 'ha' }, text: 'Chào bác' });
    const second = await world.world.open('r-1', { topic: 'land' });

    const { summary } = await database.db
      .selectFrom('tickets')
      .select('summary')
      .where('number', '=', second)
      .executeTakeFirstOrThrow();
    expect(summary.messages.filter(({ from }) => from === 'resident')).toMatchObject([
      { text: 'file', kind: null },
      { text: '', kind: 'image' },
    ]);
    expect(summary.messages.filter(({ from }) => from === 'member')).toMatchObject([
      { text: expect.stringContaining('Chào bác') },
    ]);
    expect(summary.messages.filter(({ from }) => from === 'bot').map(({ text }) => text)).toContain(
      're: file',
    );

    await world.write('ha', `xem thêm ${first}`);
    const details = world.heard('ha').join('\n');
    expect(details).toMatch(/^\d.*: file$/m);
    expect(details).toMatch(/^\d.*: \[ảnh\]$/m);
  });
});
