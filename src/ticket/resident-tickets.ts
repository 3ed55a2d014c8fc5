import { namesOf } from './commands/claim.ts';
import { confirmDone, withdraw } from './commands/close.ts';
import { reopen } from './commands/reopen.ts';
import { settlePlace } from './commands/settle-place.ts';
import { addResidentMessage, findMeantTicket } from './model/add-resident-message.ts';
import type { DecisionContext } from './model/decision-context.ts';
import { knowsVillage } from './model/knows-village.ts';
import { joinTicket, openTicket } from './model/open-ticket.ts';
import { residentActor, type TicketEdit } from './model/ticket-edit.ts';
import type {
  ResidentTickets,
  ResidentTicketsFactory,
  ResidentTurn,
  TicketReceipt,
  TicketSummary,
} from './resident-ticket-types.ts';
import { escalate } from './routing/offers.ts';
import { insertTicket } from './store/insert-ticket.ts';
import { loadOwn } from './store/load-tickets.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { armWindow, promisedAt } from './timers/arm-timers.ts';
import { reopenMs } from './timers/deadlines.ts';
import { isClaimed, listOwn, toTicketSummary } from './views/list-own.ts';
import { createTicketWork } from './with-tickets.ts';

export function createResidentTickets(parts: ServiceParts): ResidentTicketsFactory {
  return { at: (turn) => createTicketsOf(parts, turn), isClaimed };
}

function createTicketsOf(parts: ServiceParts, turn: ResidentTurn): ResidentTickets {
  const { trx, now } = turn;
  const work = createTicketWork(parts, { trx, now, tellsResident: false });
  let hasNone = false;

  const own = <T>(
    number: number,
    command: (edit: TicketEdit, context: DecisionContext) => T,
  ): Promise<T | undefined> =>
    work.change<T | undefined>({
      load: () => loadOwn(turn, (eb) => eb('number', '=', number)),
      command([edit], context) {
        if (!edit) return { result: undefined, changed: [] };
        return { result: command(edit, context), changed: [edit] };
      },
      ifNone: () => undefined,
    });

  return {
    unitOfOa: async () => (await parts.roster.load(trx)).unitOfOa(turn.person.oaId),
    open: (wanted) =>
      work.change({
        load: async () => (hasNone ? [] : loadOwnOpen(turn, wanted.topic)),
        async command([joined], context) {
          hasNone = false;
          const edit = joined ?? openTicket(turn, context, wanted);
          if (joined) joinTicket(joined, context, { ...wanted, phoneEncrypted: turn.phoneEncrypted });
          else await insertTicket(turn, edit);
          return { result: toTicketReceipt(edit, context, joined !== undefined), changed: [edit] };
        },
      }),
    listOpen: () => listOwn(turn, { isOpen: true }),
    listClosed: () => listOwn(turn, { isOpen: false }),
    async addMessages(events, traits) {
      const ticket = await work.change<TicketSummary | undefined>({
        load: async () => [findMeantTicket(await loadOwnRecent(turn)) ?? []].flat(),
        command([edit], context) {
          if (!edit) return { result: undefined, changed: [] };
          addResidentMessage(edit, context, { turn, events, traits });
          return { result: toTicketSummary(edit.ticket), changed: [edit] };
        },
        ifNone: () => undefined,
      });
      hasNone = ticket === undefined;
      return ticket;
    },
    takePhone: (number) =>
      own(number, (edit, context) => {
        if (turn.phoneEncrypted !== null) {
          edit.set({ phone_encrypted: turn.phoneEncrypted });
          edit.record({ event: 'noted', actor: residentActor, reason: 'phone-given' });
        }
        return toTicketReceipt(edit, context, true);
      }),
    settlePlace: (number, home) =>
      own(number, (edit, context) => {
        settlePlace(edit, context, home);
        return toTicketReceipt(edit, context, true);
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
        return toTicketReceipt(edit, context, true);
      }),
    confirmDone: async (number) => void (await own(number, confirmDone)),
    keepOpen: (number) =>
      own(number, (edit, context) => {
        if (edit.ticket.status !== 'resolved') {
          edit.record({ event: 'noted', actor: residentActor, reason: 'still-needed' });
          edit.set({ last_resident_at: now });
          armWindow(edit, context);
        }
        return toTicketReceipt(edit, context, true);
      }),
    rate: async (number, stars) =>
      (await own(number, (edit) => {
        if (edit.ticket.status !== 'resolved') return false;
        edit.set({ rating: stars });
        edit.record({ event: 'noted', actor: residentActor, reason: 'rated', data: { stars } });
        return true;
      })) ?? false,
    dispatchAfterCommit: work.dispatchAfterCommit,
  };
}

/** The resident's open ticket on a topic. */
async function loadOwnOpen(turn: ResidentTurn, topic: string | undefined): Promise<TicketEdit[]> {
  const same = await loadOwn(turn, (eb) =>
    eb.and([
      eb('status', '!=', 'resolved'),
      topic === undefined ? eb('topic', 'is', null) : eb('topic', '=', topic),
    ]),
  );
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

function toTicketReceipt(edit: TicketEdit, context: DecisionContext, isJoined: boolean): TicketReceipt {
  const { ticket, person } = edit;
  const { team, name } = namesOf(context, edit);
  const dueAt = promisedAt(edit);
  const { freeUntil } = context.windowAt(person.lastInteractionAt, context.now);
  return {
    ...toTicketSummary(ticket),
    isJoined,
    team,
    member: name || undefined,
    dueAt,
    isOutOfReach: dueAt !== undefined && dueAt > freeUntil,
    hasPhone: ticket.phone_encrypted !== null,
    lacksVillage: !knowsVillage(ticket, context.roster),
    isUnitKnown: (context.roster.tree.find(ticket.area_id ?? '')?.parentId ?? undefined) !== undefined,
  };
}
