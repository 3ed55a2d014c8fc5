import { createSealer } from '../../src/encryption.ts';
import { linkMember } from '../../src/team/roster/link-store.ts';
import { type CommandLine, createCommandLine } from '../helpers/command-line.ts';
import { makeWorkbook } from '../helpers/make-workbook.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');
const village = 'xa-cu-an-phu.doi-dung';
let cli: CommandLine;

beforeAll(async () => {
  cli = await createCommandLine(now);
});
afterAll(() => cli.close());
beforeEach(() => cli.reset());

const teamFile = `team_id,area_id,name,topics
to-mot,${village},Tổ Một,
to-hai,xa-cu-an-phu,Tổ Hai,vneid land
`;
const memberFile = `member_id,name,phone,team_id,role
,Cô Thử,0900 000 001,to-mot,lead
hai,Chú Thử,,to-mot,
hai,Chú Thử,,to-hai,lead
`;

async function list<T>(command: string): Promise<T[]> {
  const { exitCode, text } = await cli.run(command, '--json');
  expect(exitCode).toBe(0);
  return JSON.parse(text) as T[];
}

const teamsNow = async () => (await list<{ team: string }>('teams:list')).map(({ team }) => team);

async function withTeams(): Promise<void> {
  await cli.run('teams:import', await cli.file('teams.csv', teamFile), '--yes');
}

describe('an import', () => {
  it('shows what would change and changes nothing, until --yes', async () => {
    const file = await cli.file('teams.csv', teamFile);
    const preview = await cli.run('teams:import', file);
    expect(preview).toEqual({
      exitCode: 0,
      text: '+ to-mot  Tổ Một\n+ to-hai  Tổ Hai\nThêm 2, sửa 0, giữ nguyên 0.\nChưa thay đổi gì. Đúng rồi thì chạy lại lệnh này, thêm --yes.\n',
    });
    expect(await teamsNow()).toEqual(['root-desk']);

    const saved = await cli.run('teams:import', file, '--yes');
    expect(saved.text).toContain('Đã ghi.');
    expect(await teamsNow()).toEqual(['root-desk', 'to-hai', 'to-mot']);
  });

  it('has nothing to do when the same file is imported again', async () => {
    await withTeams();
    const again = await cli.run('teams:import', 'teams.csv', '--yes');
    expect(again).toEqual({ exitCode: 0, text: 'Không có gì phải thay đổi.\n' });
  });

  it('names every error with its line and saves nothing, even with --yes', async () => {
    const file = await cli.file('teams.csv', `${teamFile}To Ba,nowhere,,xyz\nto-bon,nowhere,Tổ Bốn,xyz\n`);
    const { exitCode, text } = await cli.run('teams:import', file, '--yes');
    expect(exitCode).toBe(1);
    expect(text).toContain('Dòng 4: ô name còn trống');
    expect(text).toContain('Dòng 5: không có nơi nào mã “nowhere”');
    expect(text).toContain('Dòng 5: không có loại việc “xyz”');
    expect(text).toContain('Tệp có 3 lỗi. Chưa thay đổi gì');
    expect(await teamsNow()).toEqual(['root-desk']);
  });

  it('reads files as local spreadsheets save them: semicolons, a byte order mark, UTF-16', async () => {
    const semicolons = `\uFEFF${teamFile.replaceAll(',', ';')}`.replaceAll('\n', '\r\n');
    const one = await cli.run('teams:import', await cli.file('one.csv', semicolons));
    expect(one.text).toContain('Thêm 2');
    const unicodeText = Buffer.from(`\uFEFF${teamFile.replaceAll(',', '\t')}`, 'utf16le');
    const other = await cli.run('teams:import', await cli.file('two.txt', unicodeText));
    expect(other.text).toContain('Thêm 2');
  });

  it.each([
    ['is missing', undefined, 'Cannot read'],
    ['is a damaged workbook', Buffer.from('PK\u0003\u0004'), 'tệp Excel bị hỏng'],
    ['is in another encoding', Buffer.from('team_id,area_id,name\na,b,T\u00b5', 'latin1'), 'CSV UTF-8'],
    ['is too large', Buffer.alloc(5_000_001, 'x'), 'tệp quá lớn'],
  ])('reports that the file %s', async (_what, content, why) => {
    const file = content ? await cli.file('wrong.csv', content) : 'missing.csv';
    const { exitCode, text } = await cli.run('teams:import', file);
    expect(exitCode).toBe(1);
    expect(text).toContain(why);
  });

  it('reads a workbook, and says in a note what it guessed', async () => {
    await withTeams();
    const rows = [
      ['name', 'phone', 'team_id'],
      ['Cô Thử', 900000001, 'to-mot'],
    ];
    const { exitCode, text } = await cli.run(
      'members:import',
      await cli.file('nguoi.xlsx', makeWorkbook({ rows })),
    );
    expect({ exitCode, text }).toEqual({
      exitCode: 0,
      text: expect.stringMatching(/^Lưu ý: Dòng 2: số điện thoại …001 mất số 0.*\n\+ co-thu {2}Cô Thử\n/),
    });
  });

  it('asks for the file when none is named', async () => {
    for (const command of ['teams:import', 'members:import']) {
      expect(await cli.run(command)).toMatchObject({
        exitCode: 1,
        text: expect.stringContaining('--template'),
      });
    }
  });

  it.each(['areas:import', 'teams:import', 'members:import'])(
    'has a template that explains itself: %s',
    async (command) => {
      const { text } = await cli.run(command, '--template');
      expect(text.startsWith('\uFEFF')).toBe(true);
      const { exitCode, text: said } = await cli.run(command, await cli.file('template.csv', text), '--yes');
      expect({ exitCode, said }).toEqual({
        exitCode: 1,
        said: expect.stringContaining('không có dòng nào ngoài dòng tên cột'),
      });
      const filled = text.replace(/\r\n# [\s\S]*/, '\r\n,,,,,,,,,,,,,,\r\n');
      expect((await cli.run(command, await cli.file('template.csv', filled))).text).toContain(
        'không có dòng nào',
      );
    },
  );
});

describe('areas', () => {
  interface AreaRow {
    area: string;
    level: string;
    parent: string | null;
    until: string | null;
  }

  it('are listed from the root down', async () => {
    const rows = await list<AreaRow>('areas:list');
    expect(rows[0]).toMatchObject({ level: 'root', parent: null });
    for (const [at, { parent }] of rows.entries()) {
      expect(rows.slice(0, at).some(({ area }) => area === parent) || parent === null).toBe(true);
    }
    expect((await cli.run('areas:list')).text).toContain(village);
  });

  it('come from the content without a file: nothing new at first, manual changes shown', async () => {
    expect((await cli.run('areas:import')).text).toBe('Không có gì phải thay đổi.\n');
    const file = await cli.file(
      'areas.csv',
      `area_id,level,name,parent_id\n${village},village,Đổi tên,xa-cu-an-phu\n`,
    );
    expect((await cli.run('areas:import', file, '--yes')).text).toContain('→ “Đổi tên”');
    const { text } = await cli.run('areas:import');
    expect(text).toContain(`~ ${village}  Đồi Dùng: name “Đổi tên” → “Đồi Dùng”`);
    expect(text).toContain('thêm --yes');
    await cli.run('areas:import', '--yes');
    expect((await cli.run('areas:import')).text).toBe('Không có gì phải thay đổi.\n');
  });

  it('end on a given day', async () => {
    const file = await cli.file(
      'areas.csv',
      'area_id;level;name;parent_id;from;until\nmoi;village;Mới;xa-cu-an-phu;01/07/2025;31/12/2026\n',
    );
    await cli.run('areas:import', file, '--yes');
    const rows = await list<AreaRow & { from: string }>('areas:list');
    expect(rows.find(({ area }) => area === 'moi')).toMatchObject({
      from: '2025-07-01',
      until: '2026-12-31',
    });
  });
});

describe('teams', () => {
  beforeEach(withTeams);

  it('are listed with their members', async () => {
    await cli.run('members:import', await cli.file('members.csv', memberFile), '--yes');
    const teams = await list('teams:list');
    expect(teams).toMatchObject([
      { team: 'root-desk', level: 'root', members: 0, present: 0 },
      { team: 'to-hai', level: 'cluster', topics: ['vneid', 'land'], members: 1, present: 1 },
      { team: 'to-mot', level: 'village', topics: [], members: 2, present: 2 },
    ]);
    expect((await cli.run('teams:list')).text).toContain('Tổ Một');
  });

  it('are merged', async () => {
    await cli.run('members:import', await cli.file('members.csv', memberFile), '--yes');
    expect(await cli.run('teams:merge', 'to-mot', 'to-hai')).toMatchObject({ exitCode: 0 });
    expect(await list('teams:list')).toMatchObject([
      { team: 'root-desk' },
      { team: 'to-hai', members: 2 },
      { team: 'to-mot', members: 0, mergedInto: 'to-hai' },
    ]);
    expect(await cli.run('teams:merge', 'to-mot', 'to-hai')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('already'),
    });
  });
});

describe('members', () => {
  beforeEach(async () => {
    await withTeams();
    await cli.file('members.csv', memberFile);
  });

  it('are listed with teams, state and OAs, and never with their phone number', async () => {
    await cli.run('members:import', 'members.csv', '--yes');
    await cli.database.db
      .transaction()
      .execute((trx) => linkMember(trx, { memberId: 'hai', oaId: 'oa-1', personId: 'p', now }));
    expect(await list('members:list')).toEqual([
      {
        member: 'hai',
        name: 'Chú Thử',
        teams: [
          { team: 'to-hai', role: 'lead' },
          { team: 'to-mot', role: 'member' },
        ],
        state: 'here',
        oas: ['oa-1'],
        path: 'call-list',
      },
      {
        member: 'co-thu',
        name: 'Cô Thử',
        teams: [{ team: 'to-mot', role: 'lead' }],
        state: 'here',
        oas: [],
        path: 'call-list',
      },
    ]);
    const { text } = await cli.run('members:list');
    expect(text).toContain('to-hai (lead) to-mot');
    expect(text).not.toContain('0900');
  });

  it('have encrypted phone numbers', async () => {
    await cli.run('members:import', 'members.csv', '--yes');
    const row = await cli.database.db
      .selectFrom('members')
      .select('phone_encrypted')
      .where('member_id', '=', 'co-thu')
      .executeTakeFirstOrThrow();
    expect(row.phone_encrypted).not.toContain('0900');
    expect(createSealer(Buffer.alloc(32)).open(row.phone_encrypted ?? '')).toBe('0900000001');
  });

  it('go on leave until a given day, and come back', async () => {
    await cli.run('members:import', 'members.csv', '--yes');
    const stateOf = async () =>
      (await list<{ member: string; state: string }>('members:list')).find(({ member }) => member === 'hai')
        ?.state;
    expect(await cli.run('members:away', 'hai', '--until', '2026-10-07')).toMatchObject({ exitCode: 0 });
    expect(await stateOf()).toBe('away');
    expect(await list('teams:list')).toMatchObject([
      {},
      { members: 1, present: 0 },
      { members: 2, present: 1 },
    ]);
    expect((await cli.run('members:away', 'hai', '--until', '2026-10-06')).text).toContain('is here');
    expect(await stateOf()).toBe('here');
  });

  it('are removed, and restored by an import', async () => {
    await cli.run('members:import', 'members.csv', '--yes');
    expect(await cli.run('members:remove', 'hai')).toMatchObject({ exitCode: 0 });
    const stateOf = async () =>
      (await list<{ member: string; state: string }>('members:list')).find(({ member }) => member === 'hai')
        ?.state;
    expect(await stateOf()).toBe('removed');
    expect((await cli.run('members:import', 'members.csv', '--yes')).text).toContain('removed “x” → “”');
    expect(await stateOf()).toBe('here');
  });

  it.each([
    [['members:away', 'nobody', '--until', '2026-10-07'], 'no member "nobody"'],
    [['members:remove', 'nobody'], 'no member "nobody"'],
    [['members:away', 'hai', '--until', 'mai'], 'a day like'],
    [['members:away', 'hai'], '--until'],
  ])('cannot be %j', async (command, why) => {
    await cli.run('members:import', 'members.csv', '--yes');
    const { exitCode, text } = await cli.run(...command);
    expect(exitCode).toBe(1);
    expect(text).toContain(why);
  });

  it('are imported up to ten thousand at a time, and no more', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `m-${at},Cô ${at},09${String(at).padStart(8, '0')},to-mot`);
    const fileOf = (count: number) =>
      cli.file('many.csv', ['member_id,name,phone,team_id', ...rows(count)].join('\n'));
    expect((await cli.run('members:import', await fileOf(10_000), '--yes')).text).toContain('Thêm 10000');
    expect((await cli.run('members:import', await fileOf(10_000))).text).toBe('Không có gì phải thay đổi.\n');
    expect((await cli.run('members:import', await fileOf(10_001))).text).toContain('hơn 10000 dòng');
  });

  it('do not exist at first', async () => {
    expect((await cli.run('members:list')).text).toContain('members:import');
  });

  it('have no changes when the same file is imported again', async () => {
    await cli.run('members:import', 'members.csv', '--yes');
    expect((await cli.run('members:import', 'members.csv')).text).toBe('Không có gì phải thay đổi.\n');
  });
});
