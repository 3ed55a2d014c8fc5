import { namesOf } from './commands/claim.ts';
import { confirmDone, withdraw } from './commands/close.ts';
import { reopen } from './commands/reopen.ts';
import { settlePlace } from './commands/settle-place.ts';
import { addResidentMessage } from './model/add-resident-message.ts';
import { type DecisionContext, loadDecisionContext } from './model/decision-context.ts';
import { openTicket } from './model/open-ticket.ts';
import { residentActor, type TicketEdit } from './model/ticket-edit.ts';
import type {
  ResidentTickets,
  ResidentTicketsFactory,
  ResidentTurn,
  TicketReceipt,
} from './resident-ticket-types.ts';
import { escalate } from './routing/offers.ts';
import { loadOwn } from './store/load-tickets.ts';
import { saveEdits } from './store/save-edits.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { dispatchAfterCommit } from './timers/after-commit.ts';
import { armWindow, promisedAt } from './timers/arm-timers.ts';
import { listOwn, toTicketSummary } from './views/list-own.ts';

export function createResidentTickets(parts: ServiceParts): ResidentTicketsFactory {
  return { at: (turn) => createTicketsOf(parts, turn) };
}

function createTicketsOf(parts: ServiceParts, turn: ResidentTurn): ResidentTickets {
  const { trx, now } = turn;
  const changed: TicketEdit[] = [];
  let hasNone = false;

  /** The turn itself answers the resident, so that nothing is said twice or out of order. */
  async function save(edits: TicketEdit[]): Promise<void> {
    for (const { changes } of edits) changes.drafts.length = 0;
    await saveEdits(trx, edits, now);
    changed.push(...edits);
  }

  async function own<T>(
    number: number,
    change: (edit: TicketEdit, context: DecisionContext) => T | Promise<T>,
  ): Promise<T | undefined> {
    const [edit] = await loadOwn(turn, (eb) => eb('number', '=', number));
    if (!edit) return undefined;
    const result = await change(edit, await loadDecisionContext(trx, parts, now));
    await save([edit]);
    return result;
  }

  return {
    async open(ticket) {
      const context = await loadDecisionContext(trx, parts, now);
      const { edit, isJoined } = await openTicket(turn, context, { ...ticket, isFirst: hasNone });
      hasNone = false;
      await save([edit]);
      return toTicketReceipt(edit, context, isJoined);
    },
    unitOfOa: async () => (await parts.roster.load(trx)).unitOfOa(turn.person.oaId),
    listOpen: () => listOwn(turn, { isOpen: true }),
    listClosed: () => listOwn(turn, { isOpen: false }),
    async addMessages(events, traits) {
      const edit = await addResidentMessage({ turn, parts, events, traits });
      hasNone = edit === undefined;
      if (!edit) return undefined;
      await save([edit]);
      return toTicketSummary(edit.ticket);
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
      own(number, async (edit, context) => {
        await settlePlace(edit, context, { turn, home });
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
    async withdrawAll(reason) {
      const open = await loadOwn(turn, (eb) => eb('status', '!=', 'resolved'));
      if (open.length === 0) return;
      const context = await loadDecisionContext(trx, parts, now);
      for (const edit of open) withdraw(edit, context, residentActor, reason);
      await save(open);
    },
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
    dispatchAfterCommit: async () => {
      if (changed.length > 0) await dispatchAfterCommit(parts, changed);
    },
  };
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
    lacksVillage: lacksVillage(edit, context),
    isUnitKnown: (context.roster.tree.find(ticket.area_id ?? '')?.parentId ?? undefined) !== undefined,
  };
}

function lacksVillage({ ticket }: TicketEdit, { roster }: DecisionContext): boolean {
  if (ticket.village_text !== null) return false;
  return roster.tree.find(ticket.area_id ?? '')?.level !== 'village';
}
