import type { ColumnType } from 'kysely';

/** JSON column: reads as an object, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
