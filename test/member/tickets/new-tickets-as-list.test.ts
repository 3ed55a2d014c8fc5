import type { Database } from '../../../src/database/database.ts';
import { minuteMs } from '../../../src/durations.ts';
import { createMemberWorld } from '../../helpers/member-world.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

describe('new tickets', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const start = async () => {
    const members = await createMemberWorld(database);
    for (const id of ['ha', 'hai', 'hoa']) {
      await members.link(id);
      await members.write(id, 'trực');
    }
    const offers = () => members.heard('hoa').filter((text) => /^(?:Yêu cầu \d|GẤP|Việc chưa có)/.test(text));
    return { members, offers };
  };

  test('that come one after the other within a minute are three cards, then one list', async () => {
    const { members, offers } = await start();
    for (let at = 0; at < 6; at += 1) {
      await members.world.open(`r-${at}`);
      members.advance(5_000);
      await members.settle();
    }
    expect(offers()).toHaveLength(3);
    members.advance(minuteMs);
    await members.settle();
    members.advance(minuteMs);
    await members.settle();
    expect(offers()).toHaveLength(4);
    expect(offers().at(-1)).toContain('Việc chưa có người nhận (6)');
  });

  test('that are urgent never wait for others', async () => {
    const { members, offers } = await start();
    for (let at = 0; at < 4; at += 1) {
      await members.world.open(`r-${at}`, { urgent: at === 3 });
      await members.settle();
    }
    expect(offers().at(-1)).toMatch(/^GẤP/);
  });
});

test('a location reaches the member as a link to a map', async () => {
  const database = await createTestDatabase();
  const members = await createMemberWorld(database);
  await members.link('hoa');
  const number = await members.world.open('lan');
  await members.write('hoa', `nhận ${number}`);
  await members.write('lan', '', { attachments: [{ kind: 'location', latitude: 20.68, longitude: 105.74 }] });
  members.advance(4_000);
  await members.settle();
  expect(members.heard('hoa').join('\n')).toContain(
    `(${number}): [vị trí, mở ở đây: https://www.google.com/maps?q=20.68,105.74]`,
  );
  await database.close();
});
