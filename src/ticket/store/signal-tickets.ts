import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { PersonRef } from '../../message.ts';
import type { TimerKind } from '../timers/timer-kinds.ts';

interface Signal {
  person: Pick<PersonRef, 'oaId' | 'personId'>;
  kind: Extract<TimerKind, 'unreachable' | 'staff-wrote'>;
  /** Epoch ms. */
  at: number;
}

/**
 * Tells a resident's open tickets about an event of the conversation. Writes it as a timer that is due, so that the
 * change happens where all ticket changes do.
 * @returns whether there are any
 */
export async function signalTickets(db: Kysely<Tables>, { person, kind, at }: Signal): Promise<boolean> {
  const result = await sql`
    insert into ticket_timers (ticket_id, kind, due_at)
    select t.id, ${kind}, ${at} from tickets t join conversations c on c.id = t.conversation_id
    where c.oa_id = ${person.oaId} and c.person_id = ${person.personId} and t.status <> 'resolved'
    on conflict (ticket_id, kind) do nothing`.execute(db);
  return (result.numAffectedRows ?? 0n) > 0n;
}
