import type { AlarmKind } from '../../src/alarm.ts';
import { createWorkingCalendar } from '../../src/calendar/working-hours.ts';
import type { Database } from '../../src/database/database.ts';
import { createCatchUp, listPendingCatchUps } from '../../src/jobs/catch-up.ts';
import { watchSilence } from '../../src/jobs/watch-silence.ts';
import { silentLogger } from '../../src/logger.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { createFakeQueue } from '../webhook/webhook-server.ts';

const oaId = '1872450913366021547';
let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('oas').execute();
  await database.db.deleteFrom('service_state').execute();
});

const at = (time: string) => Date.parse(`${time}+07:00`);

/** Runs the watch at each of the times; the last event is from `lastEventAt`. */
async function watch({ lastEventAt, times }: { lastEventAt: number; times: number[] }) {
  const { db } = database;
  const seen = { oa_id: oaId, token_state: 'ok' as const, connected_at: 0, last_event_at: lastEventAt };
  await db.insertInto('oas').values(seen).execute();
  const queue = createFakeQueue();
  const alarms: AlarmKind[] = [];
  for (const now of times) {
    await watchSilence({
      db,
      queue,
      clock: { now: () => now },
      alarm: { raise: (kind) => void alarms.push(kind) },
      officeHours: createWorkingCalendar('office'),
    });
  }
  return { alarms, asked: queue.jobs.map(({ data }) => data) };
}

describe('silence from Zalo', () => {
  test.each([
    [
      'on a Wednesday afternoon, two office hours after the last event',
      '2026-10-07T10:30',
      '2026-10-07T14:31',
      true,
    ],
    [
      'on a Wednesday afternoon, a lunch break after the last event',
      '2026-10-07T11:00',
      '2026-10-07T13:45',
      false,
    ],
    ['on Monday morning after a quiet weekend', '2026-10-02T16:30', '2026-10-05T08:30', false],
    ['on Monday when two office hours were quiet', '2026-10-02T16:30', '2026-10-05T09:31', true],
    ['at night', '2026-10-07T10:00', '2026-10-07T23:00', false],
    ['on a public holiday', '2026-09-01T16:50', '2026-09-02T11:00', false],
  ])('%s', async (_when, lastEvent, now, isAlarm) => {
    const { alarms } = await watch({ lastEventAt: at(lastEvent), times: [at(now)] });
    expect(alarms).toEqual(isAlarm ? ['silence'] : []);
  });

  test('orders a catch-up since the last event, at any hour', async () => {
    const lastEventAt = at('2026-10-07T20:00');
    const times = [at('2026-10-07T21:59'), at('2026-10-07T22:01')];
    expect((await watch({ lastEventAt, times })).asked).toEqual([{ oaId, sinceAt: lastEventAt }]);
  });
});

describe('our own silence', () => {
  const start = at('2026-10-07T20:00');
  const minute = 60_000;

  test('of more than ten minutes orders a catch-up for that time', async () => {
    const times = [start, start + 5 * minute, start + 16 * minute];
    const { asked } = await watch({ lastEventAt: start + 16 * minute, times });
    expect(asked).toEqual([{ oaId, sinceAt: start + 5 * minute }]);
  });

  test('does not exist while the watch runs every five minutes', async () => {
    const times = [start, start + 5 * minute, start + 10 * minute];
    expect((await watch({ lastEventAt: start, times })).asked).toEqual([]);
  });
});

describe('a catch-up', () => {
  const start = at('2026-10-07T20:00');
  const minute = 60_000;
  const nothingMissed = { missed: { list: async () => [] }, accept: async () => 0, logger: silentLogger };

  test('that was never done is ordered again at each run, since the same time', async () => {
    const times = [start, start + 16 * minute, start + 21 * minute];
    const { asked } = await watch({ lastEventAt: start + 16 * minute, times });
    expect(asked).toEqual([
      { oaId, sinceAt: start },
      { oaId, sinceAt: start },
    ]);
  });

  test('that was done is not ordered again', async () => {
    await watch({ lastEventAt: start + 16 * minute, times: [start, start + 16 * minute] });
    await createCatchUp({ db: database.db, ...nothingMissed })({ oaId, sinceAt: start });
    expect(await listPendingCatchUps(database.db)).toEqual(new Map());
  });
});
