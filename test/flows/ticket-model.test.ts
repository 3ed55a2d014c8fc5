import fc from 'fast-check';
import type { Database } from '../../src/database/database.ts';
import { hourMs } from '../../src/durations.ts';
import { removeMember } from '../../src/team/roster/member-store.ts';
import { nextStatus, type StatusBefore, type TicketEvent } from '../../src/ticket/model/ticket-state.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { createTicketWorld, type TicketWorld } from '../helpers/ticket-world.ts';

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

type Kind = 'done' | 'taken' | 'refused';

/** The expected behaviour of one ticket, without timers and offers. */
interface Model {
  status: 'new' | 'open' | 'waiting' | 'resolved';
  assignee: string | undefined;
  gone: Set<string>;
}

interface Real {
  world: TicketWorld;
  number: number;
}

/** Of the teams of the village, the commune and the root. */
const members = ['ha', 'hai', 'hoa', 'xuan', 'tam'];

interface Step {
  name: string;
  expected(model: Model): Kind;
  run(real: Real): Promise<{ kind: string }>;
  /** Changes to the model after the step succeeded. */
  changes(model: Model): void;
  /** Timers and offers decide the next assignee. */
  isOpenEnded?: boolean;
}

function toCommand(step: Step): fc.AsyncCommand<Model, Real> {
  return {
    check: () => true,
    async run(model, real) {
      const expected = step.expected(model);
      expect((await step.run(real)).kind).toBe(expected);
      if (expected === 'done') step.changes(model);
      const ticket = await real.world.ticket(real.number);
      const assignee = (ticket.assignee_id as string | null) ?? undefined;
      if (!step.isOpenEnded) {
        expect({ status: ticket.status }).toEqual({ status: model.status });
        if (ticket.status !== 'resolved') expect({ assignee }).toEqual({ assignee: model.assignee });
      }
      Object.assign(model, { status: ticket.status, assignee });
      await isSound(model, real);
    },
    toString: () => step.name,
  };
}

/** Every member here is in a team of the resident's place, to which the ticket comes back from any level. */
function isNear(model: Model, person: string): boolean {
  return !model.gone.has(person);
}

/** The assignee may continue; a member nearby may take a ticket without assignee. */
function mayTake(model: Model, person: string): Kind {
  if (model.status === 'resolved') return 'refused';
  if (model.assignee === person) return 'done';
  if (model.assignee !== undefined) return 'taken';
  return isNear(model, person) ? 'done' : 'refused';
}

const byMember = (person: string): Step[] => {
  const by = { memberId: person };
  return [
    {
      name: `claim by ${person}`,
      expected: (model) =>
        model.gone.has(person) && model.assignee !== person ? 'refused' : mayTake(model, person),
      run: ({ world, number }) => world.service.claim({ number, by }),
      changes(model) {
        if (model.status === 'new') model.status = 'open';
        model.assignee = person;
      },
    },
    {
      name: `answer by ${person}`,
      expected: (model) => mayTake(model, person),
      run: ({ world, number }) => world.service.answer({ number, by, text: 'Chào bác' }),
      changes: (model) => Object.assign(model, { status: 'open', assignee: person }),
    },
    {
      name: `wait by ${person}`,
      expected({ assignee, status }) {
        if (status === 'resolved' || assignee === undefined) return 'refused';
        if (assignee !== person) return 'taken';
        return status === 'open' ? 'done' : 'refused';
      },
      run: ({ world, number }) => world.service.waitForResident({ number, by }),
      changes: (model) => Object.assign(model, { status: 'waiting' }),
    },
    {
      name: `resolve by ${person}`,
      expected: (model) => mayTake(model, person),
      run: ({ world, number }) => world.service.resolve({ number, by, done: 'called' }),
      changes: (model) => Object.assign(model, { status: 'resolved' }),
    },
    {
      name: `${person} leaves`,
      expected: () => 'done',
      async run({ world }) {
        await removeMember(database.db, { memberId: person, now: world.now() });
        await world.service.reassignOrphanedTickets();
        return { kind: 'done' };
      },
      changes: (model) => model.gone.add(person),
      isOpenEnded: true,
    },
  ];
};

const others: Step[] = [
  {
    name: 'released by an operator',
    expected: ({ status, assignee }) =>
      status !== 'resolved' && assignee !== undefined ? 'done' : 'refused',
    run: ({ world, number }) => world.service.release({ number, by: { operator: 'o' } }),
    changes: (model) => Object.assign(model, { status: 'new', assignee: undefined }),
  },
  {
    name: 'withdrawn by the resident',
    expected: ({ status }) => (status === 'resolved' ? 'refused' : 'done'),
    run: async ({ world, number }) => ({
      kind: (await world.turn('lan', (desk) => desk.withdraw(number))) ? 'done' : 'refused',
    }),
    changes: (model) => Object.assign(model, { status: 'resolved' }),
  },
  {
    name: 'the resident says that it is not done',
    expected: () => 'done',
    run: async ({ world, number }) => ({
      kind: (await world.turn('lan', (desk) => desk.reopen(number))) ? 'done' : 'refused',
    }),
    changes() {},
    isOpenEnded: true,
  },
  {
    name: 'the resident writes',
    expected: () => 'done',
    async run({ world }) {
      await world.turn('lan', (desk) => desk.addMessages([{ id: 1 }]));
      return { kind: 'done' };
    },
    changes(model) {
      if (model.status === 'waiting') model.status = 'open';
    },
    isOpenEnded: true,
  },
];

const timePasses = (hours: number): Step => ({
  name: `${hours} hours pass`,
  expected: () => 'done',
  async run({ world }) {
    await world.pass(hours * hourMs, Math.max(hourMs, (hours * hourMs) / 4));
    return { kind: 'done' };
  },
  changes() {},
  isOpenEnded: true,
});

const commands = [
  ...members.flatMap(byMember).map((step) => fc.constant(toCommand(step))),
  ...others.map((step) => fc.constant(toCommand(step))),
  fc.integer({ min: 1, max: 60 }).map((hours) => toCommand(timePasses(hours))),
];

/** Invariants of every ticket at any time. */
async function isSound(model: Model, { world, number }: Real): Promise<void> {
  const ticket = await world.ticket(number);
  const timers = await world.timers(number);
  const isHeld = ticket.status === 'open' || ticket.status === 'waiting';
  if (ticket.status === 'resolved') {
    expect(timers).toEqual({});
    expect(ticket.reason).not.toBeNull();
    expect(ticket.resolved_at).not.toBeNull();
  } else {
    expect(ticket.team_id).not.toBeNull();
    expect(timers).not.toEqual({});
    expect(ticket.assignee_id !== null).toBe(isHeld);
    expect(ticket.reason).toBeNull();
  }
  if (ticket.status === 'waiting') expect(timers).toHaveProperty('waiting-end');
  if (isHeld) expect(model.gone.has(String(ticket.assignee_id))).toBe(false);
  expect(replay(await world.timeline(number))).toBe(ticket.status);
}

/** The status computed from the timeline alone. */
function replay(timeline: string[]): StatusBefore {
  return timeline.reduce<StatusBefore>((status, line) => {
    const event = line.split(' ')[0] as TicketEvent;
    const after = nextStatus(status, event);
    if (!after) throw new Error(`${event} while ${status}`);
    return after;
  }, 'none');
}

it('any sequence of commands gives what a simple model predicts, and keeps all invariants', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (sequence) => {
      const world = await createTicketWorld(database);
      const number = await world.open('lan');
      const model: Model = { status: 'new', assignee: undefined, gone: new Set() };
      await fc.asyncModelRun(() => ({ model, real: { world, number } }), sequence);
    }),
    { numRuns: 40, endOnFailure: false },
  );
}, 120_000);
