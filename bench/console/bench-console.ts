import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { renewStatistics } from '../../src/database/embedded/renew-statistics.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { openConsoleWorld } from '../../test/helpers/console-world.ts';
import { hasPostgres, startPostgres } from '../../test/helpers/postgres-server.ts';
import { fillArea } from '../../test/helpers/ticket-day.ts';
import { type ConsoleSize, fillConsole } from './fill-console.ts';
import { listCases, type PageFigures, timePages } from './time-pages.ts';

/** What is measured, beside how much is filled in. */
export interface ConsoleBenchSize extends ConsoleSize {
  /** Requests of each page. */
  rounds: number;
}

/** The figures of one database, by who looks. */
export interface ConsoleFigures {
  database: 'embedded' | 'PostgreSQL';
  viewer: 'root desk' | 'village member';
  pages: PageFigures[];
}

const members = 500;
/** Who looks, and the team whose tickets they open; the root desk opens those of every team. */
const viewers = [
  { viewer: 'root desk', memberId: 'tam', teamId: undefined },
  { viewer: 'village member', memberId: 'nguoi-0', teamId: 'to-thon-0' },
] as const;
/** So many different tickets are opened. */
const maxNumbers = 1_000;

interface BenchParts extends ConsoleBenchSize {
  print(line: string): void;
}

/** Fills a database with tickets and messages and times the pages of the console; on PostgreSQL too where it is found. */
export async function benchConsole(parts: BenchParts): Promise<ConsoleFigures[]> {
  const { print } = parts;
  const figures = await onEmbedded((database) => fillAndTime(parts, { name: 'embedded', database }));
  if (!hasPostgres()) {
    print('PostgreSQL is not installed: left out');
    return figures;
  }
  return [
    ...figures,
    ...(await onPostgres((database) => fillAndTime(parts, { name: 'PostgreSQL', database }))),
  ];
}

const open = (where: { dataDir: string; databaseUrl?: string }) =>
  openDatabase({ ...where, logger: silentLogger, metrics: createMetrics() });

async function onEmbedded<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cau-noi-bench-'));
  try {
    return await work(await open({ dataDir }));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function onPostgres<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const server = await startPostgres();
  try {
    return await work(await open({ dataDir: tmpdir(), databaseUrl: server.url }));
  } finally {
    await server.close();
  }
}

interface Measured {
  name: ConsoleFigures['database'];
  database: Database;
}

async function fillAndTime(parts: BenchParts, { name, database }: Measured): Promise<ConsoleFigures[]> {
  const { print, seed, rounds } = parts;
  const startedAt = performance.now();
  const report = (line: string) =>
    print(`${name}, ${Math.round((performance.now() - startedAt) / 1000)} s: ${line}`);
  const world = await openConsoleWorld({ database });
  try {
    const { places } = await fillArea(database, members);
    const villages = places.length;
    await world.office.link('nguoi-0');
    await fillConsole({ ...parts, database, now: world.office.now(), villages, report });
    // A server does this by itself within a minute, the bot every hour on the embedded database.
    if (name === 'PostgreSQL') await sql`vacuum analyze`.execute(database.db);
    else await renewStatistics(database.db);
    report('statistics renewed');
    const figures: ConsoleFigures[] = [];
    for (const { viewer, memberId, teamId } of viewers) {
      const cases = listCases(await readNumbers(database, teamId), villages);
      const browser = await world.signIn(memberId);
      figures.push({ database: name, viewer, pages: await timePages({ browser, cases, rounds, seed }) });
      report(`timed for the ${viewer}`);
    }
    return figures;
  } finally {
    await world.close();
  }
}

/** Numbers of tickets from all over the table. */
async function readNumbers({ db }: Database, teamId: string | undefined): Promise<number[]> {
  const tickets = db.selectFrom('tickets').select('number').orderBy(sql`hashint8extended(id, 0)`);
  const own = teamId === undefined ? tickets : tickets.where('team_id', '=', teamId);
  return (await own.limit(maxNumbers).execute()).map(({ number }) => number);
}
