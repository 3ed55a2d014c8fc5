import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';

/** A filter of the inbox that its member kept under a name. */
export interface SavedView {
  id: number;
  name: string;
  /** As `toView` writes it. */
  query: string;
}

/** So many fit above the list. */
const maxViews = 20;

/** In the order of their names. */
export async function listViews(db: Kysely<Tables>, memberId: string): Promise<SavedView[]> {
  const views = await db
    .selectFrom('console_views')
    .select(['id', 'name', 'query'])
    .where('member_id', '=', memberId)
    .execute();
  return views.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

interface NewView {
  memberId: string;
  name: string;
  query: string;
  now: number;
}

/** Keeps a view; one of the same name is replaced. @returns false when the member has as many as are allowed */
export async function saveView(
  db: Kysely<Tables>,
  { memberId, name, query, now }: NewView,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into console_views (member_id, name, query, created_at)
    select ${memberId}, ${name}, ${query}, ${now}
    where (select count(*) from console_views where member_id = ${memberId} and name <> ${name}) < ${maxViews}
    on conflict (member_id, name) do update set query = excluded.query`.execute(db);
  return numAffectedRows > 0n;
}

/** Removes a view of this member; that of another one stays. */
export async function removeView(
  db: Kysely<Tables>,
  { id, memberId }: { id: number; memberId: string },
): Promise<void> {
  await db.deleteFrom('console_views').where('id', '=', id).where('member_id', '=', memberId).execute();
}
