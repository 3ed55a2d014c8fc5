import type { Transaction } from 'kysely';
import type { ConversationState } from '../conversation/conversation-state.ts';
import type { Tables } from '../database/schema.ts';
import type { TicketTable } from '../database/ticket-tables.ts';
import type { Origin } from '../message.ts';
import { armWindow, promisedAt } from './clocks.ts';
import { hearResident } from './hear-resident.ts';
import { giveHints } from './hints.ts';
import { listOwn } from './list-own.ts';
import { loadOwn } from './load-own.ts';
import { climb } from './offers.ts';
import { type NewTicket, openTicket } from './open-ticket.ts';
import type { ServiceParts } from './run-due.ts';
import { saveEdits } from './save-edits.ts';
import { loadScene, type Scene } from './scene.ts';
import { type TicketEdit, theResident } from './ticket-edit.ts';
import { toRef } from './to-ref.ts';
import { namesOf } from './verbs/claim.ts';
import { confirmDone, withdraw } from './verbs/close.ts';
import { reopen } from './verbs/reopen.ts';
import { settlePlace, type ToldHome } from './verbs/settle-place.ts';

/** One of the resident's own matters. */
export interface TicketRef {
  number: number;
  status: TicketTable['status'];
  kind: TicketTable['kind'];
  topic: string | null;
  createdAt: number;
  /** A member has it: what the resident writes goes to them and not to the bot. */
  isClaimed: boolean;
  /** When a member last answered in it. */
  lastAnswerAt: number | null;
}

/** With who has it, and by when an answer is promised. */
export interface OpenTicket extends TicketRef {
  team: string | undefined;
  dueAt: number | undefined;
}

/** What a resident is told about a matter: who answers, and by when. */
export interface TicketPromise extends TicketRef {
  /** It was open already; what is new was added to it. */
  isJoined: boolean;
  team: string;
  /** First name of the member who has it, if somebody has. */
  member: string | undefined;
  /** Epoch ms; undefined when no answer is owed. */
  dueAt: number | undefined;
  /** The promised time lies outside the time in which we can write at no cost. */
  isOutOfReach: boolean;
  hasPhone: boolean;
  /** Nobody knows in which village to look for them. */
  lacksVillage: boolean;
  /** The commune is clear without asking. */
  isUnitKnown: boolean;
}

export interface Consent {
  purpose: string;
  /** Which text they agreed to. */
  textVersion: string;
  given: boolean;
}

/** What a message is to whoever has the matter. */
export interface Heard {
  /** "Vâng ạ" leaves nobody waiting. Asked only where there is a matter. */
  asksForAnswer(): boolean;
}

/** The follow-ups of one resident, inside the transaction of their turn. */
export interface TicketDesk {
  /** Opens a follow-up, or joins the open one of the same resident and subject. */
  open(ticket: NewTicket): Promise<TicketPromise>;
  listOpen(): Promise<OpenTicket[]>;
  /** Own matters closed lately, the last one first. */
  listClosed(): Promise<OpenTicket[]>;
  /**
   * Adds messages to the matter they belong to, and brings back one that was closed for want of an answer.
   * @returns the matter, if there is one, as it is afterwards
   */
  hear(events: readonly { id: number }[], heard?: Heard): Promise<TicketRef | undefined>;
  /** Keeps the phone number that came with this turn's event. @returns undefined for a number not their own */
  takePhone(number: number): Promise<TicketPromise | undefined>;
  /** Routes anew by the village that was told. @returns undefined for a number not their own */
  settlePlace(number: number, home: ToldHome): Promise<TicketPromise | undefined>;
  keepConsent(consent: Consent): Promise<void>;
  /** @returns false when it was closed already or is not their own */
  withdraw(number: number): Promise<boolean>;
  /** Ends everything at once. */
  withdrawAll(reason: string): Promise<void>;
  /** They said that it is not done: it comes back, a level higher. @returns undefined when it is not their own */
  reopen(number: number): Promise<TicketPromise | undefined>;
  /** They said that it is done, if it is their own. */
  confirmDone(number: number): Promise<void>;
  /** They still wait for it. @returns undefined when it is not their own */
  keepOpen(number: number): Promise<TicketPromise | undefined>;
  /** @param stars 1 to 5 */
  rate(number: number, stars: number): Promise<boolean>;
  /** After the turn is committed: wakes whoever must know. */
  giveHints(): Promise<void>;
}

/** The turn that a desk works in. */
export interface DeskTurn {
  trx: Transaction<Tables>;
  conversationId: number;
  person: { oaId: string; personId: string };
  state: ConversationState;
  /** With what happens in this turn. */
  lastInteractionAt: number;
  now: number;
  /** A phone number that came with the event of this turn; a follow-up takes it. */
  phoneEncrypted: string | null;
  origin: Origin;
  /** Staff of the office have written by hand lately, so the bot is silent. */
  isStaffLane?: boolean;
}

export interface TicketDesks {
  at(turn: DeskTurn): TicketDesk;
}

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
