import { parseArgs } from 'node:util';
import { readEnvironment } from '../../src/config.ts';
import { messageOf, OperatorError } from '../../src/errors.ts';
import { loadWords, type Translate } from '../../src/i18n.ts';
import { prepareDemoSettings, resetDemo } from './demo-settings.ts';
import { type Demo, type DemoStep, startDemo } from './start-demo.ts';

/** `npm run demo`: the whole product on a fresh machine, with a simulated Zalo. */

const write = (line: string) => process.stdout.write(`${line}\n`);

async function main(args: string[]): Promise<void> {
  const environment = readEnvironment();
  const t = chooseWords(environment.LC_ALL || environment.LANG || '');
  const { values } = parseArgs({ args, options: { reset: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return void write(t('demo:usage'));
  if (environment.NODE_ENV === 'production') throw new OperatorError(t('demo:refused'));
  const dataDir = environment.DATA_DIR || '.demo';
  if (values.reset) {
    resetDemo(dataDir);
    write(t('demo:reset_done'));
  }
  write(`\n  ${t('demo:title')}\n`);
  const settings = prepareDemoSettings({
    dataDir,
    port: environment.PORT || '3000',
    simulatorPort: environment.SIMULATOR_PORT || '3001',
  });
  const demo = await startDemo({ settings, progress: (step, work) => withProgress(t, { step, work }) });
  stopOnSignals(demo, t);
  write(`
  ${t('demo:phone', { url: demo.phoneUrl })}
  ${t('demo:members')}
${demo.memberPhones.map((phone) => `  ${t('demo:member_phone', phone)}`).join('\n')}
  ${t('demo:console')}
${demo.consoleLinks.map(({ name, role, url }) => `  ${t('demo:console_link', { name, url, role: t(`demo:roles.${role}`) })}`).join('\n')}
  ${t('demo:health', { url: `${demo.botUrl}/readyz` })}
  ${t('demo:commands')}

  ${t('demo:how_to_stop')}
`);
  if (demo.learning) await showLearning(t, demo.learning);
}

async function showLearning(t: Translate, learning: Promise<boolean>): Promise<void> {
  const startedAt = performance.now();
  process.stdout.write(`  ${t('demo:learning')}... `);
  if (await learning) write(t('demo:done', { seconds: secondsSince(startedAt) }));
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

/** Vietnamese on a Vietnamese terminal, English elsewhere: a developer may run the demo. */
function chooseWords(locale: string): Translate {
  return loadWords().in(locale.startsWith('vi') ? 'vi' : 'en');
}

async function withProgress<T>(
  t: Translate,
  { step, work }: { step: DemoStep; work: () => Promise<T> },
): Promise<T> {
  const startedAt = performance.now();
  process.stdout.write(`  ${t(`demo:${step}`)}... `);
  const result = await work();
  write(t('demo:done', { seconds: secondsSince(startedAt) }));
  return result;
}

function stopOnSignals(demo: Demo, t: Translate): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    write(`\n  ${t('demo:stopping')}`);
    demo.stop().then(
      () => {
        write(`  ${t('demo:stopped')}`);
        process.exit(0);
      },
      (error: unknown) => {
        process.stderr.write(`${messageOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${messageOf(error)}\n`);
  process.exit(1);
}
