import type { AddressInfo } from 'node:net';
import express from 'express';
import { createWorkingCalendar } from '../../src/calendar/working-hours.ts';
import { createConsole } from '../../src/console/create-console.ts';
import { loadPushKeys } from '../../src/console/push/push-keys.ts';
import { createWebPushTransport } from '../../src/console/push/web-push-transport.ts';
import type { Database } from '../../src/database/database.ts';
import { createSealer, type Sealer } from '../../src/encryption.ts';
import type { MediaPort } from '../../src/media/transfer-media.ts';
import { type BrowserPush, createBrowserPush } from '../../src/member/push/browser-push.ts';
import { createSignInLink } from '../../src/member/sign-in/sign-in-store.ts';
import { type ConsoleBrowser, createBrowser } from './console-browser.ts';
import { lunarHolidays } from './lunar-holidays.ts';
import { createMemberWorld, type MemberWorld } from './member-world.ts';
import { createTestDatabase } from './test-database.ts';
import { staff } from './ticket-world.ts';

/** Residents, members in Zalo, and the console over HTTP, on one clock and one database. */
export interface ConsoleWorld {
  database: Database;
  office: MemberWorld;
  origin: string;
  /** A browser on which this member is signed in. */
  signIn(memberId: string): Promise<ConsoleBrowser>;
  /** A browser on which nobody is signed in. */
  openBrowser(userAgent?: string): ConsoleBrowser;
  /** Opens a ticket in the village. @returns its number */
  openTicket(personId: string, ticket?: Parameters<MemberWorld['world']['open']>[1]): Promise<number>;
  /** What was uploaded to Zalo. */
  uploads: Buffer[];
  /** How often the bot was told to look at the stored villages again. */
  learned: { count: number };
  close(): Promise<void>;
}

interface WorldOptions {
  /** A migrated database; by default an empty one in memory. The world empties it, and closes it in the end. */
  database?: Database;
  media?: MediaPort;
  perMinute?: { all: number; signIn: number };
  /** Asks for changes this often; 0: never by itself. */
  lookEveryMs?: number;
  sealer?: Sealer;
}

type WorldParts = NonNullable<Parameters<typeof createMemberWorld>[2]>;

/** Opens the console on a database in which every member of `staff` is linked and has pledged. */
export async function openConsoleWorld(options: WorldOptions = {}): Promise<ConsoleWorld> {
  const database = options.database ?? (await createTestDatabase());
  const uploads: Buffer[] = [];
  const learned = { count: 0 };
  const media: MediaPort = options.media ?? {
    download: async () => Promise.reject(new Error('no network here')),
    async upload(_oaId, _kind, { bytes }) {
      uploads.push(bytes);
      return `upload-${uploads.length}`;
    },
  };
  const sealer = options.sealer ?? createSealer(Buffer.alloc(32, 7));
  let push: BrowserPush | undefined;
  const openPush: WorldParts['openPush'] = (parts) => {
    const transport = createWebPushTransport({
      loadKeys: () => loadPushKeys({ ...parts, sealer, now: parts.clock.now }),
      subject: 'https://console.example/console',
      accepts: (endpoint) => endpoint.startsWith('http://127.0.0.1:'),
    });
    push = createBrowserPush({ ...parts, sealer, transport, consoleUrl: 'http://localhost/console' });
    return push;
  };
  const office = await createMemberWorld(database, {}, { media, openPush });
  if (!push) throw new Error('notices in browsers were not opened');
  for (const memberId of new Set(Object.values(staff).flatMap(({ members }) => members))) {
    await office.link(memberId);
  }
  const console = createConsole({
    ...office.parts,
    url: 'http://localhost/console',
    secret: 'a test secret of more than 32 characters',
    office: 'Nơi Thử',
    tickets: office.tickets,
    topics: [{ id: 'vneid', title: 'VNeID' }],
    topicTitle: (topic) => (topic === 'vneid' ? 'VNeID' : undefined),
    canned: {
      listFor: () => [{ id: 'coming', title: 'Hẹn qua nhà', text: 'Tổ sẽ qua nhà ạ.', facts: [] }],
      find: (id) =>
        id === 'coming' ? { id, title: 'Hẹn qua nhà', text: 'Tổ sẽ qua nhà ạ.', facts: [] } : undefined,
    },
    suggest: (question) =>
      question.includes('chữ ký')
        ? [
            {
              id: 'get',
              title: 'Làm chữ ký số',
              text: 'Mở VNeID ạ.',
              facts: [{ statement: 'Có trong VNeID.', source: 'vneid.gov.vn' }],
            },
          ]
        : [],
    sealer: { seal: (text) => `sealed:${text}`, open: (sealed) => sealed.replace('sealed:', '') },
    officeHours: createWorkingCalendar('office', { lunar: lunarHolidays }),
    async learnVillages() {
      learned.count += 1;
    },
    media,
    push,
    lookEveryMs: options.lookEveryMs ?? 0,
    perMinute: options.perMinute ?? { all: 100_000, signIn: 100_000 },
  });
  const server = express().use(console.router).listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const openBrowser = (userAgent?: string) => createBrowser(origin, userAgent);
  return {
    database,
    office,
    origin,
    uploads,
    learned,
    openBrowser,
    async signIn(memberId) {
      const token = await createSignInLink(database.db, { memberId, now: office.now() });
      const browser = openBrowser();
      await browser.get(`/console/link/${token}`);
      const entered = await browser.post(`/console/link/${token}`);
      if (entered.status !== 303) throw new Error(`${memberId} was not signed in: ${entered.status}`);
      return browser;
    },
    openTicket: (personId, ticket) => office.world.open(personId, ticket),
    async close() {
      console.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
