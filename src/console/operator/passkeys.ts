import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Operator } from '../../operator/operator.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { keepChallenge, takeChallenge } from './challenge-store.ts';

type Options<Make extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Make>>;
type RegistrationOptions = Options<typeof generateRegistrationOptions>;
type AuthenticationOptions = Options<typeof generateAuthenticationOptions>;
type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type AuthenticationAnswer = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

interface Ask {
  /** Who asks: a browser's secret, or a session. The answer must come from the same. */
  holder: string;
  now: number;
}

interface Answer extends Ask {
  /** What the browser sent, as JSON. */
  json: string;
}

/** Passkeys of operators. Each proves both the device and who holds it, so that one alone signs in. */
export interface Passkeys {
  askToAdd(operator: Operator, ask: Ask): Promise<RegistrationOptions>;
  /** @returns false for an answer that does not fit */
  add(operator: Operator, answer: Answer & { device: string }): Promise<boolean>;
  askWhoIs(ask: Ask): Promise<AuthenticationOptions>;
  /** @returns the id of the operator; undefined for an answer that does not fit */
  findOwner(answer: Answer): Promise<string | undefined>;
}

export function createPasskeys({ db, url, office }: Pick<ConsoleParts, 'db' | 'url' | 'office'>): Passkeys {
  const { hostname: rpID, origin } = new URL(url);
  const passkeysOf = (operatorId: string) =>
    db.selectFrom('operator_passkeys').selectAll().where('operator_id', '=', operatorId).execute();
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };

  return {
    async askToAdd({ operatorId, name }, ask) {
      const known = await passkeysOf(operatorId);
      const options = await generateRegistrationOptions({
        rpName: office,
        rpID,
        userName: name,
        userDisplayName: name,
        userID: new Uint8Array(Buffer.from(operatorId)),
        attestationType: 'none',
        excludeCredentials: known.map(({ credential_id: id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await keepChallenge(db, { ...ask, challenge: options.challenge });
      return options;
    },
    async add({ operatorId }, { json, device, ...ask }) {
      const challenge = await takeChallenge(db, ask);
      const response = parse<RegistrationAnswer>(json);
      if (challenge === undefined || response === undefined) return false;
      const { registrationInfo } = await verifyRegistrationResponse({
        ...expected,
        response,
        expectedChallenge: challenge,
      }).catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) return false;
      const { id, publicKey, counter } = registrationInfo.credential;
      const added = await db
        .insertInto('operator_passkeys')
        .values({
          credential_id: id,
          operator_id: operatorId,
          public_key: Buffer.from(publicKey).toString('base64url'),
          ...{ counter, device, created_at: ask.now },
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('credential_id')
        .executeTakeFirst();
      return added !== undefined;
    },
    async askWhoIs(ask) {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      await keepChallenge(db, { ...ask, challenge: options.challenge });
      return options;
    },
    async findOwner({ json, ...ask }) {
      const challenge = await takeChallenge(db, ask);
      const response = parse<AuthenticationAnswer>(json);
      if (challenge === undefined || typeof response?.id !== 'string') return undefined;
      const passkey = await db
        .selectFrom('operator_passkeys')
        .selectAll()
        .where('credential_id', '=', response.id)
        .executeTakeFirst();
      if (!passkey) return undefined;
      const { credential_id: id, public_key, counter } = passkey;
      const publicKey = new Uint8Array(Buffer.from(public_key, 'base64url'));
      const verified = await verifyAuthenticationResponse({
        ...expected,
        response,
        expectedChallenge: challenge,
        credential: { id, publicKey, counter },
      }).catch(() => undefined);
      if (!verified?.verified) return undefined;
      await db
        .updateTable('operator_passkeys')
        .set({ counter: verified.authenticationInfo.newCounter, used_at: ask.now })
        .where('credential_id', '=', id)
        .execute();
      return passkey.operator_id;
    },
  };
}

/** What the library is given it checks itself; what is no JSON object is no answer. */
function parse<T extends object>(json: string): T | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
