import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller } from '../permissions.ts';
import type { TicketResult } from '../result.ts';

/** Records in the timeline that somebody saw the resident's phone number. */
export function noteReveal(edit: TicketEdit, by: Caller): TicketResult {
  edit.record({ event: 'noted', actor: actorOf(by), reason: 'phone-shown' });
  return { kind: 'done' };
}
