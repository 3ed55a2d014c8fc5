import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCode } from '../../src/member/linking/invite-code.ts';
import { type CommandLine, createCommandLine } from '../helpers/command-line.ts';

const now = Date.parse('2026-10-07T09:00:00+07:00');

describe('members:invite', () => {
  let line: CommandLine;

  beforeAll(async () => {
    line = await createCommandLine(now);
  });
  beforeEach(async () => {
    await line.reset();
    const { db } = line.database;
    for (const [oaId, name, areaId] of [
      ['111', 'OA Xã Một', 'xa-mot'],
      ['222', 'OA Xã Hai', 'xa-hai'],
    ] as const) {
      await db
        .insertInto('areas')
        .values({ area_id: areaId, level: 'commune', name, parent_id: 'root' })
        .execute();
      await db
        .insertInto('oas')
        .values({ oa_id: oaId, name, area_id: areaId, token_state: 'ok', connected_at: now })
        .execute();
      await db
        .insertInto('teams')
        .values({
          team_id: `to-${areaId}`,
          area_id: areaId,
          name: `Tổ ${name}`,
          topics: '[]',
          settings: '{}',
        })
        .execute();
    }
    for (const [memberId, teamId] of [
      ['hoa', 'to-xa-mot'],
      ['hai', 'to-xa-mot'],
      ['tam', 'to-xa-hai'],
    ] as const) {
      await db
        .insertInto('members')
        .values({ member_id: memberId, name: `Chị <${memberId}>`, created_at: now })
        .execute();
      await db
        .insertInto('team_members')
        .values({ team_id: teamId, member_id: memberId, role: 'member' })
        .execute();
    }
  });
  afterAll(() => line.close());

  const codesIn = (html: string) =>
    [...html.matchAll(/class="secret">([^<]+)</g)].map(([, code = '']) => readCode(code));

  test('prints a sheet with the QR code of the OA of their commune, the invitation code, and what to do', async () => {
    const { exitCode, text } = await line.run('members:invite', 'hoa');
    expect(exitCode).toBe(0);
    expect(text).toContain('https://zalo.me/111');
    expect(text).toContain('OA Xã Một');
    expect(text).toContain('<svg');
    expect(text).toContain('Chị &lt;hoa&gt;');
    expect(text).not.toContain('<script');
    expect(codesIn(text)).toEqual([expect.stringMatching(/^[BCGHKLMNPRSTVX]{8}$/)]);
  });

  test('stores no readable code', async () => {
    const { text } = await line.run('members:invite', 'hoa');
    const [code = ''] = codesIn(text);
    const rows = await line.database.db.selectFrom('member_invites').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('writes the sheets of a whole team into a file, each with its own code', async () => {
    const { text } = await line.run('members:invite', '--team', 'to-xa-mot', '--out', 'moi.html');
    expect(text).toContain('2 sheets');
    const html = await readFile(join(line.folder, 'moi.html'), 'utf8');
    expect(new Set(codesIn(html)).size).toBe(2);
  });

  test('uses another OA on request', async () => {
    expect((await line.run('members:invite', 'hoa', '--oa', '222')).text).toContain('https://zalo.me/222');
  });

  test.each([
    [['nobody'], 'There is no member "nobody"'],
    [[], 'Name members'],
    [['--team', 'none'], 'Name members'],
    [['hoa', '--oa', '999'], 'No OA 999'],
  ])('reports what is wrong with %j', async (args, complaint) => {
    const { exitCode, text } = await line.run('members:invite', ...args);
    expect([exitCode, text]).toEqual([1, expect.stringContaining(complaint)]);
  });

  describe('of a whole roster', () => {
    const roster = [
      'name,team_id,phone,role',
      'Cô Lành,to-xa-mot,0900000001,lead',
      'Chú Tư,to-xa-hai,,',
      'Chị Bé,to-xa-mot,,',
    ].join('\n');
    const countOf = async (table: 'members' | 'member_invites') =>
      (await line.database.db.selectFrom(table).select('member_id').execute()).length;

    beforeEach(async () => {
      await line.database.db.deleteFrom('member_invites').execute();
      await line.file('to.csv', roster);
    });

    test('tells without --yes who would be added and how many sheets each OA gets, and changes nothing', async () => {
      const { exitCode, text } = await line.run('members:invite-roster', 'to.csv', '--out', 'roster.html');
      expect(exitCode).toBe(0);
      expect(text).toContain('+ co-lanh  Cô Lành');
      expect(text).toContain('OA Xã Một: 2 sheets');
      expect(text).toContain('OA Xã Hai: 1 sheets');
      expect(text).toContain('Add --yes');
      expect([await countOf('members'), await countOf('member_invites')]).toEqual([3, 0]);
      await expect(readFile(join(line.folder, 'roster.html'), 'utf8')).rejects.toThrow();
    });

    test('adds everybody and prints a sheet each, team by team, with its own code for the OA of the commune', async () => {
      const args = ['to.csv', '--out', 'roster.html', '--days', '14', '--yes'];
      const { exitCode, text } = await line.run('members:invite-roster', ...args);
      expect([exitCode, await countOf('members'), await countOf('member_invites')]).toEqual([0, 6, 3]);
      expect(text).toContain('3 of 3 codes');
      expect(text).toContain('for 14 days');
      const html = await readFile(join(line.folder, 'roster.html'), 'utf8');
      expect(new Set(codesIn(html)).size).toBe(3);
      const names = [...html.matchAll(/<h1>Giấy mời: ([^<]+)</g)].map(([, name]) => name);
      expect(names).toEqual(['Chú Tư', 'Chị Bé', 'Cô Lành']);
      expect(html.match(/zalo\.me\/111/g)).toHaveLength(2);
      expect(html.match(/đến ngày 21\/10\b/g)).toHaveLength(3);
    });

    test('prints no sheet for a member who is linked already', async () => {
      await line.run('members:import', 'to.csv', '--yes');
      const link = { member_id: 'co-lanh', oa_id: '111', person_id: 'p', linked_at: now };
      await line.database.db.insertInto('member_links').values(link).execute();
      const { text } = await line.run('members:invite-roster', 'to.csv', '--out', 'roster.html', '--yes');
      expect(text).toContain('Linked already, so without a sheet: 1');
      expect(text).toContain('2 sheets are in');
    });

    test.each([
      ['a fault in a line', 'name,team_id\nCô Lành,to-la', [], 'không có tổ nào mã'],
      ['an OA that is not connected', roster, ['--oa', '999'], 'No OA 999'],
      ['days that make no sense', roster, ['--days', '0'], 'from 1 to 30'],
    ])('stores nothing with %s', async (_what, csv, args, complaint) => {
      await line.file('to.csv', csv);
      const command = ['members:invite-roster', 'to.csv', '--out', 'roster.html', '--yes', ...args];
      const { exitCode, text } = await line.run(...command);
      expect([exitCode, text]).toEqual([1, expect.stringContaining(complaint)]);
      expect([await countOf('members'), await countOf('member_invites')]).toEqual([3, 0]);
    });
  });
});
