import { type CommandLine, createCommandLine } from '../helpers/command-line.ts';
import { wednesday } from '../helpers/ticket-world.ts';

describe('the commands for operators of the console', () => {
  let cli: CommandLine;
  beforeAll(async () => {
    const settings = { SESSION_SECRET: 's'.repeat(40), PUBLIC_URL: 'https://bot.example.vn' };
    cli = await createCommandLine(wednesday, settings);
  });
  afterAll(() => cli.close());
  beforeEach(() => cli.reset());

  const linkIn = (text: string) =>
    /https:\/\/bot\.example\.vn\/console\/operator\/link\/[\w-]{43}/.exec(text)?.[0];
  const anArea = async () =>
    (
      await cli.database.db
        .selectFrom('areas')
        .select('area_id')
        .where('level', '=', 'commune')
        .executeTakeFirstOrThrow()
    ).area_id;

  it('print a link for an administrator and for a clerk, list and remove them', async () => {
    const first = await cli.run('operator:invite', 'Lê Thị Lan');
    expect(first.exitCode).toBe(0);
    expect(linkIn(first.text)).toBeDefined();
    expect(first.text).toContain('For le-thi-lan only. It works once, within 24 hours.');
    const area = await anArea();
    await cli.run('operator:invite', 'Lê Thị Lan', '--role', 'clerk', '--area', area);
    const { text } = await cli.run('operator:list', '--json');
    expect(JSON.parse(text)).toEqual([
      { operator: 'le-thi-lan', name: 'Lê Thị Lan', role: 'administrator', area: null, isSetUp: false },
      { operator: 'le-thi-lan-2', name: 'Lê Thị Lan', role: 'clerk', area, isSetUp: false },
    ]);
    expect((await cli.run('operator:remove', 'le-thi-lan-2')).text).toBe(
      'le-thi-lan-2 is removed and signed out.\n',
    );
    expect((await cli.run('operator:list')).text).not.toContain('le-thi-lan-2');
    const rows = await cli.database.db.selectFrom('audit_log').selectAll().orderBy('id').execute();
    expect(rows.map(({ actor_kind, action, subject }) => [actor_kind, action, subject])).toEqual([
      ['command-line', 'operator-invited', 'le-thi-lan'],
      ['command-line', 'operator-invited', 'le-thi-lan-2'],
      ['command-line', 'operator-removed', 'le-thi-lan-2'],
    ]);
  });

  it('write down who asked for a link that connects an OA, as the console does', async () => {
    expect((await cli.run('oa:link', '--oa-id', '4001')).text).toContain(
      'https://bot.example.vn/oauth/zalo/start?key=',
    );
    expect((await cli.run('oa:link', '--oa-id', 'x1')).exitCode).not.toBe(0);
    const links = cli.database.db.selectFrom('audit_log').selectAll().where('action', '=', 'oa-link-made');
    expect(await links.execute()).toMatchObject([{ actor_kind: 'command-line', subject: '4001' }]);
  });

  it('make a new link for a browser, or for one who begins anew; the link before is void', async () => {
    await cli.run('operator:invite', 'Lan');
    const hashes = async () =>
      (await cli.database.db.selectFrom('operator_links').select(['token_hash', 'kind']).execute()).map(
        ({ kind }) => kind,
      );
    expect(linkIn((await cli.run('operator:invite', '--browser', 'lan')).text)).toBeDefined();
    expect(await hashes()).toEqual(['browser']);
    expect(linkIn((await cli.run('operator:invite', '--reset', 'lan')).text)).toBeDefined();
    expect(await hashes()).toEqual(['set-up']);
  });

  it.each([
    ['no name', ['operator:invite'], 'Give a name'],
    ['a clerk without an office', ['operator:invite', 'Lan', '--role', 'clerk'], 'areas:list'],
    [
      'a clerk of no known area',
      ['operator:invite', 'Lan', '--role', 'clerk', '--area', 'xyz'],
      'areas:list',
    ],
    ['a reset of nobody', ['operator:invite', '--reset', 'xyz'], 'no operator "xyz"'],
    ['the removal of nobody', ['operator:remove', 'xyz'], 'no operator "xyz"'],
    ['an unknown role', ['operator:invite', 'Lan', '--role', 'king'], 'clerk, administrator'],
  ])('refuse %s', async (_what, args, why) => {
    const { exitCode, text } = await cli.run(...args);
    expect(exitCode).toBe(1);
    expect(text).toContain(why);
    expect((await cli.run('operator:list')).text).toContain('There are no operators yet');
  });
});
