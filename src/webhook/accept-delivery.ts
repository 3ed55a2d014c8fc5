import type { Alarm } from '../alarm.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { IncomingEvent } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import { withTimeout } from '../with-timeout.ts';
import { parseDelivery } from '../zalo/events/parse-delivery.ts';
import { WrongShapeError } from '../zalo/events/wrong-shape-error.ts';
import type { EventRow } from './event-row.ts';
import type { EventStore } from './event-store.ts';
import { type MaskParts, toMaskedRow } from './mask-event.ts';
import type { OaDirectory } from './oa-directory.ts';
import type { Spool } from './spool/spool.ts';
import { type Delivery, type ExpectedSigner, isTestBody, verifyDelivery } from './verify-delivery.ts';

/** Answered 200, counted, not stored. */
type DropReason = 'not-json' | 'wrong-shape' | 'unsigned' | 'wrong-app' | 'bad-signature' | 'unknown-oa';

/**
 * `new`, `repeat`: in the database. `spooled`: on disk, to be replayed into the database. `refused`: on disk, for a
 * person to look at. `unavailable`: not stored, so Zalo has to deliver it again.
 */
export type AcceptResult = 'new' | 'repeat' | 'spooled' | 'refused' | 'unavailable' | DropReason;

export interface AcceptParts extends ExpectedSigner, MaskParts {
  /** How long the directory of OAs may take to be read, in ms. */
  limitMs: number;
  directory: OaDirectory;
  store: EventStore;
  spool: Spool;
  alarm: Alarm;
  logger: Logger;
  metrics: Metrics;
}

/** Verifies, parses, masks and stores. Resolves once the delivery is durable, or certainly will not be. */
export function createAcceptDelivery(parts: AcceptParts): (delivery: Delivery) => Promise<AcceptResult> {
  return async (delivery) => {
    const result = await accept(parts, delivery).catch((error: unknown): AcceptResult => {
      parts.logger.warn({ reason: messageOf(error) }, 'a delivery was not taken; Zalo will bring it again');
      parts.alarm.raise('spool-unavailable', {
        detail: 'neither the database nor DATA_DIR takes deliveries',
      });
      return 'unavailable';
    });
    parts.metrics.count('deliveries_total', { result });
    return result;
  };
}

async function accept(parts: AcceptParts, delivery: Delivery): Promise<AcceptResult> {
  const verdict = verifyDelivery(delivery, parts);
  if (verdict.kind === 'dropped') {
    if (verdict.reason === 'wrong-app' && !isTestBody(verdict.json)) {
      parts.alarm.raise('wrong-app', { detail: 'a delivery names another app than ZALO_APP_ID' });
    }
    return verdict.reason;
  }
  const event = await readEvent(parts, verdict.json);
  if (!event) return 'wrong-shape';
  if (!parts.directory.isConnected(event.oaId)) {
    if (!isTestBody(verdict.json)) parts.alarm.raise('unknown-oa', { oaId: event.oaId });
    return 'unknown-oa';
  }
  return await storeOrSpool(parts, toMaskedRow(parts, event));
}

/** @returns undefined for a body that is not a documented event */
async function readEvent(parts: AcceptParts, json: unknown): Promise<IncomingEvent | undefined> {
  const { directory, logger, limitMs } = parts;
  const options = { isConnectedOa: (id: string) => directory.isConnected(id) };
  try {
    const event = parseDelivery(json, options);
    if (directory.isConnected(event.oaId)) return event;
    await withTimeout(directory.refresh(), { ms: limitMs, of: 'the database' });
    return parseDelivery(json, options);
  } catch (error) {
    if (!(error instanceof WrongShapeError)) throw error;
    logger.warn({ reason: error.message }, 'a signed delivery has an unknown shape');
    return undefined;
  }
}

async function storeOrSpool({ store, spool, logger }: AcceptParts, row: EventRow): Promise<AcceptResult> {
  if (spool.mayHoldRows() && (await spool.appendBehind(row))) return 'spooled';
  const result = await store.store(row).catch(() => 'spooled' as const);
  if (result === 'spooled') await spool.append(row);
  if (result === 'refused') {
    await spool.reject(row);
    logger.error(
      { eventName: row.event_name },
      'the database refuses an event; it is in spool-rejected.ndjson',
    );
  }
  return result;
}
