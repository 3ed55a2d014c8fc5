import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';

export interface OaConnection {
  oaId: string;
  /** Works once, so any other program that has it must stop using it. */
  refreshToken: string | undefined;
  /** Obtained with the refresh token when missing. */
  accessToken?: string | undefined;
  accessLifeMs?: number;
  refreshLifeMs?: number;
  /** As the operator wants it. */
  name?: string | undefined;
  /** Taken when the OA has no name yet. */
  nameAtZalo?: string | undefined;
}

interface ConnectParts {
  db: Kysely<Tables>;
  sealer: Sealer;
  clock: Clock;
}

const usualRefreshLifeMs = 90 * 24 * 60 * 60_000;
/** A token entered by hand is of unknown age: use it for an hour, then refresh it. */
const givenAccessLifeMs = 60 * 60_000;

/** Stores the grant of a new or reconnected OA, and clears the problems of its previous grant. */
export async function connectOa(
  { db, sealer, clock }: ConnectParts,
  connection: OaConnection,
): Promise<void> {
  const { oaId, accessToken, refreshToken, name, nameAtZalo = null } = connection;
  const now = clock.now();
  const grant = {
    access_token_encrypted: accessToken ? sealer.seal(accessToken) : null,
    refresh_token_encrypted: refreshToken ? sealer.seal(refreshToken) : null,
    access_expires_at: accessToken ? now + (connection.accessLifeMs ?? givenAccessLifeMs) : null,
    refresh_expires_at: refreshToken ? now + (connection.refreshLifeMs ?? usualRefreshLifeMs) : null,
    token_state: 'ok' as const,
    refresh_lease: null,
    refresh_leased_until: null,
  };
  await db
    .insertInto('oas')
    .values({ oa_id: oaId, connected_at: now, name: name ?? nameAtZalo, ...grant })
    .onConflict((conflict) =>
      conflict.column('oa_id').doUpdateSet({
        ...grant,
        name: name ?? sql`coalesce(oas.name, excluded.name)`,
        token_version: sql`oas.token_version + 1`,
      }),
    )
    .execute();
}
