import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';

interface NoteParams {
  by: Caller;
  text: string;
}

/** A note for the present or next assignee; the resident does not read it. */
export function note(edit: TicketEdit, { by, text }: NoteParams): TicketResult {
  if (text.trim() === '') return refused('nothing-said');
  edit.record({ event: 'noted', actor: actorOf(by), reason: 'note', text });
  return { kind: 'done' };
}
