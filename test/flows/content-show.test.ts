import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nearNames } from '../../src/cli/content/near-names.ts';
import { findAnswers, likeliestNames, listAnswers } from '../../src/cli/content/show-answer.ts';
import { officeKnowledge } from '../helpers/office.ts';
import { startProgram } from '../helpers/run-program.ts';
import { writeSample } from '../intents/checks/sample-content.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'locale-'));
  writeSample(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function contentShow(...args: string[]) {
  const command = ['dist/cli/content-show.js', ...args, '--folder', folder];
  const { stdout, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { stdout, status };
}

describe('npm run content:show', () => {
  it('shows an answer by its name, with its facts and their sources', () => {
    expect(contentShow('return-bicycle')).toEqual({
      status: 0,
      stdout: `bicycles / return-bicycle

(vi) Trả xe thế nào?

Trả tại quầy, xem giờ mở cửa ở xedap.vn ạ.

[Giờ mở cửa] https://xedap.vn/gio

Next: -

Check again by: 2031-01-31
Rests on:
B02 (B, 2030): Giờ mở cửa của quầy ở trang xedap.vn.
    https://xedap.vn
`,
    });
  });

  it('also finds an answer by its title, in several words and without diacritics', () => {
    expect(contentShow('tra', 'xe', 'the', 'nao')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('bicycles / return-bicycle'),
    });
  });

  it('suggests similar names for an unknown one, and fails', () => {
    const { stdout, status } = contentShow('borow-bicyle');
    expect(stdout).toContain(
      'Nothing is called "borow-bicyle". Did you mean\n  borrow-bicycle: Mượn xe đạp ở đâu?',
    );
    expect(status).toBe(1);
  });

  it('without a name lists all names and prints the usage', () => {
    expect(contentShow().stdout.split('\n')).toEqual([
      'borrow-bicycle: Mượn xe đạp ở đâu?',
      'return-bicycle: Trả xe thế nào?',
      'object-bicycle-card: làm thẻ mượn xe',
      '',
    ]);
    expect(contentShow('--help').stdout).toMatch(/^npm run content:show \[-- NAME\]/);
  });
});

describe('the answers of this installation', () => {
  const answers = listAnswers(officeKnowledge().directory);

  it('show an address for every fact, or say that they have no facts', () => {
    const unproven = answers.filter(({ show }) => {
      const text = show();
      if (text.includes('Rests on no fact')) return false;
      const facts = text.split('Rests on:\n')[1]?.split(/^(?=[A-Z]\d{2,} \()/m) ?? [];
      return facts.length === 0 || facts.some((fact) => !/^ {4}(?:https?:\/\/|seed)/m.test(fact));
    });
    expect(unproven.map(({ id }) => id)).toEqual([]);
  });

  it('are shown in English too where they are translated', () => {
    const [answer] = findAnswers(answers, 'Where do I install iHanoi?');
    expect(answer?.show()).toContain('(en) Where do I install iHanoi?');
    expect(findAnswers(answers, 'vneid-install')[0]?.show()).not.toContain('(en)');
  });

  it('show the parts of a procedure, each with its facts', () => {
    const text = findAnswers(answers, 'object-marriage')[0]?.show();
    expect(text).toMatch(/^where: .+ \[F\d+/m);
    expect(text).toContain('Rests on:');
  });

  it('are suggested for a title that is nearly right', () => {
    expect(likeliestNames(answers, 'cai ihanoi o dau').map((line) => line.split(':')[0])).toContain(
      'ihanoi-install',
    );
  });
});

describe('similar names', () => {
  it('lists the most similar first and leaves out dissimilar ones', () => {
    expect(nearNames('etax-sing-in', ['etax-pay', 'etax-sign-in', 'mobile-van'])).toEqual([
      'etax-sign-in',
      'etax-pay',
    ]);
    expect(nearNames('zzzqqq', ['etax-pay', 'mobile-van'])).toEqual([]);
    expect(nearNames('', ['etax-pay'])).toEqual([]);
  });
});

test('a reader that stops reading causes no error', async () => {
  const { child, ended } = startProgram('dist/cli/content-show.js', ['--folder', folder], {});
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});
