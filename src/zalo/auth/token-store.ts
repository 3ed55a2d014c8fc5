import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';

/** The stored grant of one OA. Times are epoch ms. */
export interface Grant {
  accessToken: string | undefined;
  refreshToken: string | undefined;
  accessExpiresAt: number;
  needsAuthorisation: boolean;
  /** Grows with each new pair; every change names the version that it follows. */
  version: number;
}

interface NewPair {
  accessToken: string;
  /** Undefined keeps the old one. */
  refreshToken: string | undefined;
  accessExpiresAt: number;
  refreshExpiresAt: number;
}

interface Lease {
  lease: string;
  now: number;
  until: number;
  version: number;
}

/** Stores grants. Seals the secrets at rest and opens them when it reads. */
export interface TokenStore {
  findGrant(oaId: string): Promise<Grant | undefined>;
  /** OAs with a working grant whose access token expires before `time`. */
  listEndingBefore(time: number): Promise<string[]>;
  /** @returns false when another process refreshes this OA, or has done so or been refused since `version` */
  takeLease(oaId: string, lease: Lease): Promise<boolean>;
  releaseLease(oaId: string, lease: string): Promise<void>;
  /** One statement; releases the lease. @returns false when a newer pair was stored in between */
  savePair(oaId: string, version: number, pair: NewPair): Promise<boolean>;
  /** @returns false when a newer pair was stored in between, so that nothing is wrong */
  markNeedsAuthorisation(oaId: string, version: number, accessEndsAt?: number): Promise<boolean>;
}

interface TokenStoreParts {
  db: Kysely<Tables>;
  sealer: Sealer;
}

export function createTokenStore({ db, sealer }: TokenStoreParts): TokenStore {
  const unseal = (sealed: string | null) => (sealed === null ? undefined : sealer.open(sealed));
  const noLease = { refresh_lease: null, refresh_leased_until: null };

  return {
    async findGrant(oaId) {
      const row = await db.selectFrom('oas').selectAll().where('oa_id', '=', oaId).executeTakeFirst();
      if (!row) return undefined;
      return {
        accessToken: unseal(row.access_token_encrypted),
        refreshToken: unseal(row.refresh_token_encrypted),
        accessExpiresAt: row.access_expires_at ?? 0,
        needsAuthorisation: row.token_state === 'needs-authorisation',
        version: row.token_version,
      };
    },

    async listEndingBefore(time) {
      const rows = await db
        .selectFrom('oas')
        .select('oa_id')
        .where('token_state', '=', 'ok')
        .where((eb) => eb.or([eb('access_expires_at', 'is', null), eb('access_expires_at', '<', time)]))
        .execute();
      return rows.map((row) => row.oa_id);
    },

    async takeLease(oaId, { lease, now, until, version }) {
      const result = await db
        .updateTable('oas')
        .set({ refresh_lease: lease, refresh_leased_until: until })
        .where('oa_id', '=', oaId)
        .where('token_version', '=', version)
        .where('token_state', '=', 'ok')
        .where((eb) => eb.or([eb('refresh_leased_until', 'is', null), eb('refresh_leased_until', '<=', now)]))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async releaseLease(oaId, lease) {
      await db
        .updateTable('oas')
        .set(noLease)
        .where('oa_id', '=', oaId)
        .where('refresh_lease', '=', lease)
        .execute();
    },

    async savePair(oaId, version, { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt }) {
      const result = await db
        .updateTable('oas')
        .set({
          ...noLease,
          access_token_encrypted: sealer.seal(accessToken),
          ...(refreshToken ? { refresh_token_encrypted: sealer.seal(refreshToken) } : {}),
          access_expires_at: accessExpiresAt,
          refresh_expires_at: refreshExpiresAt,
          token_state: 'ok',
          token_version: version + 1,
        })
        .where('oa_id', '=', oaId)
        .where('token_version', '=', version)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async markNeedsAuthorisation(oaId, version, accessEndsAt) {
      const result = await db
        .updateTable('oas')
        .set({
          ...noLease,
          token_state: 'needs-authorisation',
          ...(accessEndsAt === undefined ? {} : { access_expires_at: accessEndsAt }),
        })
        .where('oa_id', '=', oaId)
        .where('token_version', '=', version)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}
