import { join } from 'node:path';
import { systemClock } from '../../../src/clock.ts';
import { createTopicDirectory } from '../../../src/content/topic-directory.ts';
import { loadWords, localesFolder } from '../../../src/i18n.ts';
import { listAnswers } from '../../../tools/screens/list-answers.ts';

/** Characters of a line at 360 px, and lines of two screens; Chromium measures the pixels in the system tests. */
const charactersPerLine = 32;
const linesOfTwoScreens = 46;

describe('the answer to a general question about an object', () => {
  it('takes at most two screens of a small phone', () => {
    const directory = createTopicDirectory(join(localesFolder, 'vi'));
    const answers = listAnswers(directory, { t: loadWords().in('vi'), now: systemClock.now() });
    const tooLong = answers
      .map(({ id, content }) => ({ id, lines: linesOf(content.kind === 'text' ? content.text : '') }))
      .filter(({ lines }) => lines > linesOfTwoScreens);
    expect(answers.length).toBeGreaterThan(300);
    expect(tooLong).toEqual([]);
  });
});

function linesOf(text: string): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
}
