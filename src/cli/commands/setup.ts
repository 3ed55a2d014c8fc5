import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readEnvironment } from '../../config.ts';
import { loadWords } from '../../i18n.ts';
import type { CommandParts } from '../command-parts.ts';
import { ownUrl } from '../own-url.ts';
import { checkApp } from '../setup/check-app.ts';
import { createLineReader } from '../setup/line-reader.ts';
import { runSetup } from '../setup/run-setup.ts';
import { createDeliveryWatch } from '../setup/watch-deliveries.ts';

const usualOauthUrl = 'https://oauth.zaloapp.com';
const usualPort = 3000;

/** `setup`: the guided way from nothing to the first delivery of Zalo. */
export function addSetupCommand(program: Command, { write, folder = '.' }: CommandParts): void {
  program
    .command('setup')
    .description('ask for the settings, write .env, and wait for the first delivery of Zalo')
    .action(async () => {
      const given = readEnvironment();
      const reader = createLineReader(process.stdin, write);
      // Made here, because the wait needs it: who has it may read the counts of deliveries.
      const metricsToken = given.METRICS_TOKEN || newKey();
      const place = { port: Number(given.PORT || usualPort), host: given.HOST || undefined };
      try {
        await runSetup({
          t: loadWords().in('vi'),
          write,
          ask: reader.ask,
          given: { ...given, METRICS_TOKEN: metricsToken },
          envText: readEnvText(folder),
          writeEnv: (text) => writePrivate(join(folder, '.env'), text),
          checkApp: (app) => checkApp({ ...app, oauthUrl: given.ZALO_OAUTH_URL || usualOauthUrl }),
          resolves: (host) =>
            lookup(host).then(
              () => true,
              () => false,
            ),
          newKey,
          watch: createDeliveryWatch({ ownUrl: ownUrl(place), metricsToken }),
        });
      } finally {
        reader.close();
      }
    });
}

function newKey(): string {
  return randomBytes(32).toString('hex');
}

function readEnvText(folder: string): string {
  const file = ['.env', '.env.example'].map((name) => join(folder, name)).find((path) => existsSync(path));
  return file ? readFileSync(file, 'utf8') : '';
}

/** The file appears whole, and with its mode. */
async function writePrivate(file: string, text: string): Promise<void> {
  const draft = `${file}.part`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
