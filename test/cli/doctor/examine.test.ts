import { examine } from '../../../src/cli/doctor/examine.ts';
import type { Facts, OaFacts, RecordFacts } from '../../../src/cli/doctor/facts.ts';
import { type LineId, levelOf, lineLevels } from '../../../src/cli/doctor/line-levels.ts';
import { parseConfig } from '../../../src/config.ts';
import type { ServerFacts } from '../../../src/database/inspection/inspect-server.ts';
import { dayMs, hourMs } from '../../../src/durations.ts';
import { loadWords } from '../../../src/i18n.ts';
import type { RedisFacts } from '../../../src/queue/inspect-redis.ts';

const now = Date.parse('2026-12-01T09:00:00+07:00');

const settingsWith = (more: Record<string, string | undefined> = {}) =>
  parseConfig({
    ZALO_APP_ID: '1',
    ZALO_APP_SECRET: 's',
    ZALO_OA_SECRET_KEY: 'o',
    ENCRYPTION_KEY: '0f'.repeat(32),
    PUBLIC_URL: 'https://bot.example.vn',
    DATABASE_URL: 'postgres://bot@localhost/bot',
    REDIS_URL: 'redis://localhost',
    BACKUP_DIR: '/var/backups/cau-noi',
    BACKUP_KEY: '0e'.repeat(32),
    ...more,
  });

const server: ServerFacts = {
  version: '16.4',
  versionNumber: 160_004,
  encoding: 'UTF8',
  maxConnections: 100,
  usedConnections: 30,
  isDurable: true,
  newerTables: [],
  missingTables: [],
};
const redis: RedisFacts = {
  version: '7.2.4',
  evictionPolicy: 'noeviction',
  hasAppendOnlyFile: true,
  writesAppendOnlyFile: true,
  usedBytes: 1_000_000,
  maxBytes: 0,
};
const oa: OaFacts = {
  oaId: '111',
  name: 'Xã Thử',
  areaId: 'xa-thu',
  tokenState: 'ok',
  accessExpiresAt: now + hourMs,
  refreshExpiresAt: now + 60 * dayMs,
  lastEventAt: now - hourMs,
};
const records: RecordFacts = { oas: [oa], aliveAt: now - 60_000, keyFault: undefined };
const folder = { path: '/data', freeBytes: 20e9, exists: true, isWritable: true, othersMayRead: false };
const backups = { newestAt: now - 8 * hourMs, copies: 14, listsErasures: true };

/** An installation without a fault. */
const healthy: Facts = {
  now,
  nodeVersion: 'v20.19.4',
  settings: settingsWith(),
  envFileIsReadable: false,
  clockOffMs: 400,
  dataFolder: folder,
  port: 'ours',
  address: { answer: 'ours', showsMetrics: false },
  database: server,
  redis,
  records,
  content: { overdue: 0, withheld: 0 },
  backups,
};

const withOa = (more: Partial<OaFacts>): Partial<Facts> => ({
  records: { ...records, oas: [{ ...oa, ...more }] },
});
const withServer = (more: Partial<ServerFacts>): Partial<Facts> => ({ database: { ...server, ...more } });
const withRedis = (more: Partial<RedisFacts>): Partial<Facts> => ({ redis: { ...redis, ...more } });

/** What is broken, what is then found, and the lines that are not ok. */
const broken: [string, Partial<Facts>, LineId[]][] = [
  ['a setting is missing', { settings: { fault: 'ZALO_APP_ID is not set' } }, ['settings-wrong']],
  [
    'the process that takes deliveries has no database to share with a worker',
    { settings: settingsWith({ ROLE: 'web', DATABASE_URL: undefined }) },
    ['role-without-database'],
  ],
  ['no public address is set', { settings: settingsWith({ PUBLIC_URL: undefined }) }, ['no-public-url']],
  [
    'the public address has no HTTPS',
    { settings: settingsWith({ PUBLIC_URL: 'http://bot.example.vn' }) },
    ['public-url-not-https'],
  ],
  ['Node is too old', { nodeVersion: 'v20.18.0' }, ['node-too-old']],
  ['others may read .env', { envFileIsReadable: true }, ['env-file-readable']],
  ['the clock is 20 s ahead', { clockOffMs: 20_000 }, ['clock-off']],
  ['the clock is an hour behind', { clockOffMs: -hourMs }, ['clock-wrong']],
  ['Zalo cannot be reached', { clockOffMs: { fault: 'ENOTFOUND' } }, ['zalo-unreachable']],
  ['the disk gets full', { dataFolder: { ...folder, freeBytes: 3e9 } }, ['disk-low']],
  ['the disk is full', { dataFolder: { ...folder, freeBytes: 2e6 } }, ['disk-full']],
  [
    'the data folder belongs to somebody else',
    { dataFolder: { ...folder, isWritable: false } },
    ['data-folder-not-writable'],
  ],
  [
    'others may read the data folder',
    { dataFolder: { ...folder, othersMayRead: true } },
    ['data-folder-readable'],
  ],
  ['the bot is not started', { port: 'free' }, ['port-free']],
  ['another program has the port', { port: 'taken' }, ['port-taken']],
  ['the port is for root only', { port: 'not-allowed' }, ['port-not-allowed']],
  ['HOST is not an address of the machine', { port: 'no-such-address' }, ['port-no-such-address']],
  [
    'the domain points nowhere',
    { address: { answer: { fault: 'ECONNREFUSED' }, showsMetrics: false } },
    ['address-silent'],
  ],
  [
    'the proxy forwards to another program',
    { address: { answer: 'foreign', showsMetrics: false } },
    ['address-foreign'],
  ],
  [
    'the proxy shows the metrics to strangers',
    { address: { answer: 'ours', showsMetrics: true } },
    ['address-shows-metrics'],
  ],
  ['PostgreSQL is stopped', { database: { fault: 'ECONNREFUSED' } }, ['database-unusable']],
  ['PostgreSQL is too old', withServer({ version: '12.9', versionNumber: 120_009 }), ['database-too-old']],
  ['the database is not in UTF-8', withServer({ encoding: 'SQL_ASCII' }), ['database-not-utf8']],
  ['fsync is off', withServer({ isDurable: false }), ['database-not-durable']],
  ['max_connections is small', withServer({ maxConnections: 20 }), ['database-few-connections']],
  ['connections are nearly used up', withServer({ usedConnections: 95 }), ['database-connections-used']],
  ['the tables are newer', withServer({ newerTables: ['999-later'] }), ['tables-newer']],
  ['the tables are older', withServer({ missingTables: ['009-bot-corrections'] }), ['tables-older']],
  ['Redis is stopped', { redis: { fault: 'ECONNREFUSED' } }, ['redis-unusable']],
  ['Redis is too old', withRedis({ version: '5.0.14' }), ['redis-too-old']],
  ['Redis may evict jobs', withRedis({ evictionPolicy: 'allkeys-lru' }), ['redis-evicts']],
  ['Redis keeps nothing on disk', withRedis({ hasAppendOnlyFile: false }), ['redis-no-aof']],
  ['Redis cannot write to its disk', withRedis({ writesAppendOnlyFile: false }), ['redis-aof-failing']],
  ['Redis has used its memory', withRedis({ usedBytes: 95, maxBytes: 100 }), ['redis-memory-used']],
  ['the records cannot be opened', { records: { fault: 'damaged' } }, ['records-unread']],
  ['no worker lives', { records: { ...records, aliveAt: now - hourMs } }, ['process-not-alive']],
  ['no worker ever lived', { records: { ...records, aliveAt: undefined } }, ['process-not-alive']],
  ['ENCRYPTION_KEY is another one', { records: { ...records, keyFault: 'not the key' } }, ['key-changed']],
  ['no OA is connected', { records: { ...records, oas: [] } }, ['no-oa']],
  ['Zalo refuses an OA', withOa({ tokenState: 'needs-authorisation' }), ['oa-refused']],
  ['a consent has ended', withOa({ refreshExpiresAt: now - dayMs }), ['oa-consent-over']],
  ['a consent ends soon', withOa({ refreshExpiresAt: now + 3 * dayMs }), ['oa-consent-ends']],
  ['nobody refreshes the tokens', withOa({ accessExpiresAt: now - 3 * hourMs }), ['oa-token-old']],
  [
    'one of two OAs has no commune',
    { records: { ...records, oas: [oa, { ...oa, oaId: '222', areaId: null }] } },
    ['oa-no-area'],
  ],
  ['no event ever came', withOa({ lastEventAt: null }), ['event-never']],
  ['the last event is old', withOa({ lastEventAt: now - 3 * dayMs }), ['event-long-ago']],
  ['a content file has an error', { content: { fault: 'facts.yaml:3' } }, ['content-wrong']],
  ['content waits for its review', { content: { overdue: 27, withheld: 0 } }, ['content-overdue']],
  [
    'answers are withheld',
    { content: { overdue: 27, withheld: 3 } },
    ['content-withheld', 'content-overdue'],
  ],
  [
    'backups are not set up',
    { settings: settingsWith({ BACKUP_DIR: undefined }), backups: undefined },
    ['backup-off'],
  ],
  ['the backups have no key', { settings: settingsWith({ BACKUP_KEY: undefined }) }, ['backup-no-key']],
  ['no backup was made', { backups: { ...backups, newestAt: undefined, copies: 0 } }, ['backup-none']],
  ['the daily backup fails', { backups: { ...backups, newestAt: now - 3 * dayMs } }, ['backup-old']],
  ['backups stopped long ago', { backups: { ...backups, newestAt: now - 30 * dayMs } }, ['backup-very-old']],
  ['erasures are not listed', { backups: { ...backups, listsErasures: false } }, ['erasures-unlisted']],
];

describe('the doctor', () => {
  const notOk = (facts: Facts) => examine(facts).filter((line) => levelOf(line) !== 'ok');

  it('finds nothing where nothing is broken, and says what it looked at', () => {
    expect(notOk(healthy)).toEqual([]);
    expect(examine(healthy).length).toBeGreaterThan(12);
  });

  it.each(broken)('finds that %s, and nothing else', (_name, found, ids) => {
    expect(notOk({ ...healthy, ...found }).map(({ id }) => id)).toEqual(ids);
  });

  it('has a broken set-up in this test for every line that is not ok', () => {
    const tested = new Set(broken.flatMap(([, , ids]) => ids));
    const ids = (Object.keys(lineLevels) as LineId[]).filter((id) => lineLevels[id] !== 'ok');
    expect(ids.filter((id) => !tested.has(id))).toEqual([]);
  });

  it('says of every line what was found, and of every fault what to do, with all its values', () => {
    const t = loadWords().in('vi');
    for (const [, found] of [['healthy', {}] as const, ...broken]) {
      for (const line of examine({ ...healthy, ...found })) {
        const parts = levelOf(line) === 'ok' ? ['says'] : ['says', 'do'];
        for (const part of parts) {
          const text = t(`operator:doctor.lines.${line.id}.${part}`, line.values);
          expect(text).not.toMatch(/\{\{|undefined|NaN/);
        }
      }
    }
  });

  it('does not look at a database, a port or accounts while the settings are wrong', () => {
    const facts: Facts = {
      ...healthy,
      settings: { fault: 'ZALO_APP_ID is not set' },
      dataFolder: undefined,
      port: undefined,
      address: undefined,
      database: undefined,
      redis: undefined,
      records: undefined,
      backups: undefined,
    };
    expect(notOk(facts).map(({ id }) => id)).toEqual(['settings-wrong']);
  });
});
