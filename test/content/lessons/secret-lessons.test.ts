import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecretLessons } from '../../../src/content/lessons/secret-lessons.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cau-noi-lessons-'));
  await mkdir(join(folder, 'signals'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (yaml: string) => writeFile(join(folder, 'signals', 'secrets.yaml'), yaml);

describe('lessons about secrets', () => {
  it('are messages with the places of what is marked, and harmless ones', async () => {
    await write('some: ["mã ⟦otp 482913⟧, mk ⟦password Lua vang⟧ ạ"]\nnone: ["lệ phí 8000"]\n');
    const text = 'mã 482913, mk Lua vang ạ';
    expect(readSecretLessons(folder, ['khai sinh ở đâu'])).toEqual([
      {
        text,
        secrets: [
          { kind: 'otp', start: text.indexOf('482913'), end: text.indexOf(',') },
          { kind: 'password', start: text.indexOf('Lua'), end: text.indexOf(' ạ') },
        ],
      },
      { text: 'lệ phí 8000', secrets: [] },
      { text: 'khai sinh ở đâu', secrets: [] },
    ]);
  });

  it('are none where the file is missing', () => {
    expect(readSecretLessons(folder, [])).toBeUndefined();
  });

  it.each([
    ['some: ["mã 482913"]\nnone: []\n', 'marks no secret'],
    ['some: ["mã ⟦ma 482913⟧ ⟦otp 482913⟧"]\nnone: []\n', 'with one of otp, password'],
    ['some: []\nnone: ["mã ⟦otp 482913⟧"]\n', 'belongs under `some`'],
  ])('are refused with what is wrong: %s', async (yaml, message) => {
    await write(yaml);
    expect(() => readSecretLessons(folder, [])).toThrow(message);
  });
});
