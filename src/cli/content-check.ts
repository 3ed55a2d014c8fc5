import { systemClock } from '../clock.ts';
import { messageOf } from '../errors.ts';
import { readContent } from '../intents/content.ts';
import { checkContent } from '../intents/content-check.ts';
import { findingLine } from '../intents/content-finding.ts';
import { summariseContent } from '../intents/content-summary.ts';
import { formatTable } from './format-table.ts';

const usage = 'npm run content:check [-- --release] [-- --folder locales/vi]\n';

/** Prints what is wrong with the content and a table of its topics; exit code 1 when something must be mended. */
function main(args: string[]): number {
  const folder = args.includes('--folder') ? args[args.indexOf('--folder') + 1] : 'locales/vi';
  if (folder === undefined || args.includes('--help')) {
    process.stdout.write(usage);
    return folder === undefined ? 1 : 0;
  }
  const content = readContent(folder);
  const today = new Date(systemClock.now()).toISOString().slice(0, 10);
  const findings = checkContent(content, { today, release: args.includes('--release') });
  for (const finding of findings) process.stdout.write(`${findingLine(finding)}\n`);

  const rows = summariseContent(content).map((topic) => [
    topic.topic,
    String(topic.intents),
    percent(topic.referralShare),
    String(topic.examples),
    percent(topic.ownSkeletons),
    String(topic.commonestSkeleton),
    String(topic.facts),
    topic.soonestReview,
  ]);
  const heads = [
    'topic',
    'intents',
    'referral',
    'examples',
    'own pattern',
    'commonest',
    'facts',
    'review by',
  ];
  process.stdout.write(`\n${formatTable(heads, rows)}\n`);
  const errors = findings.filter(({ level }) => level === 'error').length;
  process.stdout.write(`${errors} errors, ${findings.length - errors} warnings\n`);
  return errors > 0 ? 1 : 0;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stdout.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
