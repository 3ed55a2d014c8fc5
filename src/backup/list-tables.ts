import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/schema.ts';

export interface TableShape {
  name: string;
  /** Without those that the database fills in itself. */
  columns: string[];
  /** Columns whose next value the database counts. */
  counted: string[];
  /** A row may point to another one of the table, so all must be written at once. */
  refersToItself: boolean;
}

/** What is worth nothing later: sign-ins, links, sessions with their browsers, consents that were begun. */
const leftOut = [
  'console_sign_ins',
  'console_sessions',
  'push_subscriptions',
  'authorisations',
  'operator_links',
  'operator_challenges',
];

interface Column {
  table_name: string;
  column_name: string;
  is_identity: boolean;
}

/** Our tables in an order in which each can be filled: a table comes after those that it refers to. */
export async function listTables(db: Kysely<Tables>): Promise<TableShape[]> {
  const { rows: columns } = await sql<Column>`
    select c.table_name, c.column_name, c.is_identity = 'YES' as is_identity
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and not starts_with(c.table_name, 'kysely_')
    order by c.table_name, c.ordinal_position`.execute(db);
  const { rows: references } = await sql<{ child: string; parent: string }>`
    select distinct child.relname as child, parent.relname as parent from pg_constraint
    join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
    where contype = 'f' and child.relnamespace = 'public'::regnamespace`.execute(db);
  const names = [...new Set(columns.map((column) => column.table_name))].filter(
    (name) => !leftOut.includes(name),
  );
  return sortByReferences(names, references).map((name) => {
    const own = columns.filter((column) => column.table_name === name);
    return {
      name,
      columns: own.map((column) => column.column_name),
      counted: own.filter((column) => column.is_identity).map((column) => column.column_name),
      refersToItself: references.some(({ child, parent }) => child === name && parent === name),
    };
  });
}

function sortByReferences(
  names: readonly string[],
  references: readonly { child: string; parent: string }[],
): string[] {
  const sorted = new Set<string>();
  const add = (name: string) => {
    if (sorted.has(name)) return;
    for (const { child, parent } of references) if (child === name && parent !== name) add(parent);
    sorted.add(name);
  };
  names.forEach(add);
  return [...sorted];
}
