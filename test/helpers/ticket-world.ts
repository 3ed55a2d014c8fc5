import { createAdjustableClock } from '../../src/clock.ts';
import { freshState } from '../../src/conversation/state.ts';
import { createWindow, type WindowRule } from '../../src/conversation/window.ts';
import type { Database } from '../../src/database/database.ts';
import { hourMs, minuteMs } from '../../src/durations.ts';
import { loadWords } from '../../src/i18n.ts';
import { silentLogger } from '../../src/logger.ts';
import { saveAreas } from '../../src/team/areas/area-store.ts';
import { saveMembers, saveMemberships } from '../../src/team/roster/member-store.ts';
import type { TeamRole } from '../../src/team/roster/team.ts';
import { saveTeams } from '../../src/team/roster/team-store.ts';
import { createTickets } from '../../src/ticket/create-tickets.ts';
import type { NewTicket } from '../../src/ticket/model/open-ticket.ts';
import type { ResidentTickets } from '../../src/ticket/resident-ticket-types.ts';
import type { ServiceParts } from '../../src/ticket/ticket-parts.ts';
import type { TicketService } from '../../src/ticket/ticket-service.ts';
import { oaId } from './actor-fixture.ts';
import { lunarHolidays } from './lunar-holidays.ts';

/** A Wednesday, within the working hours of every team. */
export const wednesday = Date.parse('2026-10-07T08:00:00+07:00');

/** Invented: a village with its cluster, its commune and the root area of the installation. */
const areas = [
  { areaId: 'root', level: 'root', name: 'Nơi Thử', parentId: undefined },
  { areaId: 'xa', level: 'commune', name: 'Xã Thử', parentId: 'root' },
  { areaId: 'cum', level: 'cluster', name: 'Cụm Thử', parentId: 'xa' },
  { areaId: 'thon', level: 'village', name: 'Thôn Một', parentId: 'cum' },
  { areaId: 'thon-2', level: 'village', name: 'Thôn Hai', parentId: 'cum' },
];

/** The team of each area; the first member of each team is its lead. */
export const staff: Record<string, { area: string; name: string; members: string[] }> = {
  'to-thon': { area: 'thon', name: 'Tổ thôn Một', members: ['ha', 'hai', 'hoa', 'hung', 'hanh'] },
  'to-cum': { area: 'cum', name: 'Tổ cụm Thử', members: ['chi', 'cuong'] },
  'to-xa': { area: 'xa', name: 'Tổ xã Thử', members: ['xuan', 'xoan'] },
  'ban-truc': { area: 'root', name: 'Bàn trực', members: ['tam'] },
};

export interface TicketWorld {
  service: TicketService;
  /** What the service is made of. */
  parts: ServiceParts;
  alarms: string[];
  now(): number;
  advance(ms: number): void;
  /** Moves the clock to a local time, e.g. `2026-10-08T09:00`. */
  moveTo(local: string): void;
  /** Moves the clock in steps and runs the due timers after each. */
  pass(ms: number, stepMs?: number): Promise<void>;
  /** Runs `work` in a turn of a resident. */
  turn<T>(personId: string, work: (tickets: ResidentTickets) => Promise<T>, phone?: string): Promise<T>;
  /** Opens a ticket, by default in the village. @returns its number */
  open(personId: string, ticket?: Partial<NewTicket>): Promise<number>;
  ticket(number: number): Promise<Record<string, unknown> & { id: number; status: string }>;
  timeline(number: number): Promise<string[]>;
  timers(number: number): Promise<Record<string, string>>;
  /** The messages in the resident's outbox, oldest first. */
  said(personId: string): Promise<string[]>;
}

/** Empties the tables and fills in the invented places and people. */
export async function createTicketWorld(
  database: Database,
  startAt = wednesday,
  windowRules?: readonly WindowRule[],
): Promise<TicketWorld> {
  const { db } = database;
  const clock = createAdjustableClock({ now: () => startAt });
  const alarms: string[] = [];
  await empty(database);
  await saveAreas(
    db,
    areas.map((area) => ({ ...area, validFrom: undefined, validUntil: undefined })),
  );
  await fillTeams(database, startAt);
  const windowAt = createWindow(windowRules);
  const {
    tickets: service,
    parts,
    residentTickets,
  } = createTickets(
    {
      db,
      clock,
      windowAt,
      words: loadWords(),
      splitText: (text) => [text],
      logger: silentLogger,
      alarm: { raise: (kind, { detail }) => alarms.push(`${kind} ${detail}`) },
      queue: { addMany: async () => undefined },
    },
    { lunar: lunarHolidays },
  );

  const turn: TicketWorld['turn'] = async (personId, work, phone) => {
    const now = clock.now();
    const conversation = await db
      .insertInto('conversations')
      .values({
        oa_id: oaId,
        person_id: personId,
        state: JSON.stringify(freshState),
        last_interaction_at: now,
        origin: 'test',
        created_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['oa_id', 'person_id']).doUpdateSet({ last_interaction_at: now }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    return db.transaction().execute((trx) =>
      work(
        residentTickets.at({
          trx,
          conversationId: conversation.id,
          person: { oaId, personId },
          state: freshState,
          lastInteractionAt: now,
          now,
          phoneEncrypted: phone ?? null,
          origin: 'test',
        }),
      ),
    );
  };
  const ticket: TicketWorld['ticket'] = async (number) =>
    (await db
      .selectFrom('tickets')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirstOrThrow()) as never;

  return {
    service,
    parts,
    alarms,
    now: clock.now,
    advance: clock.advance,
    moveTo: (local) => clock.advance(Date.parse(`${local}:00+07:00`) - clock.now()),
    async pass(ms, stepMs = 5 * minuteMs) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        clock.advance(Math.min(stepMs, ms - passed));
        await service.runDue();
      }
    },
    turn,
    open: async (personId, wanted = {}) =>
      (
        await turn(personId, (tickets) =>
          tickets.open({ kind: 'question', home: { unitIds: ['cum'], village: 'Một' }, ...wanted }),
        )
      ).number,
    ticket,
    async timeline(number) {
      const { id } = await ticket(number);
      const rows = await db
        .selectFrom('ticket_events')
        .selectAll()
        .where('ticket_id', '=', id)
        .orderBy('id')
        .execute();
      return rows.map(({ event, actor_kind, actor_id, reason }) =>
        [event, reason && `(${reason})`, `by ${actor_id ?? actor_kind}`].filter(Boolean).join(' '),
      );
    },
    async timers(number) {
      const { id } = await ticket(number);
      const rows = await db
        .selectFrom('ticket_timers')
        .selectAll()
        .where('ticket_id', '=', id)
        .orderBy('due_at')
        .execute();
      return Object.fromEntries(rows.map(({ kind, due_at }) => [kind, localTime(due_at)]));
    },
    async said(personId) {
      const rows = await db
        .selectFrom('outgoing_messages')
        .innerJoin('conversations', 'conversations.id', 'conversation_id')
        .select('content')
        .where('person_id', '=', personId)
        .orderBy('outgoing_messages.id')
        .execute();
      return rows.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));
    },
  };
}

/** `10-08 09:30` in Việt Nam. */
function localTime(at: number): string {
  return new Date(at + 7 * hourMs).toISOString().slice(5, 16).replace('T', ' ');
}

async function empty({ db }: Database): Promise<void> {
  for (const table of [
    'outgoing_messages',
    'tickets',
    'conversations',
    'unknown_places',
    'consents',
    'member_links',
    'team_members',
    'members',
    'teams',
    'areas',
  ] as const) {
    await db.deleteFrom(table).execute();
  }
}

async function fillTeams(database: Database, now: number): Promise<void> {
  await saveTeams(
    database.db,
    Object.entries(staff).map(([teamId, { area, name }]) => ({
      teamId,
      areaId: area,
      name,
      topics: [],
      settings: {},
      mergedInto: undefined,
      closedAt: undefined,
    })),
  );
  const people = Object.entries(staff).flatMap(([teamId, { members }]) =>
    members.map((memberId, at) => ({ memberId, teamId, role: (at === 0 ? 'lead' : 'member') as TeamRole })),
  );
  await addMembers(database, people, now);
}

/** Members with invented names, in their teams. */
export async function addMembers(
  { db }: Database,
  people: { memberId: string; teamId: string; role: TeamRole }[],
  now = wednesday,
): Promise<void> {
  await saveMembers(
    db,
    people.map(({ memberId }) => ({
      memberId,
      name: `Nguyễn Thử ${memberId.charAt(0).toUpperCase()}${memberId.slice(1)}`,
      phoneEncrypted: undefined,
      createdAt: now,
    })),
  );
  await saveMemberships(db, people);
}
