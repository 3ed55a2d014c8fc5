import { createWorkingCalendar } from '../../src/calendar/working-hours.ts';
import { freshState } from '../../src/conversation/state.ts';
import { createWindow } from '../../src/conversation/window.ts';
import { hourMs } from '../../src/durations.ts';
import { createAreaTree } from '../../src/team/areas/area-tree.ts';
import { createRoster } from '../../src/team/roster/roster.ts';
import type { TeamRole } from '../../src/team/roster/team.ts';
import { answer, waitForResident } from '../../src/ticket/commands/answer.ts';
import { claim } from '../../src/ticket/commands/claim.ts';
import { resolve } from '../../src/ticket/commands/close.ts';
import type { DecisionContext } from '../../src/ticket/model/decision-context.ts';
import { noticesOf } from '../../src/ticket/model/notices.ts';
import { openTicket } from '../../src/ticket/model/open-ticket.ts';
import { editTicket, type LoadedTicket, type TicketEdit } from '../../src/ticket/model/ticket-edit.ts';
import type { TurnFacts } from '../../src/ticket/resident-ticket-types.ts';
import { timerKinds } from '../../src/ticket/timers/timer-kinds.ts';

/** A Wednesday, within the working hours of every team. */
export const openedAt = Date.parse('2026-10-07T08:00:00+07:00');
const oaId = 'oa';

const areas = [
  { areaId: 'root', level: 'root', name: 'Nơi Thử', parentId: undefined },
  { areaId: 'cluster', level: 'cluster', name: 'Cụm Thử', parentId: 'root' },
  { areaId: 'village', level: 'village', name: 'Thôn Một', parentId: 'cluster' },
  { areaId: 'village-2', level: 'village', name: 'Thôn Hai', parentId: 'cluster' },
];

/** One team per area; the village team offers a new ticket to `asked`, `assignee` and `backup`. */
const people: [memberId: string, areaId: string, role: TeamRole][] = [
  ['asked', 'village', 'member'],
  ['assignee', 'village', 'member'],
  ['backup', 'village', 'member'],
  ['lead', 'village', 'lead'],
  ['gone', 'village', 'member'],
  ['stranger', 'village-2', 'lead'],
  ['above', 'cluster', 'lead'],
  ['desk', 'root', 'lead'],
  ['clerk', 'root', 'member'],
];

const roster = createRoster({
  tree: createAreaTree(areas.map((area) => ({ ...area, validFrom: undefined, validUntil: undefined }))),
  teams: areas.map(({ areaId, name }) => ({
    teamId: areaId,
    areaId,
    name: `Tổ ${name}`,
    topics: [],
    settings: {},
    mergedInto: undefined,
    closedAt: undefined,
  })),
  members: people.map(([memberId, teamId, role]) => ({
    memberId,
    name: memberId,
    memberships: [{ teamId, role }],
    awayUntil: undefined,
    removedAt: memberId === 'gone' ? openedAt - 1 : undefined,
  })),
  reachable: new Set(people.map(([memberId]) => memberId)),
  units: new Map([[oaId, 'cluster']]),
  selves: new Map(),
});
const calendars = {
  office: createWorkingCalendar('office'),
  volunteers: createWorkingCalendar('volunteers'),
};
const windowAt = createWindow();

/** Everything that a decision reads, without a database: texts are their keys. */
export function contextAt(now: number, change: Partial<DecisionContext> = {}): DecisionContext {
  return {
    now,
    roster,
    workload: new Map(),
    tellsResident: true,
    calendars,
    windowAt,
    words: { in: () => (key) => key },
    splitText: (text) => [text],
    ...change,
  };
}

const turn: TurnFacts = {
  conversationId: 1,
  person: { oaId, personId: 'lan' },
  state: freshState,
  lastInteractionAt: openedAt,
  now: openedAt,
  phoneEncrypted: null,
  origin: 'test',
};

export type Situation = 'new' | 'open' | 'waiting' | 'resolved';
export const situations: Situation[] = ['new', 'open', 'waiting', 'resolved'];

/**
 * Lan's village ticket as it would be loaded: offered to three members, claimed by `assignee`, waiting for
 * Lan, or closed by `assignee`; half an hour between the steps.
 */
export function ticketThatIs(situation: Situation): LoadedTicket {
  return ready[situation];
}

const at = (step: number) => contextAt(openedAt + (step * hourMs) / 2);

function after(loaded: LoadedTicket, step: (edit: TicketEdit) => void): LoadedTicket {
  const edit = editTicket(loaded);
  step(edit);
  return asSaved(edit);
}

function makeReady(): Record<Situation, LoadedTicket> {
  const opened = openTicket(turn, at(0), { kind: 'question', home: { unitIds: [], village: 'Một' } });
  opened.isWritten({ id: 1, number: 101 });
  const fresh = asSaved(opened);
  const open = after(fresh, (edit) => claim(edit, at(1), 'assignee'));
  const waiting = after(open, (edit) => {
    answer(edit, at(2), { memberId: 'assignee', text: 'chào' });
    waitForResident(edit, at(2), 'assignee');
  });
  const resolved = after(waiting, (edit) =>
    resolve(edit, at(3), { by: { memberId: 'assignee' }, done: 'called' }),
  );
  return { new: fresh, open, waiting, resolved };
}

/** The ticket as the next command loads it after this edit is saved. */
export function asSaved(edit: TicketEdit): LoadedTicket {
  const { ticket, person, changes, offers, declined } = edit;
  const timers = timerKinds.flatMap((kind) => {
    const dueAt = edit.dueAt(kind);
    return dueAt === undefined ? [] : [[kind, dueAt] as const];
  });
  const isAssigned = ticket.assignee_id !== null && ticket.status !== 'resolved';
  return {
    ticket: { ...ticket },
    person: { ...person, helpedWith: isAssigned ? 1 : 0 },
    timers: new Map(timers),
    offers: [...(changes.closesOffers ? [] : offers), ...changes.newOffers].filter(
      ({ memberId }) => !changes.declinedBy.has(memberId),
    ),
    declined: [...declined, ...changes.declinedBy],
  };
}

/** What an edit would write; empty parts are absent. */
export interface Effect {
  /** `status team assignee`. */
  now?: string;
  /** `event (reason) by caller`. */
  timeline?: string[];
  armed?: string[];
  stopped?: string[];
  /** Members with a new offer. */
  offers?: string[];
  /** `member kind`. */
  notices?: string[];
  /** Keys of the messages to the resident. */
  said?: string[];
  alarms?: string[];
}

const sorted = (names: Iterable<string>) => [...names].sort((a, b) => a.localeCompare(b));

/** Everything that saving this edit would write. */
export function effectOf(edit: TicketEdit): Effect {
  const { ticket, before, changes } = edit;
  const now = `${ticket.status} ${ticket.team_id} ${ticket.assignee_id ?? '-'}`;
  const isMoved = now !== `${before.status} ${before.team_id} ${before.assignee_id ?? '-'}`;
  const lists = {
    timeline: changes.timeline.map(({ event, reason, actor }) =>
      [event, reason && `(${reason})`, `by ${actor.id ?? actor.kind}`].filter(Boolean).join(' '),
    ),
    armed: sorted(changes.armed.keys()),
    stopped: sorted(changes.disarmed),
    offers: changes.newOffers.map(({ memberId }) => memberId),
    notices: noticesOf(edit).map(({ memberId, kind }) => `${memberId} ${kind}`),
    said: changes.drafts.map(({ content }) => (content.kind === 'text' ? content.text : content.kind)),
    alarms: [...changes.alarms],
  };
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { ...(isMoved ? { now } : {}), ...Object.fromEntries(filled) };
}

/** Timers that start and stop together. */
export const answerTimers = ['first-answer', 'first-warning'];
export const resolutionTimers = ['resolution', 'resolution-warning'];
export const waitingTimers = ['waiting-end', 'waiting-reminder'];
export const windowTimers = ['window-first', 'window-last', 'window-line', 'window-shut'];
/** Sorted, as an effect lists them. */
export const timers = (...kinds: (string | string[])[]) => sorted(kinds.flat());
/** All timers of an open ticket, and others beside them. */
export const everyTimer = (...more: string[]) => timers(answerTimers, resolutionTimers, windowTimers, more);

const ready = makeReady();
