import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupName } from '../../../src/backup/backup-folder.ts';
import { probeAddress } from '../../../src/cli/doctor/probes/probe-address.ts';
import { probeBackups } from '../../../src/cli/doctor/probes/probe-backups.ts';
import { probeClock } from '../../../src/cli/doctor/probes/probe-clock.ts';
import { probeContent } from '../../../src/cli/doctor/probes/probe-content.ts';
import { isReadableByOthers, probeFolder } from '../../../src/cli/doctor/probes/probe-folder.ts';
import { probePort } from '../../../src/cli/doctor/probes/probe-port.ts';
import { createAdjustableClock } from '../../../src/clock.ts';
import { inspectServer } from '../../../src/database/inspection/inspect-server.ts';
import { inspectRedis } from '../../../src/queue/inspect-redis.ts';
import { findFreePort } from '../../helpers/free-port.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine, startRedis } from '../../helpers/redis-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'cau-noi-doctor-'));
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

const likeBot: RequestListener = (request, response) => {
  if (request.url === '/healthz') response.end('{"status":"ok"}');
  else if (request.url === '/metrics') response.writeHead(403).end();
  else response.end();
};

describe('the machine', () => {
  it('says how far its clock is from that of the one who answers', async () => {
    const answersAt = Date.parse('2026-12-01T02:00:00Z');
    const port = await serve((_request, response) => {
      response.setHeader('date', new Date(answersAt).toUTCString());
      response.writeHead(404).end();
    });
    const clock = createAdjustableClock({ now: () => answersAt + 90_000 });
    expect(await probeClock(clock, `http://127.0.0.1:${port}`)).toBe(90_000);
    const closed = await probeClock(clock, `http://127.0.0.1:${await findFreePort()}`);
    expect(closed).toEqual({ fault: expect.stringMatching(/ECONNREFUSED/) });
  });

  it('has a port that is ours, free, taken, or at an address of another machine', async () => {
    const host = '127.0.0.1';
    expect(await probePort({ port: await serve(likeBot), host })).toBe('ours');
    expect(await probePort({ port: await serve((_request, response) => response.end('hello')), host })).toBe(
      'taken',
    );
    expect(await probePort({ port: await findFreePort(), host })).toBe('free');
    expect(await probePort({ port: await findFreePort(), host: '192.0.2.1' })).toBe('no-such-address');
  });

  it('shows the bot, another program or nobody at its public address', async () => {
    const bot = await serve(likeBot);
    expect(await probeAddress(`http://127.0.0.1:${bot}`)).toEqual({ answer: 'ours', showsMetrics: false });
    const open = await serve((request, response) =>
      request.url === '/metrics' ? response.end('cau_noi_jobs_total 1') : likeBot(request, response),
    );
    expect(await probeAddress(`http://127.0.0.1:${open}`)).toEqual({ answer: 'ours', showsMetrics: true });
    const other = await serve((_request, response) => response.end('<h1>Welcome to nginx</h1>'));
    expect(await probeAddress(`http://127.0.0.1:${other}`)).toMatchObject({ answer: 'foreign' });
    const nobody = await probeAddress(`http://127.0.0.1:${await findFreePort()}`);
    expect(nobody.answer).toEqual({ fault: expect.stringMatching(/ECONNREFUSED/) });
  });

  it('has a data folder that others may or may not read, and says so of a file', async () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'SECRET=1');
    chmodSync(file, 0o644);
    chmodSync(folder, 0o755);
    expect(await isReadableByOthers(file)).toBe(true);
    expect(await probeFolder(folder)).toMatchObject({ exists: true, isWritable: true, othersMayRead: true });
    chmodSync(folder, 0o700);
    expect(await probeFolder(folder)).toMatchObject({ othersMayRead: false });
    chmodSync(file, 0o600);
    expect(await isReadableByOthers(file)).toBe(false);
    expect(await isReadableByOthers(join(folder, 'none'))).toBeUndefined();
    const later = await probeFolder(join(folder, 'not', 'yet'));
    expect(later).toMatchObject({ exists: false, isWritable: true, othersMayRead: false });
    expect(later.freeBytes).toBeGreaterThan(0);
  });
});

describe('backups', () => {
  it('are counted, and other files are not', async () => {
    expect(await probeBackups(join(folder, 'none'))).toEqual({
      newestAt: undefined,
      copies: 0,
      listsErasures: false,
    });
    const at = Date.parse('2026-11-30T19:00:00Z');
    for (const name of [
      backupName(at),
      backupName(at - 86_400_000),
      `${backupName(at)}.part`,
      'erasures.list',
    ]) {
      writeFileSync(join(folder, name), '');
    }
    expect(await probeBackups(folder)).toEqual({ newestAt: at, copies: 2, listsErasures: true });
  });
});

describe('the content', () => {
  it('is fresh today, waits for its review later, and is withheld in the end', () => {
    expect(probeContent(Date.parse('2026-12-01T00:00:00Z'))).toEqual({ overdue: 0, withheld: 0 });
    const later = probeContent(Date.parse('2028-01-01T00:00:00Z'));
    expect(later).toEqual({ overdue: expect.any(Number), withheld: expect.any(Number) });
    expect((later as { overdue: number }).overdue).toBeGreaterThan(100);
    expect((later as { withheld: number }).withheld).toBeGreaterThan(10);
  });
});

if (hasPostgres()) {
  test('PostgreSQL says how it is set up, and nothing is changed', async () => {
    const server = await startPostgres();
    closers.push(() => server.close());
    const facts = await inspectServer(server.url);
    expect(facts).toMatchObject({ encoding: 'UTF8', maxConnections: 100, isDurable: false, newerTables: [] });
    expect(facts.missingTables).toContain('001-main-path');
    expect(await inspectServer(server.url)).toMatchObject({ missingTables: facts.missingTables });
    await server.stop();
    await expect(inspectServer(server.url)).rejects.toThrow(/ECONNREFUSED/);
  });
} else test.skip(`PostgreSQL: ${postgresInstallLine}`, () => undefined);

if (hasRedis()) {
  test('Redis says how it is set up', async () => {
    const server = await startRedis();
    closers.push(() => server.close());
    expect(await inspectRedis(server.url)).toMatchObject({
      evictionPolicy: 'noeviction',
      hasAppendOnlyFile: true,
      writesAppendOnlyFile: true,
    });
    await server.stop();
    await expect(inspectRedis(server.url)).rejects.toThrow(/ECONNREFUSED/);
  });
} else test.skip(`Redis: ${redisInstallLine}`, () => undefined);
