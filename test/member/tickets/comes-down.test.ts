import type { Database } from '../../../src/database/database.ts';
import { hourMs, minuteMs } from '../../../src/durations.ts';
import { createMemberWorld, type MemberWorld } from '../../helpers/member-world.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

describe('a ticket that escalated to the root team', () => {
  let database: Database;
  let members: MemberWorld;
  let number: number;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    members = await createMemberWorld(database);
    for (const id of ['ha', 'hoa', 'tam']) {
      await members.link(id);
      await members.write(id, 'trực');
    }
    number = await members.world.open('lan');
    for (let passed = 0; passed < 3 * hourMs; passed += 10 * minuteMs) {
      members.advance(10 * minuteMs);
      await members.settle();
    }
    expect(await members.world.ticket(number)).toMatchObject({ team_id: 'ban-truc', status: 'new' });
  });

  const last = (id: string) => members.heard(id).at(-1) ?? '';

  test('is still in the list of new tickets of its village, marked, and can be taken', async () => {
    await members.write('hoa', 'việc mới');
    expect(last('hoa')).toMatch(new RegExp(`${number} .*, đã chuyển lên Bàn trực`));
    await members.write('hoa', `nhận ${number}`);
    expect(last('hoa')).toContain(`Đã nhận yêu cầu ${number}`);
    expect(await members.world.ticket(number)).toMatchObject({ team_id: 'to-thon', assignee_id: 'hoa' });
    expect(members.heard('lan').at(-1)).toContain('Hoa, Tổ thôn Một, đã nhận');
  });

  test('is counted when a member of its village goes on duty', async () => {
    await members.write('hoa', 'trực');
    expect(last('hoa')).toContain('1 việc mới');
  });

  test('is given to a member by name from Zalo, and the resident reads who has it', async () => {
    await members.write('tam', `giao ${number} cho Hoa`);
    expect(members.heard('tam').join('\n')).toContain(`Đã giao yêu cầu ${number} cho Nguyễn Thử Hoa`);
    expect(await members.world.ticket(number)).toMatchObject({ team_id: 'to-thon', assignee_id: 'hoa' });
    expect(members.heard('hoa').join('\n')).toContain(`Yêu cầu ${number} giao cho mình lo`);
    expect(members.heard('lan').at(-1)).toContain('Hoa, Tổ thôn Một, đã nhận');
  });

  test('is handed to a team by its name, or by a button', async () => {
    await members.write('tam', `chuyển ${number} về tổ thôn Một`);
    expect(members.heard('tam').join('\n')).toContain(`Đã chuyển yêu cầu ${number} về Tổ thôn Một`);
    expect(await members.world.ticket(number)).toMatchObject({ team_id: 'to-thon', status: 'new' });
    expect(members.heard('lan').at(-1)).toContain('nay do Tổ thôn Một lo, sẽ trả lời');
  });

  test('is dismissed with a reason by the root team, and by nobody of the village', async () => {
    await members.write('hoa', `bỏ ${number} vì tin rác`);
    expect(last('hoa')).toContain('chỉ tổ trưởng hoặc người của xã');
    await members.write('tam', `bỏ ${number} vì tin rác`);
    expect(members.heard('tam').join('\n')).toContain(`Đã bỏ yêu cầu ${number}, lý do: tin rác`);
    expect(await members.world.ticket(number)).toMatchObject({ status: 'resolved', reason: 'spam' });
  });
});

test('a ticket given back says why on the card of the next member', async () => {
  const database = await createTestDatabase();
  const members = await createMemberWorld(database);
  for (const id of ['ha', 'hoa']) await members.link(id);
  const number = await members.world.open('lan');
  await members.write('hoa', `nhận ${number}`);
  await members.write('hoa', `trả lại ${number} vì nhà xa quá`);
  expect(members.heard('hoa').join('\n')).toContain('có ghi lý do: nhà xa quá');
  expect(members.heard('lan').at(-1)).toContain('đã về lại Tổ thôn Một');
  await members.write('ha', `xem ${number}`);
  expect(members.heard('ha').join('\n')).toMatch(/Nguyễn Thử Hoa trả lại lúc .*: nhà xa quá/);
  await database.close();
});
