import { type Kysely, sql } from 'kysely';

/**
 * The console: browsers that ask to be signed in, one-time links, and sessions; what its lists need to be quick, and the
 * names of residents without marks, which people search for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Vietnamese letters with marks by the letter they are folded to. */
const letters: Record<string, string> = {
  a: 'àáảãạăằắẳẵặâầấẩẫậ',
  e: 'èéẻẽẹêềếểễệ',
  i: 'ìíỉĩị',
  o: 'òóỏõọôồốổỗộơờớởỡợ',
  u: 'ùúủũụưừứửữự',
  y: 'ỳýỷỹỵ',
  d: 'đ',
};
// A server whose collation is C makes only ASCII letters small.
const marked = bothCases(Object.values(letters).join(''));
const folded = Object.entries(letters)
  .map(([letter, forms]) => letter.repeat(forms.length))
  .join('')
  .repeat(2);

function bothCases(small: string): string {
  return small + small.toUpperCase();
}

const statements = [
  `create table console_sign_ins (
    id bigint generated always as identity primary key,
    secret_hash text not null unique,
    code_hash text unique,
    member_id text references members (member_id) on delete cascade,
    device text,
    ticket_number integer,
    created_at bigint not null,
    expires_at bigint not null,
    confirmed_at bigint,
    refused_at bigint,
    used_at bigint
  )`,
  `create table console_sessions (
    id bigint generated always as identity primary key,
    token_hash text not null unique,
    member_id text not null references members (member_id) on delete cascade,
    device text,
    created_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
  )`,
  `create index console_sessions_member on console_sessions (member_id)`,
  `create index tickets_resolved on tickets (resolved_at desc nulls last, id desc) where status = 'resolved'`,
  `create index tickets_unresolved on tickets (status) where status <> 'resolved'`,
  `alter table conversations add column folded_name text
    generated always as (translate(lower(display_name), '${marked}', '${folded}')) stored`,
];
