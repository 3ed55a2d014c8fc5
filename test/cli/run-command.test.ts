import { runCommand } from '../../src/cli/run-command.ts';

/** Runs a command that must not need the records. */
async function run(...args: string[]): Promise<{ exitCode: number; text: string }> {
  let text = '';
  const exitCode = await runCommand(args, {
    open: () => Promise.reject(new Error('the records were opened')),
    loadConfig: () => {
      throw new Error('the settings were read');
    },
    write(more) {
      text += more;
    },
  });
  return { exitCode, text };
}

/** The command names in the help. */
async function commandNames(): Promise<string[]> {
  const { text } = await run('--help');
  const list = text.slice(text.indexOf('Commands:'));
  return [...list.matchAll(/^ {2}([a-z][a-z:-]*)/gm)].flatMap(([, name]) => name ?? []);
}

describe('help', () => {
  it('lists the commands, also without arguments', async () => {
    const { exitCode, text } = await run('--help');
    expect([exitCode, await run()]).toEqual([0, { exitCode: 0, text }]);
    expect(await commandNames()).toEqual(
      expect.arrayContaining(['migrate', 'oa:add', 'oa:list', 'oa:link', 'catch-up', 'replay', 'help']),
    );
  });

  it('says for each command what it does and which arguments it takes, without the records', async () => {
    for (const name of await commandNames()) {
      if (name === 'help') continue;
      for (const args of [
        [name, '--help'],
        ['help', name],
      ]) {
        const { exitCode, text } = await run(...args);
        expect([args, exitCode]).toEqual([args, 0]);
        expect(text).toMatch(new RegExp(`^Usage: npm run cli -- ${name}\\b`));
        expect(text).toMatch(/^\S.{9,}$/m);
      }
    }
  });
});

describe('arguments that match no command', () => {
  it.each([
    [['oa:ad'], /unknown command 'oa:ad'\n\(Did you mean oa:add\?\)/],
    [['oa:add', '--oa-id', '1'], /required option '--refresh-token <token>' not specified/],
    [['oa:add', '--oa-id', 'abc', '--refresh-token', 'x'], /--oa-id must be digits only.*got "abc"/],
    [['oa:list', 'more'], /too many arguments/],
    [['oa:list', '--yaml'], /unknown option '--yaml'/],
    [['catch-up', '--hours', '-1'], /--hours must be a number above 0; got "-1"/],
    [['catch-up', '--hours', 'many'], /--hours must be a number above 0; got "many"/],
    [['replay'], /missing required argument 'file'/],
  ])('%j is refused with a line that says why', async (args, line) => {
    const { exitCode, text } = await run(...args);
    expect(text).toMatch(line);
    expect(exitCode).toBe(1);
  });
});
