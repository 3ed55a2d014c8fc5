import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, lineIn, writeSample } from '../intents/checks/sample-content.ts';

const topic = 'topics/bicycles.yaml';

describe('npm run content:check', () => {
  it('prints a table of the topics and, if asked, one of the intents', () => {
    const { stdout, status } = contentCheck([], '--intents');
    expect(stdout.split('\n').map((line) => line.trimEnd().replaceAll(/ {2,}/g, ' | '))).toEqual([
      '',
      'intent | examples | own pattern | commonest | referral',
      'bicycles / borrow-bicycle | 15 | 100 % | 1',
      'bicycles / return-bicycle | 15 | 100 % | 1',
      '',
      'topic | intents | referral | examples | own pattern | commonest | facts | objects | cells | known | review by',
      'bicycles | 2 | 0 % | 30 | 100 % | 1 | 2 | 1 | 7 | 6 | 2031-01-31',
      '1 cells are common knowledge without a fact: npm run content:list -- --general',
      '0 errors, 0 warnings',
      '',
    ]);
    expect(status).toBe(0);
  });

  it('fails with file and line when an answer claims what no fact says', () => {
    const change: Change = { in: topic, from: 'trả trong 3 ngày.', to: 'trả trong 4 ngày.' };
    const { stdout, status, folder } = contentCheck([change]);
    const line = lineIn(topic, '4 ngày', change);
    expect(stdout).toContain(
      `${folder}/${topic}:${line} error: borrow-bicycle: "4 ngày" stands in none of its facts\n`,
    );
    expect(stdout).toContain('1 errors, 0 warnings');
    expect(status).toBe(1);
  });

  it('only warns of a passed review date, but rejects it for a release', () => {
    const change: Change = { in: topic, from: 'reviewBy: "2031-01-31"', to: 'reviewBy: "2020-01-31"' };
    expect(contentCheck([change])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0 errors, 1 warnings'),
    });
    expect(contentCheck([change], '--release')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('1 errors, 0 warnings'),
    });
  });
});

function contentCheck(changes: Change[], ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'locale-'));
  writeSample(folder, ...changes);
  const command = ['dist/cli/content-check.js', '--folder', folder, ...args];
  const { stdout, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { stdout, status, folder };
}
