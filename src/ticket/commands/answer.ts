import { memberAnswer } from '../../conversation/outbox.ts';
import type { OutgoingContent } from '../../message.ts';
import { asksForMoney } from '../../nlu/secrets/requests-money.ts';
import { asksForSecrets } from '../../nlu/secrets/requests-secrets.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { isWithinReach, wordsFor } from '../model/resident-messages.ts';
import { systemActor, type TicketEdit } from '../model/ticket-edit.ts';
import { refused, type TicketResult } from '../result.ts';
import { armWaiting, stopAnswerTimers, stopWaiting } from '../timers/arm-timers.ts';
import { claim, namesOf, takenBy } from './claim.ts';

/** A picture or document as uploaded to Zalo beforehand. */
export type AnswerAttachment = Extract<OutgoingContent, { kind: 'image' | 'file' }>;

export interface AnswerParams {
  memberId: string;
  text?: string | undefined;
  attachments?: AnswerAttachment[] | undefined;
  /** The answer asks the resident something: the ticket waits for them. */
  waitsForResident?: boolean | undefined;
}

/**
 * How an answer goes out. `now`: at once. `phone`: Zalo's window is closed, and we have a number to call. `held`: the
 * window is closed and we have no number; the answer goes out first when the resident writes again.
 */
export type AnswerWay = 'now' | 'phone' | 'held';

/** A member who introduced themselves this recently need not do so again. */
const sameTalkMs = 30 * 60_000;

/** A member answers: the OA relays it with the member's name. Answering an unassigned ticket claims it. */
export function answer(
  edit: TicketEdit,
  context: DecisionContext,
  params: AnswerParams,
): TicketResult<{ way: AnswerWay }> {
  const text = params.text?.trim() ?? '';
  const attachments = params.attachments ?? [];
  if (text === '' && attachments.length === 0) return refused('nothing-said');
  if (asksForSecrets(text)) return refused('asks-for-secrets');
  if (asksForMoney(text)) return refused('asks-for-money');
  if (edit.person.withdrawnAt !== null) return refused('withdrew-consent');
  const mine = ensureAssignee(edit, context, params.memberId);
  if (mine.kind !== 'done') return mine;
  const way = wayOf(edit, context);
  edit.record({ event: 'answered', actor: { kind: 'member', id: params.memberId }, data: { way } });
  stopWaiting(edit, context);
  stopAnswerTimers(edit);
  edit.set({
    first_answered_at: edit.ticket.first_answered_at ?? context.now,
    last_answer_at: context.now,
    ...(way === 'phone' ? { kind: 'call-back' } : {}),
  });
  if (way === 'phone') edit.record({ event: 'noted', actor: systemActor, reason: 'phone-task' });
  sendAnswer(edit, context, { text, attachments, isShort: way === 'now' && continuesTalk(edit, context) });
  if (params.waitsForResident) waitForResident(edit, context, params.memberId);
  return { kind: 'done', way };
}

/** Claims the ticket unless it is the member's already. */
function ensureAssignee(edit: TicketEdit, context: DecisionContext, memberId: string): TicketResult {
  const { assignee_id, status } = edit.ticket;
  if (status === 'resolved') return refused('resolved');
  if (assignee_id === memberId) return { kind: 'done' };
  return assignee_id === null ? claim(edit, context, memberId) : takenBy(edit, context);
}

function wayOf({ person, ticket }: TicketEdit, context: DecisionContext): AnswerWay {
  if (isWithinReach(context, person)) return 'now';
  return ticket.phone_encrypted === null ? 'held' : 'phone';
}

/** The same member continues, and the resident has no other ticket whose assignee the message could come from. */
function continuesTalk({ before, person, ticket }: TicketEdit, { now }: DecisionContext): boolean {
  const { assignee_id, claimed_at, last_answer_at } = before;
  if (assignee_id !== ticket.assignee_id || claimed_at === null || last_answer_at === null) return false;
  return last_answer_at >= claimed_at && now - last_answer_at < sameTalkMs && person.helpedWith === 1;
}

interface AnswerContent {
  text: string;
  attachments: AnswerAttachment[];
  /** Introduces the member only, not the ticket. */
  isShort: boolean;
}

function sendAnswer(
  edit: TicketEdit,
  context: DecisionContext,
  { text, attachments, isShort }: AnswerContent,
): void {
  const t = wordsFor(context, edit.person);
  const key = text === '' ? 'handoff.media_head' : 'handoff.answer_head';
  const head = t(isShort ? `${key}_short` : key, { number: edit.ticket.number, ...namesOf(context, edit) });
  const texts = context.splitText([head, text].filter(Boolean).join('\n\n'));
  const contents: OutgoingContent[] = [
    ...texts.map((part) => ({ kind: 'text' as const, text: part })),
    ...attachments,
  ];
  for (const content of contents) edit.say({ content, intent: memberAnswer, outcome: 'handoff' });
}

/**
 * The member asked the resident something: the resident gets a reminder after three working days, and the ticket closes
 * if they stay silent.
 */
export function waitForResident(edit: TicketEdit, context: DecisionContext, memberId: string): TicketResult {
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id !== memberId) {
    return ticket.assignee_id === null ? refused('not-yours') : takenBy(edit, context);
  }
  if (!edit.can('waited')) return refused('not-waiting-for-it');
  edit.record({ event: 'waited', actor: { kind: 'member', id: memberId } });
  armWaiting(edit, context);
  return { kind: 'done' };
}
