import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';

/** A page that wants to know when something it shows has changed. */
interface Listener {
  /** The ticket that it shows; undefined for a page about many tickets. */
  ticketId: number | undefined;
  /** The version that it shows. */
  since: number;
  onChange(version: number): void;
}

/**
 * Tells open pages that tickets changed. Asks the database, because any process may have changed them; asks only while
 * pages are open, and once for all of them.
 */
export interface Changes {
  /** Grows with every change of any ticket. */
  version(): Promise<number>;
  /** @returns ends it */
  subscribe(listener: Listener): () => void;
  /** Asks once. Called by the timer. */
  look(): Promise<void>;
  close(): void;
}

interface ChangesParts {
  db: Kysely<Tables>;
  logger: Logger;
  /** How often to ask; 0: only when `look` is called. */
  everyMs: number;
}

/** A transaction that began earlier may commit later: as many of the last rows are read again. */
const overlap = 200;

export function createChanges({ db, logger, everyMs }: ChangesParts): Changes {
  const listeners = new Set<Listener>();
  let seen: Set<number> | undefined;
  let last = 0;
  /** What the first page showed when the asking began. */
  let begunAt = 0;
  let deliveries = new Map<number, string>();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;

  async function changedTickets(): Promise<Set<number>> {
    const { rows } = await sql<{ id: number; ticket_id: number }>`
      select id, ticket_id from ticket_events where id > ${last - overlap} order by id`.execute(db);
    const before = seen;
    seen = new Set(rows.map(({ id }) => id));
    last = Math.max(last, ...seen);
    const isNew = (id: number) => (before ? !before.has(id) : id > begunAt);
    return new Set(rows.filter(({ id }) => isNew(id)).map(({ ticket_id }) => ticket_id));
  }

  /** Of the shown tickets, those whose messages were sent, delivered, seen or taken back. */
  async function redelivered(ticketIds: number[]): Promise<number[]> {
    if (ticketIds.length === 0) return [];
    const { rows } = await sql<{ ticket_id: number; mark: string }>`
      select ticket_id, concat_ws(' ', count(*), count(sent_at), count(delivered_at), count(seen_at), count(failure)) as mark
      from outgoing_messages where ticket_id = any(${ticketIds}::bigint[]) group by ticket_id`.execute(db);
    const before = deliveries;
    deliveries = new Map(rows.map(({ ticket_id, mark }) => [ticket_id, mark]));
    return rows
      .filter(({ ticket_id, mark }) => before.has(ticket_id) && before.get(ticket_id) !== mark)
      .map(({ ticket_id }) => ticket_id);
  }

  async function look(): Promise<void> {
    if (listeners.size === 0 || isLooking) return;
    isLooking = true;
    try {
      const changed = await changedTickets();
      const shown = [...listeners].flatMap(({ ticketId }) => ticketId ?? []);
      for (const ticketId of await redelivered([...new Set(shown)])) changed.add(ticketId);
      if (changed.size === 0) return;
      for (const { ticketId, onChange } of listeners) {
        if (ticketId === undefined || changed.has(ticketId)) onChange(last);
      }
    } catch (error) {
      logger.warn({ reason: messageOf(error) }, 'open pages could not be told about changes');
    } finally {
      isLooking = false;
    }
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    seen = undefined;
    deliveries = new Map();
  }

  return {
    async version() {
      const { rows } = await sql<{ last: number | null }>`select max(id) as last from ticket_events`.execute(
        db,
      );
      return Number(rows[0]?.last ?? 0);
    },
    subscribe(listener) {
      if (listeners.size === 0) begunAt = listener.since;
      last = Math.max(last, listener.since);
      listeners.add(listener);
      if (timer === undefined && everyMs > 0) {
        timer = setInterval(() => void look(), everyMs);
        timer.unref();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    look,
    close() {
      listeners.clear();
      stop();
    },
  };
}
