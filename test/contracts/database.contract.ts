import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import type { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { until } from '../helpers/until.ts';

/** What the rest of the program relies on, with either database. */
export function describeDatabase(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;

    beforeAll(async () => {
      database = await open();
      await database.pool.query(
        'create table notes (id bigint primary key, words text, count int default 0)',
      );
    }, 60_000);
    afterAll(() => database?.close());
    beforeEach(() => database.pool.query('truncate notes'));

    const words = async (): Promise<string[]> =>
      (await database.pool.query('select words from notes order by id')).rows.map((row) => row.words);

    async function withClient<T>(act: (client: PoolClient) => Promise<T>): Promise<T> {
      const client = await database.pool.connect();
      try {
        return await act(client);
      } finally {
        client.release();
      }
    }

    describe('transactions', () => {
      test('are invisible to others before they commit, and fully visible after', async () => {
        let seenInside: string[] | undefined;
        await database.db.transaction().execute(async (transaction) => {
          await sql`insert into notes (id, words) values (1, 'inside')`.execute(transaction);
          const others = words();
          const own = await sql<{ words: string }>`select words from notes`.execute(transaction);
          expect(own.rows).toEqual([{ words: 'inside' }]);
          // Embedded, the others wait for the end of the transaction; on a server they see nothing yet.
          seenInside = await Promise.race([
            others,
            new Promise<[]>((resolve) => setTimeout(resolve, 50, [])),
          ]);
        });
        expect(seenInside).toEqual([]);
        expect(await words()).toEqual(['inside']);
      });

      test('write nothing when they throw', async () => {
        const attempt = database.db.transaction().execute(async (transaction) => {
          await sql`insert into notes (id, words) values (1, 'gone')`.execute(transaction);
          throw new Error('changed my mind');
        });
        await expect(attempt).rejects.toThrow('changed my mind');
        expect(await words()).toEqual([]);
      });

      test('of 20 concurrent sockets neither mix nor lose anything', async () => {
        await database.pool.query("insert into notes (id, words) values (1, 'counter')");
        await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            database.db.transaction().execute(async (transaction) => {
              await sql`insert into notes (id, words) values (${100 + n}, 'first')`.execute(transaction);
              await sql`update notes set count = count + 1 where id = 1`.execute(transaction);
              await sql`update notes set words = 'second' where id = ${100 + n}`.execute(transaction);
            }),
          ),
        );
        const { rows } = await database.pool.query('select count from notes where id = 1');
        expect(rows).toEqual([{ count: 20 }]);
        expect(await words()).toEqual(['counter', ...Array<string>(20).fill('second')]);
      });

      test('refuse statements after an error until they are rolled back', async () => {
        await withClient(async (client) => {
          await client.query('begin');
          await client.query("insert into notes (id, words) values (1, 'lost')");
          await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
          await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' });
          await client.query('rollback');
          expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
        });
        expect(await words()).toEqual([]);
      });

      test('without a statement yet block no other socket, and still end correctly', async () => {
        await withClient(async (client) => {
          await client.query('begin');
          expect(await words()).toEqual([]);
          await client.query('commit');
          await client.query('begin');
          await client.query('rollback');
          await client.query('begin');
          expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
          await client.query("insert into notes (id, words) values (1, 'kept')");
          await client.query('commit');
          await client.query('begin');
          await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
          await client.query('rollback');
        });
        expect(await words()).toEqual(['kept']);
      });

      test('are rolled back when their client is discarded', async () => {
        const client = await database.pool.connect();
        await client.query('begin');
        await client.query("insert into notes (id, words) values (1, 'abandoned')");
        client.release(true);
        await until('the row is gone', async () => (await words()).length === 0);
        await database.pool.query("insert into notes (id, words) values (1, 'mine')");
        expect(await words()).toEqual(['mine']);
      });

      test('are rolled back when their socket breaks', async () => {
        const client = await database.pool.connect();
        client.once('error', () => undefined);
        await client.query('begin');
        await client.query("insert into notes (id, words) values (1, 'broken')");
        const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
        connection.stream.destroy();
        await until('the client notices', async () =>
          client.query('select 1').then(
            () => false,
            () => true,
          ),
        );
        client.release(true);
        await database.pool.query("insert into notes (id, words) values (1, 'whole')");
        expect(await words()).toEqual(['whole']);
      });
    });

    describe('statements', () => {
      test('report errors with their SQLSTATE', async () => {
        await database.pool.query("insert into notes (id, words) values (1, 'a')");
        const query = (text: string) => database.pool.query(text);
        await expect(query("insert into notes (id, words) values (1, 'b')")).rejects.toMatchObject({
          code: '23505',
        });
        await expect(query('select * from missing')).rejects.toMatchObject({ code: '42P01' });
        await expect(query('selec')).rejects.toMatchObject({ code: '42601' });
      });

      test('return 8-byte integers as numbers', async () => {
        const { rows } = await database.pool.query(
          'select $1::int8 as at, count(*) as n from notes',
          [1_763_000_000_000],
        );
        expect(rows).toEqual([{ at: 1_763_000_000_000, n: 0 }]);
        await expect(database.pool.query('select 9007199254740993::int8 as n')).rejects.toThrow(RangeError);
      });

      test('store JSON, Vietnamese and emoji unchanged', async () => {
        const value = { text: 'Nộp hồ sơ giúp bà 👵🏽 «ơi»', nested: [1, null, { '\u202e': true }] };
        const { rows } = await database.pool.query('select $1::jsonb as value, $2::text as plain', [
          JSON.stringify(value),
          value.text,
        ]);
        expect(rows).toEqual([{ value, plain: value.text }]);
      });

      test('transfer rows of a megabyte', async () => {
        const large = 'ạ'.repeat(1_000_000);
        await database.pool.query('insert into notes (id, words) values (1, $1)', [large]);
        expect(await words()).toEqual([large]);
      });

      test('insert many rows at once and report which were new', async () => {
        await database.pool.query("insert into notes (id, words) values (2, 'old')");
        const { rows } = await database.pool.query(
          `insert into notes (id, words) select * from unnest($1::bigint[], $2::text[])
           on conflict do nothing returning id`,
          [
            [1, 2, 3, 3],
            ['one', 'two', 'three', 'again'],
          ],
        );
        expect(rows).toEqual([{ id: 1 }, { id: 3 }]);
        expect(await words()).toEqual(['one', 'old', 'three']);
      });

      test('run a thousand at a time', async () => {
        const answers = await Promise.all(
          Array.from({ length: 1000 }, (_, n) => database.pool.query('select $1::int as n', [n])),
        );
        expect(answers.map(({ rows }) => rows[0].n)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
      });

      test('of two clients may be prepared under the same name', async () => {
        await withClient((first) =>
          withClient(async (second) => {
            const ask = async (client: PoolClient, text: string, values: unknown[]) =>
              (await client.query({ name: 'same', text, values })).rows;
            expect(await ask(first, 'select $1::int + 1 as n', [1])).toEqual([{ n: 2 }]);
            expect(await ask(second, 'select $1::text as word', ['x'])).toEqual([{ word: 'x' }]);
            expect(await ask(first, 'select $1::int + 1 as n', [5])).toEqual([{ n: 6 }]);
          }),
        );
      });

      test('that repeat see the current rows, also after one of them failed', async () => {
        const add = (id: number) =>
          database.pool.query('insert into notes (id, words) values ($1, $2)', [id, `note ${id}`]);
        const upTo = async (id: number) => {
          const { rows } = await database.pool.query('select id from notes where id <= $1 order by id', [id]);
          return rows.map((row) => row.id);
        };
        for (let id = 1; id <= 20; id += 1) {
          await add(id);
          await expect(add(id)).rejects.toMatchObject({ code: '23505' });
          expect(await upTo(id)).toHaveLength(id);
        }
        await database.pool.query('truncate notes');
        await database.pool.query('discard plans');
        await add(7);
        expect(await Promise.all(Array.from({ length: 30 }, (_each, id) => upTo(id)))).toEqual(
          Array.from({ length: 30 }, (_each, id) => (id < 7 ? [] : [7])),
        );
      });

      test("find our tables and BullMQ's by their plain names, whatever a transaction has set", async () => {
        await database.db
          .transaction()
          .execute((transaction) => sql`set local search_path to pg_catalog`.execute(transaction));
        const { rows } = await database.pool.query('show search_path');
        expect(rows[0].search_path.replaceAll(/[" ]/g, '')).toBe('public,bullmq');
      });
    });

    test('a notification reaches every listening client, and no other', async () => {
      await withClient((first) =>
        withClient(async (second) => {
          const heard: string[] = [];
          first.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
          second.on('notification', () => heard.push('not asked for'));
          await first.query('listen news');
          await database.pool.query("select pg_notify('news', 'chợ phiên 🐃')");
          await until('the notification is there', () => heard.length > 0);
          await second.query('select 1');
          expect(heard).toEqual(['news chợ phiên 🐃']);
        }),
      );
    });

    test('an urgent statement does not wait behind a queue of others', async () => {
      // Connect first, as the accept path does: opening a connection is not part of this test.
      await sql`select 1`.execute(database.urgent);
      const finished: string[] = [];
      const queue = Array.from({ length: 500 }, async () => {
        await database.pool.query('select count(*) from generate_series(1, 2000)');
        finished.push('normal');
      });
      await sql`select 1`.execute(database.urgent);
      finished.push('urgent');
      await Promise.all(queue);
      expect(finished.indexOf('urgent')).toBeLessThan(queue.length);
    });

    test('migrating again changes nothing', async () => {
      expect(database.appliedMigrations).toEqual([
        '001-main-path',
        '002-teams-and-tickets',
        '003-members-in-zalo',
        '004-plain-names',
        '005-joins-by-id',
        '006-area-aliases',
        '007-erasure-waits',
        '008-console',
        '009-bot-corrections',
        '010-away-from',
        '011-oa-pauses',
        '012-console-views',
        '013-web-push',
        '016-topic-pauses',
        '017-console-speed',
        '018-operators',
        '019-audit-log',
      ]);
      expect(await migrate(database.db)).toEqual([]);
    });

    test('tables of a newer version are refused', async () => {
      const name = '999-from-the-future';
      await database.pool.query('insert into kysely_migration (name, timestamp) values ($1, $2)', [
        name,
        'later',
      ]);
      await expect(migrate(database.db)).rejects.toThrow(
        /newer version of this program \(999-from-the-future\)/,
      );
      await database.pool.query('delete from kysely_migration where name = $1', [name]);
    });
  });
}
