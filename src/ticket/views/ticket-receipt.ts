import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { namesOf } from '../commands/claim.ts';
import { type DecisionContext, termsOf } from '../model/decision-context.ts';
import { knowsVillage } from '../model/knows-village.ts';
import { briefOf } from '../model/ticket-brief.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import type { TicketReceipt } from '../resident-ticket-types.ts';
import { readAddedWords } from '../store/added-words.ts';
import { promisedAt } from '../timers/arm-timers.ts';
import { isWorkingHour } from '../timers/deadlines.ts';
import { toTicketSummary } from './list-own.ts';

interface ReceiptParams {
  edit: TicketEdit;
  context: DecisionContext;
  isJoined: boolean;
}

/** The receipt of a ticket as it is after a change, with its brief. */
export async function readReceipt(db: Kysely<Tables>, params: ReceiptParams): Promise<TicketReceipt> {
  const { edit, context, isJoined } = params;
  const added = isJoined ? await readAddedWords(db, edit.ticket.id) : [];
  const { question } = briefOf(edit.ticket, { roster: context.roster, added });
  return toReceipt(params, question.join('; '));
}

function toReceipt({ edit, context, isJoined }: ReceiptParams, question: string): TicketReceipt {
  const { ticket, person } = edit;
  const { team, name } = namesOf(context, edit);
  const dueAt = promisedAt(edit);
  const { freeUntil } = context.windowAt(person.lastInteractionAt, context.now);
  return {
    ...toTicketSummary(ticket),
    isJoined,
    question,
    urgent: ticket.urgent,
    isOutOfHours: !isWorkingHour(context.calendars, termsOf(context, ticket), context.now),
    team,
    member: name || undefined,
    dueAt,
    isOutOfReach: dueAt !== undefined && dueAt > freeUntil,
    hasPhone: ticket.phone_encrypted !== null,
    lacksVillage: !knowsVillage(ticket, context.roster),
    isUnitKnown: (context.roster.tree.find(ticket.area_id ?? '')?.parentId ?? undefined) !== undefined,
  };
}
