import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePrivate } from '../../src/database/embedded/private-folder.ts';
import { silentLogger } from '../../src/logger.ts';

const onUnix = process.platform === 'win32' ? test.skip : test;

onUnix('what other users could read in a folder is closed to them, and what a link leads to is left', () => {
  const outside = mkdtempSync(join(tmpdir(), 'cau-noi-outside-'));
  const folder = mkdtempSync(join(tmpdir(), 'cau-noi-private-'));
  const [pg, rows] = [join(folder, 'pg'), join(folder, 'pg', 'rows')];
  mkdirSync(pg);
  writeFileSync(rows, 'words of residents');
  symlinkSync(outside, join(folder, 'link'));
  for (const place of [outside, folder, pg]) chmodSync(place, 0o755);
  chmodSync(rows, 0o666);
  makePrivate(folder, silentLogger);
  const modes = [folder, pg, rows, outside].map((place) => (statSync(place).mode & 0o777).toString(8));
  expect(modes).toEqual(['700', '700', '600', '755']);
  for (const place of [folder, outside]) rmSync(place, { recursive: true });
});
