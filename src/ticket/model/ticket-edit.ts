import type { Selectable } from 'kysely';
import type { Draft } from '../../conversation/outbox.ts';
import type { TicketEventTable, TicketTable } from '../../database/ticket-tables.ts';
import type { EscalationReason, TicketReason } from '../reasons.ts';
import type { TimerKind } from '../timers/timer-kinds.ts';
import type { TicketPerson } from './ticket-person.ts';
import { nextStatus, type StatusBefore, type TicketEvent } from './ticket-state.ts';

export type Ticket = Selectable<TicketTable>;

/** The author of a change to a ticket. */
export interface Actor {
  kind: TicketEventTable['actor_kind'];
  /** Member id, or the name of an operator. */
  id?: string | undefined;
}

export const systemActor: Actor = { kind: 'clock' };
export const residentActor: Actor = { kind: 'resident' };

/** One row of the timeline: what happened, who did it, and why. */
export interface TimelineEntry {
  event: TicketEvent;
  actor: Actor;
  reason?: TicketReason | undefined;
  /** What a person typed about it. Part of the data; erased with the resident's messages. */
  text?: string | undefined;
  data?: Record<string, unknown> | undefined;
}

interface Offer {
  memberId: string;
  round: number;
}

/** A ticket as it was loaded. */
export interface LoadedTicket {
  ticket: Ticket;
  /** Not opened yet. */
  isNew?: boolean;
  person: TicketPerson;
  timers: ReadonlyMap<TimerKind, number>;
  /** The current offers. */
  offers: readonly Offer[];
  /** Members who declined it. */
  declined?: readonly string[];
}

/** The changes, for the store to save. */
interface TicketChanges {
  timeline: TimelineEntry[];
  armed: Map<TimerKind, number>;
  disarmed: Set<TimerKind>;
  newOffers: Offer[];
  closesOffers: boolean;
  /** Members who declined it. */
  declinedBy: Set<string>;
  drafts: Draft[];
  /** A village name that no area has, for an operator to map. */
  unknownPlace: { name: string; areaId: string | null } | undefined;
  /** Reasons to notify an operator. */
  alarms: EscalationReason[];
  /** Members who made the change; they get no notice about it. */
  knownTo: Set<string>;
  /** When to notify others, 0 for at once; filled in on save. */
  tellAt: Set<number>;
  isChanged: boolean;
}

/**
 * One ticket under change: collects all effects of one command or timer, so that one save writes them. Pure; reads and
 * writes nothing itself.
 */
export interface TicketEdit {
  /** With the changes so far. */
  readonly ticket: Readonly<Ticket>;
  /** As it was loaded. */
  readonly before: Readonly<Ticket>;
  readonly person: TicketPerson;
  readonly offers: LoadedTicket['offers'];
  readonly declined: ReadonlySet<string>;
  readonly changes: TicketChanges;
  can(event: TicketEvent): boolean;
  /** Adds a row to the timeline and moves the status. @throws Error when the event cannot happen in this status */
  record(entry: TimelineEntry): void;
  set(change: Partial<Omit<Ticket, 'id' | 'number' | 'status'>>): void;
  dueAt(kind: TimerKind): number | undefined;
  /** When the next of its timers is due. */
  nextDueAt(): number | undefined;
  arm(kind: TimerKind, dueAt: number): void;
  disarm(...kinds: TimerKind[]): void;
  offer(memberIds: readonly string[]): void;
  closeOffers(): void;
  /** Sends the resident a message, after all pending ones. */
  say(draft: Draft): void;
  /** Notifies an operator why this ticket needs them. */
  alarm(reason: EscalationReason): void;
  /** Sets the id and number that the insert gave a new ticket. */
  isWritten(as: Pick<Ticket, 'id' | 'number'>): void;
}

export function editTicket(loaded: LoadedTicket): TicketEdit {
  const ticket: Ticket = { ...loaded.ticket };
  const timers = new Map(loaded.timers);
  let before: StatusBefore = loaded.isNew ? 'none' : ticket.status;
  const changes: TicketChanges = {
    timeline: [],
    armed: new Map(),
    disarmed: new Set(),
    newOffers: [],
    closesOffers: false,
    declinedBy: new Set(),
    drafts: [],
    unknownPlace: undefined,
    alarms: [],
    knownTo: new Set(),
    tellAt: new Set(),
    isChanged: false,
  };
  const edit: TicketEdit = {
    ticket,
    before: loaded.ticket,
    person: loaded.person,
    offers: loaded.offers,
    declined: new Set(loaded.declined),
    changes,
    can: (event) => nextStatus(before, event) !== undefined,
    record(entry) {
      const status = nextStatus(before, entry.event);
      if (!status) throw new Error(`a ticket that is ${before} cannot be ${entry.event}`);
      changes.timeline.push(entry);
      if (status !== before) changes.isChanged = true;
      before = status;
      ticket.status = status;
    },
    set(change) {
      Object.assign(ticket, change);
      changes.isChanged = true;
    },
    dueAt: (kind) => timers.get(kind),
    nextDueAt: () => (timers.size > 0 ? Math.min(...timers.values()) : undefined),
    arm(kind, dueAt) {
      timers.set(kind, dueAt);
      changes.armed.set(kind, dueAt);
      changes.disarmed.delete(kind);
    },
    disarm(...kinds) {
      for (const kind of kinds) {
        if (!timers.delete(kind)) continue;
        changes.armed.delete(kind);
        changes.disarmed.add(kind);
      }
    },
    offer(memberIds) {
      const round = ticket.level_round + 1;
      edit.set({ level_round: round });
      changes.newOffers.push(...memberIds.map((memberId) => ({ memberId, round })));
    },
    closeOffers() {
      changes.closesOffers = true;
      changes.newOffers = [];
    },
    say(draft) {
      changes.drafts.push({ ...draft, ticketId: ticket.id });
    },
    alarm(reason) {
      changes.alarms.push(reason);
    },
    isWritten(as) {
      Object.assign(ticket, as);
      changes.isChanged = false;
    },
  };
  return edit;
}
