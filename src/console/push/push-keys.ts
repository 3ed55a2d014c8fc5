import type { Kysely } from 'kysely';
import webPush, { type VapidKeys } from 'web-push';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';

const stateName = 'push-keys';

interface KeyParts {
  db: Kysely<Tables>;
  sealer: Sealer;
  now(): number;
}

/**
 * The pair of keys that signs what goes to browsers (VAPID): made once for an installation, the private one stored
 * sealed. When ENCRYPTION_KEY no longer opens it, a new pair is made, and the browsers that trust the old one are
 * forgotten.
 */
export async function loadPushKeys({ db, sealer, now }: KeyParts): Promise<VapidKeys> {
  const stored = await readKeys(db);
  const opened = stored && openKeys(stored, sealer);
  if (opened) return opened;
  const made = webPush.generateVAPIDKeys();
  const value = JSON.stringify({
    publicKey: made.publicKey,
    privateKeyEncrypted: sealer.seal(made.privateKey),
  });
  if (stored) {
    await db.deleteFrom('push_subscriptions').execute();
    await db.deleteFrom('service_state').where('name', '=', stateName).execute();
  }
  await db
    .insertInto('service_state')
    .values({ name: stateName, value, updated_at: now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  // Another process may have been first.
  const kept = await readKeys(db);
  return (kept && openKeys(kept, sealer)) ?? made;
}

interface StoredKeys {
  publicKey: string;
  privateKeyEncrypted: string;
}

async function readKeys(db: Kysely<Tables>): Promise<StoredKeys | undefined> {
  const row = await db
    .selectFrom('service_state')
    .select('value')
    .where('name', '=', stateName)
    .executeTakeFirst();
  return row?.value as StoredKeys | undefined;
}

function openKeys({ publicKey, privateKeyEncrypted }: StoredKeys, sealer: Sealer): VapidKeys | undefined {
  try {
    return { publicKey, privateKey: sealer.open(privateKeyEncrypted) };
  } catch {
    return undefined;
  }
}
