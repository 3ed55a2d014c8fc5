import { mkdtempSync, openAsBlob, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFirstFile } from '../helpers/keep-first-file.ts';

describe('two test processes that make the same file', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cau-noi-first-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const pathOf = (name: string) => join(folder, name);
  const finish = (draft: string, content: string) => {
    writeFileSync(pathOf(draft), content);
    keepFirstFile(pathOf(draft), pathOf('file'));
  };

  it('read the one that was ready first, also if the other is ready while they read', async () => {
    finish('draft-1', 'first');
    const blob = await openAsBlob(pathOf('file'));
    finish('draft-2', 'second, which is longer');
    expect(await blob.text()).toBe('first');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('say what else went wrong', () => {
    writeFileSync(pathOf('draft'), '');
    expect(() => keepFirstFile(pathOf('draft'), pathOf('no-folder/file'))).toThrow('ENOENT');
  });
});
