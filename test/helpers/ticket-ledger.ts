import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { createMemberTickets } from '../../src/member/tickets/member-tickets.ts';
import { replayTimeline, type TimelineRow } from './replay-timeline.ts';
import type { TicketWorld } from './ticket-world.ts';

/** Follows every ticket through a day and tells what does not add up. */
export interface Ledger {
  faults: string[];
  /** How often each event happened, and the tickets by where they ended. */
  counts: Record<string, number>;
  /** The time that the resident was told when the ticket was opened. */
  promised(number: number, dueAt: number | undefined): void;
  /** Looks at the promises of now, after all that was due was done. */
  look(): Promise<void>;
  /** Checks every ticket against its timeline. */
  close(): Promise<void>;
}

interface Live {
  id: number;
  number: number;
  status: string;
  team_id: string | null;
  assignee_id: string | null;
  owes: boolean;
  /** When the answer is due; null when none is. */
  due: number | null;
  /** The next timer of all. */
  next: number | null;
  kinds: string[];
}

/** A promise that moved later, to be explained by the timeline. */
interface Moved {
  number: number;
  before: number;
  between: [from: number, to: number];
}

export function createLedger({ db }: Database, world: TicketWorld): Ledger {
  const faults: string[] = [];
  const counts: Record<string, number> = {};
  const told = new Map<number, number>();
  const moved: Moved[] = [];
  let promises = new Map<number, number>();
  let lookedAt = world.now();

  const fault = (number: number, what: string) => faults.push(`${number} ${what}`);
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };

  /** Owner and timers, as they have to be at any time. */
  function checkLive(ticket: Live): void {
    const { number, status, owes, due, next, kinds } = ticket;
    if (ticket.team_id === null) fault(number, 'has no team');
    if ((status === 'new') !== (ticket.assignee_id === null))
      fault(number, `is ${status} with a wrong assignee`);
    if (next === null) fault(number, 'has no timer');
    else if (next <= world.now()) fault(number, 'has a timer that is overdue');
    if (owes && due === null) fault(number, 'owes an answer without a due time');
    const needed = status === 'waiting' ? 'waiting-end' : 'resolution';
    if (!kinds.includes(needed)) fault(number, `is ${status} without the timer ${needed}`);
  }

  async function look(): Promise<void> {
    const { rows } = await sql<Live>`
      select t.id, t.number, t.status, t.team_id, t.assignee_id,
        (t.status in ('new', 'open')
          and coalesce(t.last_resident_at, t.created_at) > coalesce(t.last_answer_at, 0)) as owes,
        min(k.due_at) filter (where k.kind in ('first-answer', 'next-answer')) as due,
        min(k.due_at) as next, coalesce(array_agg(k.kind::text), '{}') as kinds
      from tickets t left join ticket_timers k on k.ticket_id = t.id
      where t.status <> 'resolved' group by t.id`.execute(db);
    const now = new Map<number, number>();
    for (const ticket of rows) {
      checkLive(ticket);
      if (ticket.due === null) continue;
      const before = promises.get(ticket.number);
      const due = Number(ticket.due);
      if (before !== undefined && due > before) {
        moved.push({ number: ticket.number, before, between: [lookedAt, world.now()] });
      }
      now.set(ticket.number, due);
    }
    promises = now;
    lookedAt = world.now();
  }

  async function close(): Promise<void> {
    const roster = await world.service.roster();
    const rows = await sql<TimelineRow & { number: number }>`
      select t.number, e.event, e.at, e.actor_id as actor, e.reason, e.data
      from ticket_events e join tickets t on t.id = e.ticket_id order by e.ticket_id, e.id`.execute(db);
    const timelines = grouped(rows.rows, ({ number }) => number);
    const tickets = await db.selectFrom('tickets').selectAll().execute();
    const offers = grouped(
      await db.selectFrom('ticket_offers').selectAll().where('closed_at', 'is', null).execute(),
      ({ ticket_id }) => ticket_id,
    );
    for (const ticket of tickets) {
      const timeline = timelines.get(ticket.number) ?? [];
      for (const { event } of timeline) count(event);
      const { faults: wrong, end } = replayTimeline(timeline, roster);
      for (const what of wrong) fault(ticket.number, what);
      const stored = { status: ticket.status, teamId: ticket.team_id, assigneeId: ticket.assignee_id };
      // A closed ticket keeps whose it was.
      if (JSON.stringify(stored) !== JSON.stringify(end)) {
        fault(ticket.number, `is ${JSON.stringify(stored)} and by its timeline ${JSON.stringify(end)}`);
      }
      for (const { member_id } of offers.get(ticket.id) ?? []) {
        const isInTeam = roster
          .membersOf(ticket.team_id ?? '')
          .some(({ memberId }) => memberId === member_id);
        if (ticket.status !== 'new') fault(ticket.number, `is ${ticket.status} and still offered`);
        else if (!isInTeam) fault(ticket.number, `is offered to ${member_id}, who is not in its team`);
      }
      checkPromise(ticket.number, timeline);
    }
    for (const { number, before, between } of moved) {
      const events = (timelines.get(number) ?? []).filter(({ at }) => at >= between[0] && at <= between[1]);
      const isExplained = events.some(
        ({ event, at, reason }) =>
          ['answered', 'reopened', 'waited'].includes(event) ||
          (reason?.endsWith('-missed') && Number(at) >= before),
      );
      if (!isExplained) fault(number, `had its promise moved later at ${new Date(between[1]).toISOString()}`);
    }
    await checkSight(tickets.filter(({ status }) => status !== 'resolved').map(({ number }) => number));
  }

  /** What was told first and passed without an answer is a missed deadline, and at the top an alarm. Who waits for the resident has spoken to them. */
  function checkPromise(number: number, timeline: readonly TimelineRow[]): void {
    const dueAt = told.get(number);
    const answered = timeline.find(({ event }) =>
      ['answered', 'waited', 'resolved', 'withdrawn', 'unreachable', 'merged'].includes(event),
    );
    if (dueAt === undefined || Number(answered?.at ?? world.now()) <= dueAt) return;
    count('promises missed');
    const missed = timeline.find(({ reason }) => reason?.endsWith('first-answer-missed'));
    if (!missed) fault(number, 'missed its promise, and nothing tells so');
    else if (missed.reason?.startsWith('at-the-top')) {
      const alarm = `${number}: first-answer-missed`;
      if (!world.alarms.some((raised) => raised.endsWith(alarm)))
        fault(number, 'missed its promise without an alarm');
    }
  }

  /** Every open ticket is in a list of somebody who is here. */
  async function checkSight(numbers: readonly number[]): Promise<void> {
    const here = await db.selectFrom('members').select('member_id').where('removed_at', 'is', null).execute();
    const seen = new Set<number>();
    for (const { member_id: memberId } of here) {
      await db.transaction().execute(async (trx) => {
        const lists = createMemberTickets(world.parts, { trx, memberId, now: world.now() });
        for (const { number } of [...(await lists.listNew()), ...(await lists.listOwn())]) seen.add(number);
      });
    }
    for (const number of numbers) if (!seen.has(number)) fault(number, 'is in no list of any member');
    counts['open at the end'] = numbers.length;
  }

  return {
    faults,
    counts,
    promised(number, dueAt) {
      if (dueAt !== undefined) told.set(number, dueAt);
    },
    look,
    close,
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
