import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';
import { messageOf } from '../../errors.ts';
import type { Words } from '../../i18n.ts';
import type { Logger } from '../../logger.ts';
import type { StoredNotice } from '../notices/notice-store.ts';
import { composePush, isPushKind, type PushMessage, type PushNews } from './compose-push.ts';
import {
  hasPush,
  listPushTargets,
  markPushed,
  type PushTarget,
  readPushedTickets,
  removePush,
  savePush,
} from './push-store.ts';
import { type PushSubscription, readSubscription } from './push-subscription.ts';

/** Sends messages to browsers over the push services of their makers. */
export interface PushTransport {
  /** The key that a browser is asked to trust, base64url. */
  publicKey(): Promise<string>;
  /** Whether it sends to this address at all. */
  accepts(endpoint: string): boolean;
  /** @returns `gone` when the browser takes no more @throws Error when the service refuses or does not answer */
  send(to: PushSubscription, message: { text: string; isUrgent: boolean }): Promise<'sent' | 'gone'>;
}

/** Notices of members in their browsers, also while no page is open. */
export interface BrowserPush {
  publicKey(): Promise<string>;
  /** @param json the subscription as the browser gives it @returns false when it is none */
  switchOn(browser: { sessionId: number; memberId: string; json: string }): Promise<boolean>;
  switchOff(sessionId: number): Promise<void>;
  isOn(sessionId: number): Promise<boolean>;
  /** Shows notices in the browsers of their members, each once. Never throws: they are told in Zalo anyway. */
  show(notices: readonly StoredNotice[]): Promise<void>;
}

interface PushParts {
  db: Kysely<Tables>;
  clock: Clock;
  sealer: Sealer;
  logger: Logger;
  words: Words;
  transport: PushTransport;
  /** Address of the console. */
  consoleUrl: string;
}

export function createBrowserPush(parts: PushParts): BrowserPush {
  const { db, clock, sealer, logger, words, transport, consoleUrl } = parts;
  const path = new URL(consoleUrl).pathname;

  async function showAll(notices: readonly StoredNotice[]): Promise<void> {
    const wanted = notices.filter(({ kind, ticket_id }) => isPushKind(kind) && ticket_id !== null);
    if (wanted.length === 0) return;
    const now = clock.now();
    const memberIds = [...new Set(wanted.map(({ member_id }) => member_id))];
    const targets = await listPushTargets(db, memberIds, now);
    const isReached = new Set(targets.map(({ memberId }) => memberId));
    const reached = wanted.filter(({ member_id }) => isReached.has(member_id));
    if (reached.length === 0) return;
    const ids = reached.map(({ id }) => id);
    const isFirst = await markPushed(db, ids, now);
    const fresh = reached.filter(({ id }) => isFirst.has(id));
    const tickets = await readPushedTickets(
      db,
      reached.flatMap(({ ticket_id }) => ticket_id ?? []),
    );
    await Promise.all(
      targets.map((target) => {
        const own = fresh.filter(({ member_id }) => member_id === target.memberId);
        const message = composePush(newsOf(own, tickets), { t: words.in('vi'), path });
        return (
          message &&
          sendTo(
            target,
            message,
            own.some(({ urgent }) => urgent),
          )
        );
      }),
    );
  }

  async function sendTo(target: PushTarget, message: PushMessage, isUrgent: boolean): Promise<void> {
    const { sessionId, memberId } = target;
    try {
      const subscription = openSubscription(target);
      const outcome =
        subscription && (await transport.send(subscription, { text: JSON.stringify(message), isUrgent }));
      if (outcome !== 'sent') await removePush(db, sessionId);
    } catch (error) {
      logger.warn({ memberId, reason: messageOf(error) }, 'a browser could not be shown a notice');
    }
  }

  /** Undefined after ENCRYPTION_KEY was changed: the member switches it on again. */
  function openSubscription({ sealed }: PushTarget): PushSubscription | undefined {
    try {
      return readSubscription(sealer.open(sealed));
    } catch {
      return undefined;
    }
  }

  return {
    publicKey: transport.publicKey,
    async switchOn({ sessionId, memberId, json }) {
      const subscription = readSubscription(json);
      if (!subscription || !transport.accepts(subscription.endpoint)) return false;
      const { endpoint } = subscription;
      const sealed = sealer.seal(JSON.stringify(subscription));
      await savePush(db, { sessionId, memberId, endpoint, sealed, now: clock.now() });
      return true;
    },
    switchOff: (sessionId) => removePush(db, sessionId),
    isOn: (sessionId) => hasPush(db, sessionId),
    async show(notices) {
      try {
        await showAll(notices);
      } catch (error) {
        logger.warn({ reason: messageOf(error) }, 'notices could not be shown in browsers');
      }
    },
  };
}

/** What is still news: an offer that somebody else has taken meanwhile is none. */
function newsOf(
  notices: readonly StoredNotice[],
  tickets: Awaited<ReturnType<typeof readPushedTickets>>,
): PushNews[] {
  return notices.flatMap(({ kind, ticket_id }) => {
    const ticket = tickets.get(ticket_id ?? 0);
    const isNews = ticket && isPushKind(kind) && (kind !== 'offer' || ticket.isNew);
    return isNews ? { kind, ticket } : [];
  });
}
