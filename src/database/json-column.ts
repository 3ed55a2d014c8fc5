import type { ColumnType } from 'kysely';

/** JSON column: an object when read, JSON text when written. */
export type Json<T> = ColumnType<T, string, string>;
