import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cau-noi-eval-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function evaluate(lines: string[], ...options: string[]) {
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, lines.join('\n'));
  const env = { ...process.env, DATA_DIR: 'node_modules/.cache/cau-noi' };
  return run('node', ['--import', 'tsx', 'tools/nlu-evaluate/main.ts', file, ...options], { env });
}

describe('nlu:eval', () => {
  it('prints one line for each message, in order and unchanged', async () => {
    const texts = [
      'quên mật khẩu VNeID',
      '  Chào cháu\t"ạ" ',
      '',
      'mã OTP là 482913 đúng ko?',
      'mai có mưa k',
    ];
    const lines = texts.map((text) => JSON.stringify({ text, topic: 'other' }));
    const { stdout } = await evaluate(lines, '--json');
    const printed = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(printed.map(({ text }) => text)).toEqual(texts);
    for (const line of printed) {
      expect(Object.keys(line)).toEqual(['text', 'topic', 'intent', 'confidence', 'action', 'ms']);
    }
    expect(printed.map(({ action }) => action)).toEqual([
      'answer',
      'smalltalk',
      'clarify',
      'warn',
      'decline',
    ]);
    expect(printed[0]).toMatchObject({ topic: 'vneid', intent: 'vneid-forgot-password' });
  }, 120_000);

  it('explains the intent of a text, and its entities', async () => {
    const text = 'mã 000.00.19.H26-260101-0001 nộp qua vneid hết 20k';
    const { stdout } = await evaluate([], '--explain', text);
    expect(stdout).toContain('track-dossier');
    expect(stdout).toMatch(/dossier +000\.00\.19\.H26-260101-0001 +000\.00\.19\.H26-260101-0001/);
    expect(stdout).toMatch(/app +vneid +VNeID/);
    expect(stdout).toMatch(/amount +20k +20000/);
  }, 120_000);

  it('names the line that it cannot read', async () => {
    await expect(evaluate(['{"text":"a"}', 'no json'])).rejects.toMatchObject({
      stderr: expect.stringContaining('questions.jsonl:2'),
    });
  }, 120_000);
});
