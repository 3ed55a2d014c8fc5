import { hourMs } from '../../src/durations.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('the page of teams', () => {
  let world: ConsoleWorld;
  beforeAll(async () => {
    world = await openConsoleWorld();
  });
  afterAll(() => world.close());

  const teamsOf = async (memberId: string) =>
    (await (await world.signIn(memberId)).get('/console/team')).text;

  it('shows a member their own team, a lead also those below, the root desk all', async () => {
    expect(await teamsOf('hai')).toContain('Tổ thôn Một');
    expect(await teamsOf('hai')).not.toContain('Tổ cụm Thử');
    expect(await teamsOf('cuong')).not.toContain('Tổ thôn Một');
    expect(await teamsOf('chi')).toMatch(/Tổ thôn Một|Tổ cụm Thử/);
    expect(await teamsOf('tam')).toContain('Tổ xã Thử');
  });

  it('shows what nobody has claimed, since when, and who has how much', async () => {
    await world.openTicket('a');
    const number = await world.openTicket('b');
    await world.office.tickets.claim({ number, by: { memberId: 'hoa' } });
    await world.database.db
      .updateTable('members')
      .set({ away_until: world.office.now() + 30 * hourMs })
      .where('member_id', '=', 'hung')
      .execute();
    await world.database.db
      .updateTable('roster_version')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .execute();
    world.office.advance(3 * hourMs);
    const text = await teamsOf('ha');
    expect(text).toContain('1 việc chưa ai nhận');
    expect(text).toContain('chờ lâu nhất 3 giờ');
    expect(text).toMatch(/Hoa\s+đang lo 1, 30 ngày qua xong 0/);
    expect(text).toMatch(/Hưng|Hung/);
    expect(text).toContain('bận đến 14:00 ngày 8/10');
  });
});
