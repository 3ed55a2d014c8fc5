import type { Transcript } from '../database/ticket-tables.ts';
import { saysUrgent } from '../nlu/phrases/urgency.ts';
import { confirmDone, withdraw } from './commands/close.ts';
import { reopen } from './commands/reopen.ts';
import { settlePlace, takeHome } from './commands/settle-place.ts';
import { addResidentMessage, findMeantTicket } from './model/add-resident-message.ts';
import type { DecisionContext } from './model/decision-context.ts';
import { knowsVillage } from './model/knows-village.ts';
import { joinTicket, type NewTicket, openTicket } from './model/open-ticket.ts';
import { questionOf } from './model/ticket-brief.ts';
import { residentActor, type TicketEdit } from './model/ticket-edit.ts';
import type {
  AddedMessages,
  ResidentTickets,
  ResidentTicketsFactory,
  ResidentTurn,
} from './resident-ticket-types.ts';
import { escalate } from './routing/offers.ts';
import { insertTicket } from './store/insert-ticket.ts';
import { loadOwn } from './store/load-tickets.ts';
import { summarise } from './store/transcript.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { armWindow } from './timers/arm-timers.ts';
import { reopenMs } from './timers/deadlines.ts';
import { isClaimed, listOwn, toTicketSummary } from './views/list-own.ts';
import { readReceipt } from './views/ticket-receipt.ts';
import { createTicketWork } from './with-tickets.ts';

export function createResidentTickets(parts: ServiceParts): ResidentTicketsFactory {
  return { at: (turn) => createTicketsOf(parts, turn), isClaimed };
}

function createTicketsOf(parts: ServiceParts, turn: ResidentTurn): ResidentTickets {
  const { trx, now } = turn;
  const work = createTicketWork(parts, { trx, now, tellsResident: false });
  let hasNone = false;
  /** Numbers of tickets that had a phone number before this turn. */
  const hadPhone = new Set<number>();

  const own = <T>(
    number: number,
    command: (edit: TicketEdit, context: DecisionContext) => T | Promise<T>,
  ): Promise<T | undefined> =>
    work.change<T | undefined>({
      load: () => loadOwn(turn, (eb) => eb('number', '=', number)),
      async command([edit], context) {
        if (!edit) return { result: undefined, changed: [] };
        return { result: await command(edit, context), changed: [edit] };
      },
      ifNone: () => undefined,
    });

  const receiptOf = (edit: TicketEdit, context: DecisionContext, isJoined: boolean) =>
    readReceipt(trx, { edit, context, isJoined });

  return {
    unitOfOa: async () => (await parts.roster.load(trx)).unitOfOa(turn.person.oaId),
    open: (wanted) =>
      work.change({
        load: async () => (hasNone ? [] : loadOwnOpen(turn, wanted)),
        async command([joined], context) {
          hasNone = false;
          if (joined) {
            joinTicket(joined, context, { ...wanted, phoneEncrypted: turn.phoneEncrypted });
            return { result: await receiptOf(joined, context, true), changed: [joined] };
          }
          const edit = openTicket(turn, context, withTranscript(wanted, await summarise(turn), now));
          await insertTicket(turn, edit);
          return { result: await receiptOf(edit, context, false), changed: [edit] };
        },
      }),
    listOpen: () => listOwn(turn, { isOpen: true }),
    listClosed: () => listOwn(turn, { isOpen: false }),
    async addMessages(events, traits) {
      const added = await work.change<AddedMessages | undefined>({
        load: async () => [findMeantTicket(await loadOwnRecent(turn)) ?? []].flat(),
        command([edit], context) {
          if (!edit) return { result: undefined, changed: [] };
          if (edit.ticket.phone_encrypted !== null) hadPhone.add(edit.ticket.number);
          const isAdded = traits?.belongs(toTicketSummary(edit.ticket)) ?? true;
          if (isAdded)
            addResidentMessage(edit, context, { turn, events, asksForAnswer: traits?.asksForAnswer });
          const isPlaced = takeHome(edit, context, traits?.home);
          return {
            result: { ticket: toTicketSummary(edit.ticket), isAdded },
            changed: isAdded || isPlaced ? [edit] : [],
          };
        },
        ifNone: () => undefined,
      });
      hasNone = added === undefined;
      return added;
    },
    takePhone: (number) =>
      own(number, async (edit, context) => {
        if (turn.phoneEncrypted !== null) {
          edit.set({ phone_encrypted: turn.phoneEncrypted });
          edit.record({ event: 'noted', actor: residentActor, reason: 'phone-given' });
        }
        return { ...(await receiptOf(edit, context, true)), isCorrection: hadPhone.has(number) };
      }),
    refuseCall: (number) =>
      own(number, (edit, context) => {
        edit.set({ phone_encrypted: null, ...(edit.ticket.kind === 'call-back' && { kind: 'question' }) });
        edit.record({ event: 'noted', actor: residentActor, reason: 'call-refused' });
        return receiptOf(edit, context, true);
      }),
    settlePlace: (number, home) =>
      own(number, async (edit, context) => {
        const { area_id, village_text } = edit.ticket;
        const knewVillage = knowsVillage(edit.ticket, context.roster);
        settlePlace(edit, context, home);
        const isMoved = edit.ticket.area_id !== area_id || edit.ticket.village_text !== village_text;
        const isCorrection = knewVillage && isMoved;
        return { ...(await receiptOf(edit, context, true)), isCorrection };
      }),
    async keepConsent({ purpose, textVersion, given }) {
      await trx
        .insertInto('consents')
        .values({
          oa_id: turn.person.oaId,
          person_id: turn.person.personId,
          purpose,
          text_version: textVersion,
          given,
          at: now,
        })
        .execute();
    },
    withdraw: async (number) =>
      (await own(number, (edit, context) => withdraw(edit, context, residentActor).kind === 'done')) ?? false,
    withdrawAll: (why) =>
      work.change<void>({
        load: () => loadOwn(turn, (eb) => eb('status', '!=', 'resolved')),
        command(open, context) {
          for (const edit of open) withdraw(edit, context, residentActor, why);
          return { result: undefined, changed: open };
        },
        ifNone: () => undefined,
      }),
    reopen: (number) =>
      own(number, (edit, context) => {
        if (edit.ticket.status === 'resolved') {
          reopen(edit, context, { actor: residentActor, reason: 'not-done', escalates: true });
        } else if (edit.ticket.status !== 'new') escalate(edit, context, 'not-done');
        return receiptOf(edit, context, true);
      }),
    confirmDone: async (number) => void (await own(number, confirmDone)),
    keepOpen: (number) =>
      own(number, (edit, context) => {
        if (edit.ticket.reason === 'withdrawn') {
          reopen(edit, context, { actor: residentActor, reason: 'still-needed' });
        } else if (edit.ticket.status !== 'resolved') {
          edit.record({ event: 'noted', actor: residentActor, reason: 'still-needed' });
          edit.set({ last_resident_at: now });
          armWindow(edit, context);
        }
        return receiptOf(edit, context, true);
      }),
    rate: async (number, stars) =>
      (await own(number, (edit) => {
        if (edit.ticket.status !== 'resolved' && edit.ticket.last_answer_at === null) return false;
        edit.set({ rating: stars });
        edit.record({ event: 'noted', actor: residentActor, reason: 'rated', data: { stars } });
        return true;
      })) ?? false,
    dispatchAfterCommit: work.dispatchAfterCommit,
  };
}

/** The open ticket that a request joins: the one it names, else the one on its topic. */
async function loadOwnOpen(turn: ResidentTurn, { joins, topic }: NewTicket): Promise<TicketEdit[]> {
  const same = await loadOwn(turn, (eb) => {
    const onTopic = topic === undefined ? eb('topic', 'is', null) : eb('topic', '=', topic);
    return eb.and([eb('status', '!=', 'resolved'), joins === undefined ? onTopic : eb('number', '=', joins)]);
  });
  return same.slice(0, 1);
}

/**
 * Tickets that the resident's message may belong to: all open ones, and recent ones that ended without a word from
 * them.
 */
function loadOwnRecent(turn: ResidentTurn): Promise<TicketEdit[]> {
  return loadOwn(turn, (eb) =>
    eb.or([
      eb('status', '!=', 'resolved'),
      eb.and([eb('reason', 'in', ['no-answer', 'unreachable']), eb('resolved_at', '>', turn.now - reopenMs)]),
    ]),
  );
}

/** A resident who said that it is urgent when they described it says so for the ticket. */
function withTranscript(wanted: NewTicket, summary: Transcript, now: number): NewTicket {
  const question = questionOf({ summary, created_at: now }).join('\n');
  return { ...wanted, summary, urgent: wanted.urgent || saysUrgent(question) };
}
