import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/run-command.ts';
import { type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
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

/** Asks for a person from an unknown village. @returns the ticket number */
async function askFrom(name: string): Promise<number> {
  const resident = await whole.newResident(name);
  await resident.write(`tôi ở thôn Lạ Hoắc, ${office.cluster.name}, cho tôi gặp cán bộ`);
  const said = (await resident.news()).map(({ text }) => text).join();
  return Number(/yêu cầu (\d+)/i.exec(said)?.[1]);
}

describe('an unknown village name', () => {
  test('is listed, mapped by an operator, and recognised from then on', async () => {
    expect((await run('places:unknown')).text).toBe('There are no unknown places.\n');
    const first = await askFrom('Bà Lan');
    const second = await askFrom('Ông Minh');
    expect(await office.ticket(first)).toMatchObject({ team_id: 'to-cum', village_text: 'Lạ Hoắc' });

    const listed = JSON.parse((await run('places:unknown', '--json')).text) as unknown;
    expect(listed).toEqual([
      {
        text: 'Lạ Hoắc',
        times: 2,
        oa: oaId,
        area: office.cluster.areaId,
        tickets: [first, second],
        lastSeen: '2026-10-07',
      },
    ]);
    expect((await run('places:unknown')).text).toMatch(
      /text +times +OA +area +tickets +last seen\nLạ Hoắc +2 /,
    );

    expect(await run('places:map', 'Lạ Hoắc', office.village.areaId)).toEqual({
      exitCode: 0,
      text: `"Lạ Hoắc" is ${office.village.areaId} from now on; 2 times settled. Follow-ups sent there: ${first}, ${second}.\n`,
    });
    expect((await run('places:unknown')).text).toBe('There are no unknown places.\n');
    expect(await office.ticket(first)).toMatchObject({
      team_id: 'to-thon',
      area_id: office.village.areaId,
      village_text: null,
    });
    expect((await office.timeline(first)).join()).toContain('transferred (place-told)');

    const third = await askFrom('Chú Tư');
    expect(await office.ticket(third)).toMatchObject({ team_id: 'to-thon', area_id: office.village.areaId });
    expect((await run('places:unknown')).text).toBe('There are no unknown places.\n');
  });

  test.each([
    [['places:map', 'Lạ Hoắc', 'nowhere'], 'There is no area "nowhere". See areas:list.'],
    [
      ['places:map', 'Chưa Ai Nói', 'root'],
      'Nobody wrote "Chưa Ai Nói" of a place around root. See places:unknown.',
    ],
  ])('is not mapped to a mistyped area: %j', async (args, message) => {
    expect(await run(...args)).toEqual({ exitCode: 1, text: `${message}\n` });
  });
});

test('a village that an operator imports is understood at once', async () => {
  const tell = async (name: string) => {
    const resident = await whole.newResident(name);
    await resident.write('Tôi ở thôn Thanh Hà');
    return (await resident.news()).map(({ text }) => text).join('\n');
  };
  expect(await tell('Bà Trước')).toMatch(/xã nào/);
  const file = join(await mkdtemp(join(tmpdir(), 'cau-noi-villages-')), 'thon.csv');
  const { areaId } = office.cluster;
  await writeFile(file, `area_id,level,name,parent_id\n${areaId}.thanh-ha,village,Thanh Hà,${areaId}\n`);
  await run('areas:import', file);
  expect(await tell('Bà Thử')).toMatch(/xã nào/);
  expect(await run('areas:import', file, '--yes')).toMatchObject({ exitCode: 0 });
  const told = await tell('Bà Sau');
  expect(told).toContain('Thanh Hà');
  expect(told).not.toMatch(/xã nào/);
});
