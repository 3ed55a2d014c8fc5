import type { Database } from '../../src/database/database.ts';
import { createMemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

describe('the phone number', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  async function claimed(refusesButtons: boolean) {
    const world = await createMemberWorld(database);
    await world.link('ha');
    await world.write('ha', 'trực');
    const number = await world.world.open('r-1', { topic: 'vneid' });
    await database.db
      .updateTable('tickets')
      .set({ phone_encrypted: 'sealed:84912345678' })
      .where('number', '=', number)
      .execute();
    await world.settle();
    if (refusesButtons) {
      world.sender.answers.push({ kind: 'refused', reason: 'buttons', code: -201, detail: 'buttons' });
    }
    await world.write('ha', `nhận việc ${number}`);
    const sent = world.sender.sent.filter(({ to }) => to.personId === 'ha').at(-1);
    const kept = await database.db.selectFrom('outgoing_messages').select('content').execute();
    return {
      content: sent?.content,
      kept: JSON.stringify(kept),
      timeline: await world.world.timeline(number),
    };
  }

  test('is decrypted only when it is sent', async () => {
    const { content, kept, timeline } = await claimed(false);
    expect(content).toMatchObject({
      buttons: expect.arrayContaining([expect.objectContaining({ phone: '84912345678' })]),
    });
    expect(kept).toContain('sealed:84912345678');
    expect(kept.replaceAll('sealed:84912345678', '')).not.toContain('912345678');
    expect(timeline).toContain('noted (phone-shown) by ha');
  });

  test('is written out if the platform accepts no buttons', async () => {
    const { content, kept } = await claimed(true);
    expect(content).toMatchObject({ text: expect.stringContaining('+84912345678') });
    expect(content).not.toHaveProperty('buttons');
    expect(kept.replaceAll('sealed:84912345678', '')).not.toContain('912345678');
  });
});
