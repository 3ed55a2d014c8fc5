import { runCommand } from '../../src/cli/run-command.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { oaId, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
let office: StaffedOffice;

beforeAll(async () => {
  whole = await startWholeBot();
  office = await staffOffice(whole);
}, 60_000);
afterAll(() => whole.stop());

async function run(...args: string[]): Promise<{ exitCode: number; text: string }> {
  let text = '';
  const exitCode = await runCommand(args, {
    open: async () => whole.bot.dependencies,
    write(more) {
      text += more;
    },
  });
  return { exitCode, text };
}

describe('tickets at the command line', () => {
  test('are listed, shown, claimed, answered and resolved for a named member', async () => {
    const lan = await whole.newResident('Bà Lan');
    await lan.write(`tôi ở thôn ${office.village.name}, cho tôi gặp cán bộ`);
    await lan.news();

    const { text: json } = await run('tickets:list', '--json');
    const [listed] = JSON.parse(json) as Record<string, unknown>[];
    const number = String(listed?.number);
    expect(listed).toMatchObject({
      area: office.village.name,
      cluster: office.cluster.name,
      commune: office.commune.name,
      team: `Tổ thử ${office.village.name}`,
      status: 'new',
      reason: 'nearest',
      assignee: null,
      resident: lan.userId,
      deadlines: {
        firstAnswer: '2026-10-07T05:00:00.000Z',
        nextAnswer: null,
        resolution: '2026-10-13T10:00:00.000Z',
      },
    });

    const [hoa = '', hai = ''] = members.village;
    expect(await run('tickets:claim', number, '--as', hoa)).toEqual({
      exitCode: 0,
      text: `${number}: done\n`,
    });
    expect(await run('tickets:claim', number, '--as', hai)).toEqual({
      exitCode: 1,
      text: `${number} was taken by Chị Hoa (thử).\n`,
    });
    expect((await run('tickets:answer', number, 'Bác đọc mã OTP cho em', '--as', hoa)).text).toContain(
      'không được hỏi bà con mã OTP',
    );
    expect(await run('tickets:answer', number, 'Mai em qua ạ', '--as', 'Chị Hoa (thử)')).toEqual({
      exitCode: 0,
      text: `${number}: đã gửi\n`,
    });
    expect((await lan.news()).map(({ text }) => text).join()).toContain('Mai em qua ạ');

    const shown = await run('tickets:show', number);
    expect(shown.text).toContain(`Yêu cầu ${number}: đang có người lo. Tổ: Tổ thử ${office.village.name}`);
    expect(shown.text).toContain('Còn thiếu: nội dung cần hỏi');
    expect(shown.text).toMatch(/nhận: Chị Hoa \(thử\)/);
    expect(shown.text).toMatch(/\[đã (?:gửi|xem|đến máy)\] Chị Hoa/);

    expect((await run('tickets:resolve', number, '--as', hoa, '--done', 'nothing')).exitCode).toBe(1);
    expect((await run('tickets:resolve', number, '--as', hoa, '--done', 'visited')).exitCode).toBe(0);
    expect(JSON.parse((await run('tickets:list', '--json')).text)).toEqual([]);
    const [closed] = JSON.parse((await run('tickets:list', '--json', '--all')).text) as { reason: string }[];
    expect(closed?.reason).toBe('solved');
  });

  test('are answered with a canned reply, filled in for the place', async () => {
    const lan = await whole.newResident('Bà Lan');
    await lan.write(`tôi ở thôn ${office.village.name}, cho tôi gặp cán bộ`);
    const asked = (await lan.news()).map(({ text }) => text).join();
    const number = /yêu cầu (\d+)/.exec(asked)?.[1] ?? '';
    const team = `Tổ thử ${office.village.name}`;
    const reply = `${team} sẽ qua nhà ở thôn ${office.village.name} để giúp tận nơi ạ.`;
    expect((await run('tickets:canned', number)).text).toContain(reply);

    const [hoa = ''] = members.village;
    const answer = (...args: string[]) => run('tickets:answer', number, ...args, '--as', hoa);
    expect((await answer('--canned', 'no-such')).text).toContain(
      `There is no canned reply "no-such". For ${number}: `,
    );
    expect((await answer()).exitCode).toBe(1);
    expect((await answer('Chào bác', '--canned', 'coming')).exitCode).toBe(1);
    expect(await answer('--canned', 'coming')).toEqual({ exitCode: 0, text: `${number}: đã gửi\n` });
    expect((await lan.news()).map(({ text }) => text).join()).toContain(reply);
  });

  test.each([
    [['tickets:canned', '9'], 'There is no follow-up 9.'],
    [['tickets:show', '9'], 'There is no follow-up 9.'],
    [['tickets:show', 'abc'], 'digits'],
    [['tickets:claim', '9', '--as', 'v-hoa'], 'There is no follow-up 9.'],
    [['tickets:claim', '9', '--as', 'nobody'], 'There is no member "nobody"'],
  ])('report what is wrong: %j', async (args, message) => {
    const { exitCode, text } = await run(...args);
    expect(exitCode).toBe(1);
    expect(text).toContain(message);
  });

  test('are assigned, handed over, released, dismissed and merged by an operator', async () => {
    const ask = async (name: string, topic: string) => {
      const resident = await whole.newResident(name);
      await resident.write(`${topic}, tôi ở thôn ${office.village.name}, cho tôi gặp cán bộ`);
      const said = (await resident.news()).map((message) => message.text).join('\n');
      return String(/yêu cầu (\d+)/.exec(said)?.[1]);
    };
    const number = await ask('Ông Tư', 'quên mật khẩu etax');
    const [hoa = '', hai = ''] = members.village;
    expect(await run('tickets:hand', number, 'to-xa', '--why', 'việc của xã')).toMatchObject({ exitCode: 0 });
    expect((await run('tickets:hand', number, 'nowhere')).text).toContain('no such open team');
    expect(await run('tickets:assign', number, hoa)).toMatchObject({ exitCode: 0 });
    expect(await office.ticket(Number(number))).toMatchObject({ team_id: 'to-thon', assignee_id: hoa });
    expect((await run('tickets:list')).text).toContain('answer by (Việt Nam)');
    expect(await run('tickets:release', number, '--why', 'nghỉ')).toMatchObject({ exitCode: 0 });
    await run('tickets:answer', number, 'Chào bác', '--as', hai);
    expect((await run('tickets:list')).text).toMatch(new RegExp(`${number} .* answered `));
    expect((await run('tickets:merge', number, number)).exitCode).toBe(1);
    expect((await run('tickets:dismiss', number)).exitCode).toBe(1);
    expect(await run('tickets:dismiss', number, '--why', 'nhắn thử')).toMatchObject({ exitCode: 0 });
    expect((await run('tickets:show', number)).text).toContain('nhắn thử');
  });

  test('go nowhere when a removal or a merge is only tried', async () => {
    const [hoa = ''] = members.village;
    expect((await run('members:remove', hoa, '--dry-run')).text).toMatch(/would leave to-thon; \d+ open/);
    expect((await run('teams:merge', 'to-thon', 'to-cum', '--dry-run')).text).toContain(
      'would be merged into to-cum',
    );
    const { text } = await run('teams:list', '--json');
    expect(JSON.parse(text)).toContainEqual(
      expect.objectContaining({ team: 'to-thon', mergedInto: null, members: 4 }),
    );
  });

  test('of an account belong to the commune that the account is tied to', async () => {
    expect((await run('oa:set', oaId, '--area', 'nowhere')).text).toContain('no area "nowhere"');
    expect((await run('oa:set', '1', '--area', office.commune.areaId)).text).toContain('no OA "1"');
    expect((await run('oa:set', oaId, '--area', office.commune.areaId)).exitCode).toBe(0);
    expect((await run('oa:list')).text).toContain(office.commune.areaId);
  });
});
