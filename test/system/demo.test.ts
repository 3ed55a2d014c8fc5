import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemoProcess, type DemoProcess, demoProgram, learning } from '../helpers/demo-process.ts';
import type { Ended } from '../helpers/run-program.ts';
import { until } from '../helpers/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run demo', () => {
  let demo: DemoProcess;
  beforeEach(async () => {
    demo = await createDemoProcess();
  });
  afterEach(() => demo.remove());

  test('the demo answers at once, shows no warning, and keeps the conversation over a kill and a clean stop', async () => {
    await demo.start();
    expect(demo.screen()).toContain(demo.phone);
    expect(demo.screen()).not.toMatch(/warn|error|"level":[456]0/i);
    const lan = await demo.addResident('Bà Lan');
    expect(await demo.ask(lan, 'quen mat khau etax')).toContain('VNeID');
    await until('the platform has saved itself', () =>
      existsSync(join(demo.folder, 'demo/zalo/simulator.json')),
    );
    const before = await demo.spokenWith(lan);

    await new Promise((resolve) => setTimeout(resolve, 500));
    await demo.end('SIGKILL');
    await demo.start();
    expect((await demo.spokenWith(lan)).map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    // The bot remembers too: it goes step by step through the answer from before the kill.
    await demo.tap(lan, '#Từng bước một');
    await until(
      'the first step',
      async () => (await demo.spokenWith(lan)).at(-1)?.text.startsWith('Bước 1') ?? false,
    );

    await demo.end('SIGINT');
    expect(demo.screen()).toContain('Đã dừng');
  });

  test('the commands reach the demo while it runs and while it is stopped', async () => {
    await demo.start();
    const whileRunning = await demo.run('src/cli/main.ts', ['oa:list', '--json']);
    await demo.end('SIGINT');
    const whileStopped = await demo.run('src/cli/main.ts', ['oa:list', '--json']);
    const names = ({ stdout }: Ended) => (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
    expect(names(whileRunning)).toHaveLength(2);
    expect(names(whileStopped)).toEqual(names(whileRunning));
  });

  test('--reset starts the demo from scratch and keeps what was learned', async () => {
    await demo.start();
    const lan = await demo.addResident('Bà Lan');
    await demo.end('SIGINT');
    await demo.start('--reset');
    expect((await fetch(`${demo.phone}/sim/users/${lan}/messages`)).status).toBe(404);
    expect(demo.screen()).not.toMatch(learning);
    const hung = await demo.addResident('Anh Hùng');
    expect(await demo.ask(hung, 'cho gap can bo')).toContain('101');
  });

  test('the demo refuses to run in production, to reset a foreign folder, and to share a port', async () => {
    const production = await demo.run(demoProgram, [], { NODE_ENV: 'production' });
    expect(production).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('NODE_ENV=production'),
    });

    const foreign = await demo.run(demoProgram, ['--reset'], { DATA_DIR: root });
    expect(foreign.code).toBe(1);
    expect(existsSync(join(root, 'package.json'))).toBe(true);

    await demo.start();
    const second = await demo.run(demoProgram, [], { DATA_DIR: join(demo.folder, 'other') });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(demo.simulatorPort);
  });
});
