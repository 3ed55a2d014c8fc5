import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { OperatorError } from '../errors.ts';
import { parseLine, type RowCounts } from './backup-lines.ts';
import { listTables, type TableShape } from './list-tables.ts';

const batchSize = 500;

/**
 * Fills the empty tables with the rows of a backup.
 * @param lines those after the header
 * @returns how many rows of each table
 * @throws OperatorError when the backup has a table that is not there, or ends early
 */
export async function loadTables(trx: Transaction<Tables>, lines: AsyncIterable<string>): Promise<RowCounts> {
  const shapes = await listTables(trx);
  // Migrations put a first row into some tables.
  await sql`truncate ${sql.join(shapes.map(({ name }) => sql.table(name)))} cascade`.execute(trx);
  const counts: RowCounts = {};
  let shape: TableShape | undefined;
  let waiting: string[] = [];
  const flush = async () => {
    if (shape && waiting.length > 0) await insertRows(trx, shape, waiting);
    waiting = [];
  };
  for await (const text of lines) {
    const line = parseLine(text);
    if (line.kind === 'row' && shape) {
      waiting.push(line.json);
      counts[shape.name] = (counts[shape.name] ?? 0) + 1;
      if (waiting.length >= batchSize && !shape.refersToItself) await flush();
    } else if (line.kind === 'table') {
      await flush();
      shape = shapes.find(({ name }) => name === line.name);
      if (!shape) throw new OperatorError(`The backup has a table that is not known here: ${line.name}.`);
      counts[shape.name] = 0;
    } else if (line.kind === 'end') {
      await flush();
      await continueCounting(trx, shapes);
      return refuseOtherCounts(counts, line.counts);
    }
  }
  throw new OperatorError('The backup has no end.');
}

async function insertRows(
  trx: Transaction<Tables>,
  { name, columns }: TableShape,
  rows: readonly string[],
): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(name)} (${list}) overriding system value
    select ${list} from jsonb_populate_recordset(null::${sql.table(name)}, ${`[${rows.join(',')}]`}::jsonb)`.execute(
    trx,
  );
}

/** The next row of a table gets the number after the highest. */
async function continueCounting(trx: Transaction<Tables>, shapes: readonly TableShape[]): Promise<void> {
  for (const { name, counted } of shapes) {
    for (const column of counted) {
      await sql`
        select setval(pg_get_serial_sequence(${name}, ${column}), max(${sql.ref(column)}))
        from ${sql.table(name)} having max(${sql.ref(column)}) is not null`.execute(trx);
    }
  }
}

function refuseOtherCounts(loaded: RowCounts, expected: RowCounts): RowCounts {
  const wrong = Object.keys(expected).filter((name) => loaded[name] !== expected[name]);
  if (wrong.length === 0) return loaded;
  throw new OperatorError(`The backup has not all rows of: ${wrong.join(', ')}.`);
}
