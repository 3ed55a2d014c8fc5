import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localesFolder } from '../../src/i18n.ts';

const fixture = fileURLToPath(new URL('../fixtures/another-district', import.meta.url));
/** Files that a district writes itself or that belong to the demo; it shares all others. */
const own =
  /[/\\](?:topics|objects|asked|(?:aspects|faults|knows|canned|areas|facts|local|simulator|demo-content|instead)\.yaml)$/;

/** Locales with the places and content of an invented district. The caller removes them. */
export async function makeDistrictLocales(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cau-noi-district-'));
  await cp(localesFolder, folder, { recursive: true, filter: (path) => !own.test(path) });
  await cp(fixture, folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
