import { namesOf } from './commands/claim.ts';
import { confirmDone, withdraw } from './commands/close.ts';
import { reopen } from './commands/reopen.ts';
import { settlePlace } from './commands/settle-place.ts';
import { hearResident } from './model/add-resident-message.ts';
import { loadScene, type Scene } from './model/decision-context.ts';
import { openTicket } from './model/open-ticket.ts';
import { type TicketEdit, theResident } from './model/ticket-edit.ts';
import type { DeskTurn, TicketDesk, TicketDesks, TicketPromise } from './resident-ticket-types.ts';
import { climb } from './routing/offers.ts';
import { loadOwn } from './store/load-tickets.ts';
import { saveEdits } from './store/save-edits.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { giveHints } from './timers/after-commit.ts';
import { armWindow, promisedAt } from './timers/arm-timers.ts';
import { listOwn, toRef } from './views/list-own.ts';

export function createTicketDesks(parts: ServiceParts): TicketDesks {
  return { at: (turn) => createDesk(parts, turn) };
}

function createDesk(parts: ServiceParts, turn: DeskTurn): TicketDesk {
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
    change: (edit: TicketEdit, scene: Scene) => T | Promise<T>,
  ): Promise<T | undefined> {
    const [edit] = await loadOwn(turn, (eb) => eb('number', '=', number));
    if (!edit) return undefined;
    const result = await change(edit, await loadScene(trx, parts, now));
    await save([edit]);
    return result;
  }

  return {
    async open(ticket) {
      const scene = await loadScene(trx, parts, now);
      const { edit, isJoined } = await openTicket(turn, scene, { ...ticket, isFirst: hasNone });
      hasNone = false;
      await save([edit]);
      return toPromise(edit, scene, isJoined);
    },
    listOpen: () => listOwn(turn, { isOpen: true }),
    listClosed: () => listOwn(turn, { isOpen: false }),
    async hear(events, heard) {
      const edit = await hearResident({ turn, parts, events, heard });
      hasNone = edit === undefined;
      if (!edit) return undefined;
      await save([edit]);
      return toRef(edit.ticket);
    },
    takePhone: (number) =>
      own(number, (edit, scene) => {
        if (turn.phoneEncrypted !== null) {
          edit.set({ phone_encrypted: turn.phoneEncrypted });
          edit.record({ event: 'noted', actor: theResident, reason: 'phone-given' });
        }
        return toPromise(edit, scene, true);
      }),
    settlePlace: (number, home) =>
      own(number, async (edit, scene) => {
        await settlePlace(edit, scene, { turn, home });
        return toPromise(edit, scene, true);
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
      (await own(number, (edit, scene) => withdraw(edit, scene, theResident).kind === 'done')) ?? false,
    async withdrawAll(reason) {
      const open = await loadOwn(turn, (eb) => eb('status', '!=', 'resolved'));
      if (open.length === 0) return;
      const scene = await loadScene(trx, parts, now);
      for (const edit of open) withdraw(edit, scene, theResident, reason);
      await save(open);
    },
    reopen: (number) =>
      own(number, (edit, scene) => {
        if (edit.ticket.status === 'resolved') {
          reopen(edit, scene, { actor: theResident, reason: 'not-done', climbs: true });
        } else if (edit.ticket.status !== 'new') climb(edit, scene, 'not-done');
        return toPromise(edit, scene, true);
      }),
    confirmDone: async (number) => void (await own(number, confirmDone)),
    keepOpen: (number) =>
      own(number, (edit, scene) => {
        if (edit.ticket.status !== 'resolved') {
          edit.record({ event: 'noted', actor: theResident, reason: 'still-needed' });
          edit.set({ last_resident_at: now });
          armWindow(edit, scene);
        }
        return toPromise(edit, scene, true);
      }),
    rate: async (number, stars) =>
      (await own(number, (edit) => {
        if (edit.ticket.status !== 'resolved') return false;
        edit.set({ rating: stars });
        edit.record({ event: 'noted', actor: theResident, reason: 'rated', data: { stars } });
        return true;
      })) ?? false,
    giveHints: async () => {
      if (changed.length > 0) await giveHints(parts, changed);
    },
  };
}

function toPromise(edit: TicketEdit, scene: Scene, isJoined: boolean): TicketPromise {
  const { ticket, person } = edit;
  const { team, name } = namesOf(scene, edit);
  const dueAt = promisedAt(edit);
  const { freeUntil } = scene.windowAt(person.lastInteractionAt, scene.now);
  return {
    ...toRef(ticket),
    isJoined,
    team,
    member: name || undefined,
    dueAt,
    isOutOfReach: dueAt !== undefined && dueAt > freeUntil,
    hasPhone: ticket.phone_encrypted !== null,
    lacksVillage: lacksVillage(edit, scene),
    isUnitKnown: (scene.roster.tree.find(ticket.area_id ?? '')?.parentId ?? undefined) !== undefined,
  };
}

function lacksVillage({ ticket }: TicketEdit, { roster }: Scene): boolean {
  if (ticket.village_text !== null) return false;
  return roster.tree.find(ticket.area_id ?? '')?.level !== 'village';
}
