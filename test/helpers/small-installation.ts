import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLoadContent } from './load-content.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the built program beside other content. */
export interface Installation {
  /** Of the program that starts the bot. */
  main: string;
  remove(): Promise<void>;
}

/**
 * The built program with little content and no trained model: it starts in a second and learns in two, where the
 * office's content takes five and sixty.
 */
export async function makeSmallInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'cau-noi-small-'));
  const content = await makeLoadContent();
  await cp(join(root, 'dist'), join(folder, 'dist'), {
    recursive: true,
    filter: (path) => path !== join(root, 'dist/model'),
  });
  await symlink(content.folder, join(folder, 'locales'));
  for (const name of ['node_modules', 'package.json']) await symlink(join(root, name), join(folder, name));
  return {
    main: join(folder, 'dist/main.js'),
    async remove() {
      await rm(folder, { recursive: true });
      await content.remove();
    },
  };
}
