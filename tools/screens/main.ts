import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { systemClock } from '../../src/clock.ts';
import { createTopicDirectory } from '../../src/content/topic-directory.ts';
import { messageOf } from '../../src/errors.ts';
import { loadWords, localesFolder } from '../../src/i18n.ts';
import { startAnswersOnPhone } from './answers-on-phone.ts';
import { writeContactSheets } from './contact-sheets.ts';
import { findChromium } from './find-chromium.ts';
import { type Answer, listAnswers } from './list-answers.ts';
import { type Screen, takeScreens } from './take-screens.ts';

const usage =
  'npm run content:screens [-- --topic residence] [-- --out reports/screens] [-- --chromium /path/to/chromium]\n';

/** Maximum height of an answer: two screens of a small phone, in CSS pixels. */
export const tallestAnswerPx = 2 * 640;

/** Answers per chat: a longer page is slow to draw. */
const perChat = 40;

export interface ScreensOptions {
  /** Only this topic, or `procedures`; all by default. */
  topic?: string | undefined;
  /** Folder for the contact sheets; none are made without it. */
  out?: string | undefined;
  chromium?: string | undefined;
}

/**
 * Draws every answer in the simulated phone at 360 px.
 * @returns each with its height, and the contact sheets written
 * @throws OperatorError without a Chromium
 */
export async function drawContent(options: ScreensOptions): Promise<{ screens: Screen[]; sheets: string[] }> {
  const directory = createTopicDirectory(join(localesFolder, 'vi'));
  const t = loadWords().in('vi');
  const answers = listAnswers(directory, { t, now: systemClock.now() }).filter(
    ({ topic }) => options.topic === undefined || topic === options.topic,
  );
  const browser = await chromium.launch({
    executablePath: findChromium(options.chromium),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const phone = await startAnswersOnPhone(directory.local.office.name);
  try {
    const screens: Screen[] = [];
    for (const group of groupsOf(answers)) {
      const taking = { answers: group, withPictures: options.out !== undefined };
      screens.push(...(await takeScreens(browser, phone, taking)));
    }
    const sheets = options.out ? await writeContactSheets(browser, screens, options.out) : [];
    return { screens, sheets };
  } finally {
    await browser.close();
    await phone.close();
  }
}

function groupsOf(answers: readonly Answer[]): Answer[][] {
  const groups: Answer[][] = [];
  for (let from = 0; from < answers.length; from += perChat) groups.push(answers.slice(from, from + perChat));
  return groups;
}

/** Prints the tallest answers and the sheets' paths; exit code 1 when an answer is too tall. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      topic: { type: 'string' },
      out: { type: 'string', default: 'reports/screens' },
      chromium: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { screens, sheets } = await drawContent(values);
  const tallest = screens.toSorted((a, b) => b.heightPx - a.heightPx);
  for (const { topic, id, heightPx } of tallest.slice(0, 5)) {
    process.stdout.write(`${String(heightPx).padStart(5)} px  ${topic} / ${id}\n`);
  }
  for (const sheet of sheets) process.stdout.write(`${sheet}\n`);
  const tooTall = tallest.filter(({ heightPx }) => heightPx > tallestAnswerPx).length;
  process.stdout.write(`${screens.length} answers, ${tooTall} taller than ${tallestAnswerPx} px\n`);
  return tooTall > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.stdout.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}
