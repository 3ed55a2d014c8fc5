import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';
import type { Words } from '../../i18n.ts';
import type { Logger } from '../../logger.ts';
import { type BrowserPush, createBrowserPush } from '../../member/push/browser-push.ts';
import { consoleUrlOf } from '../console-url.ts';
import { loadPushKeys } from './push-keys.ts';
import { createWebPushTransport } from './web-push-transport.ts';

interface OpenParts {
  db: Kysely<Tables>;
  clock: Clock;
  sealer: Sealer;
  logger: Logger;
  words: Words;
}

/** Push services ask for an address of the sender; a console that is tried at home has none of its own. */
const noSubject = 'mailto:console@example.invalid';

/** Notices in browsers; undefined where there is no console. */
export function openBrowserPush(config: Config, parts: OpenParts): BrowserPush | undefined {
  const consoleUrl = consoleUrlOf(config);
  if (consoleUrl === undefined) return undefined;
  const { db, sealer, clock } = parts;
  const transport = createWebPushTransport({
    loadKeys: () => loadPushKeys({ db, sealer, now: clock.now }),
    subject: consoleUrl.startsWith('https:') ? consoleUrl : noSubject,
  });
  return createBrowserPush({ ...parts, consoleUrl, transport });
}
