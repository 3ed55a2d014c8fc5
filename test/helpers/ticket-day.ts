import { usualQuietHours } from '../../src/calendar/quiet-hours.ts';
import type { Database } from '../../src/database/database.ts';
import { hourMs, minuteMs } from '../../src/durations.ts';
import { createRandom } from '../../src/nlu/heads/random.ts';
import { saveAreas } from '../../src/team/areas/area-store.ts';
import { removeMember, setAway } from '../../src/team/roster/member-store.ts';
import { mergeTeams } from '../../src/team/roster/merge-teams.ts';
import { saveTeams } from '../../src/team/roster/team-store.ts';
import { createLedger, type Ledger } from './ticket-ledger.ts';
import { addMembers, createTicketWorld, type TicketWorld } from './ticket-world.ts';

interface DayParams {
  database: Database;
  tickets: number;
  members: number;
  seed: number;
  report?(line: string): void;
}

const stepMs = 10 * minuteMs;
const steps = (24 * hourMs) / stepMs;
/** From 8:00 on; residents also write in the evening. */
const stepsWithNewTickets = (14 * hourMs) / stepMs;
const stepsAwake = (usualQuietHours.from - 8 * 60) / 10;
const membersPerVillage = 4;
const topics = ['digital-signature', 'vneid', 'land', 'residence', undefined];

interface Place {
  unitIds: string[];
  village?: string;
}

interface Day {
  database: Database;
  world: TicketWorld;
  ledger: Ledger;
  random(): number;
  places: Place[];
  memberIds: string[];
}

/**
 * A day of residents, members, operators and timers, by chance: villages, clusters, communes and a root team with all
 * these members. @returns what the ledger found wrong, and how often each thing happened
 */
export async function runTicketDay({
  database,
  tickets,
  members,
  seed,
  report = () => undefined,
}: DayParams): Promise<{ faults: string[]; counts: Record<string, number> }> {
  const world = await createTicketWorld(database);
  const random = createRandom(seed);
  const { places, memberIds } = await fillArea(database, members);
  const ledger = createLedger(database, world);
  const day: Day = { database, world, ledger, random, places, memberIds };
  let opened = 0;
  for (let step = 0; step < steps; step++) {
    const until = Math.ceil((tickets * Math.min(step + 1, stepsWithNewTickets)) / stepsWithNewTickets);
    for (; opened < until; opened++) await openOne(day, opened);
    if (step < stepsAwake) await membersAct(day, tickets / stepsAwake);
    if (step % 24 === 12) await operatorsAct(day);
    world.advance(stepMs);
    await world.service.reassignOrphanedTickets();
    await world.service.runDue();
    await ledger.look();
    if (step % 12 === 11) report(`${(step + 1) / 6} h, ${opened} tickets, ${ledger.faults.length} faults`);
  }
  await ledger.close();
  return { faults: ledger.faults, counts: ledger.counts };
}

/** One commune of every five clusters, one cluster of every five villages, four members for each village. */
export async function fillArea(
  database: Database,
  members: number,
): Promise<{ places: Place[]; memberIds: string[] }> {
  const villages = Math.max(2, Math.floor((members * 0.75) / membersPerVillage));
  const range = (length: number) => Array.from({ length }, (_, at) => at);
  const clusters = range(Math.ceil(villages / 5));
  const communes = range(Math.ceil(clusters.length / 5));
  const areas = [
    ...communes.map((at) => ({ id: `xa-${at}`, level: 'commune', name: `Xã Thứ ${at}`, parent: 'root' })),
    ...clusters.map((at) => ({
      ...{ id: `cum-${at}`, level: 'cluster', name: `Cụm Thứ ${at}`, parent: `xa-${Math.floor(at / 5)}` },
    })),
    ...range(villages).map((at) => ({
      ...{ id: `thon-${at}`, level: 'village', name: `Thôn Thứ ${at}`, parent: `cum-${Math.floor(at / 5)}` },
    })),
  ];
  await saveAreas(
    database.db,
    areas.map(({ id, level, name, parent }) => ({
      ...{ areaId: id, level, name, parentId: parent, validFrom: undefined, validUntil: undefined },
    })),
  );
  await saveTeams(
    database.db,
    areas.map(({ id, name }) => ({
      ...{ teamId: `to-${id}`, areaId: id, name: `Tổ ${name}`, topics: [], settings: {} },
      ...{ mergedInto: undefined, closedAt: undefined },
    })),
  );
  const inVillages = range(villages * membersPerVillage).map((at) => `to-thon-${at % villages}`);
  const above = [...areas.filter(({ level }) => level !== 'village').map(({ id }) => `to-${id}`), 'ban-truc'];
  const others = range(Math.max(0, members - inVillages.length)).map((at) => above[at % above.length] ?? '');
  const people = [...inVillages, ...others].map((teamId, at) => ({
    ...{ memberId: `nguoi-${at}`, teamId, role: at < villages ? ('lead' as const) : ('member' as const) },
  }));
  await addMembers(database, people);
  return {
    places: range(villages).map((at) => ({
      unitIds: [`cum-${Math.floor(at / 5)}`],
      village: `Thôn Thứ ${at}`,
    })),
    memberIds: people.map(({ memberId }) => memberId),
  };
}

/** One of ten names no village, one of twenty a village that nobody knows, one of twenty is urgent. */
async function openOne({ world, ledger, random, places }: Day, at: number): Promise<void> {
  const place = pick(places, random) ?? { unitIds: [] };
  const chance = random();
  const home =
    chance < 0.1 ? { unitIds: place.unitIds } : chance < 0.15 ? { ...place, village: 'Lạ' } : place;
  const topic = pick(topics, random);
  const receipt = await world.turn(`dan-${at}`, (tickets) =>
    tickets.open({ kind: 'question', home, urgent: random() < 0.05, ...(topic ? { topic } : {}) }),
  );
  ledger.promised(receipt.number, receipt.dueAt);
}

type Act = (number: number, memberId: string) => Promise<unknown>;

/** Members act on tickets that are offered to them or theirs; residents answer them. */
async function membersAct({ database, world, random }: Day, acts: number): Promise<void> {
  const { service } = world;
  const offers = await database.db
    .selectFrom('ticket_offers')
    .innerJoin('tickets', 'tickets.id', 'ticket_id')
    .select(['number', 'member_id'])
    .where('closed_at', 'is', null)
    .where('status', '=', 'new')
    .execute();
  const own = await database.db
    .selectFrom('tickets')
    .innerJoin('conversations', 'conversations.id', 'conversation_id')
    .select(['number', 'assignee_id', 'person_id'])
    .where('status', 'in', ['open', 'waiting'])
    .execute();
  const takes = Math.ceil(acts * 0.8);
  for (let count = 0; count < takes; count++) {
    const offer = pick(offers, random);
    if (!offer) break;
    const { number, member_id: memberId } = offer;
    await service.claim({ number, by: { memberId } });
  }
  const work: [share: number, act: Act][] = [
    [0.4, (number, memberId) => service.answer({ number, by: { memberId }, text: 'cháu chào bác ạ' })],
    [0.6, (number, memberId) => service.resolve({ number, by: { memberId }, done: 'called' })],
    [0.06, (number, memberId) => service.release({ number, by: { memberId }, text: 'xa quá' })],
    [0.06, (number, memberId) => service.waitForResident({ number, by: { memberId } })],
  ];
  for (const [share, act] of work) {
    for (let count = 0; count < acts * share; count++) {
      const ticket = pick(own, random);
      if (ticket?.assignee_id) await act(ticket.number, ticket.assignee_id);
    }
  }
  for (let count = 0; count < acts * 0.3; count++) {
    const ticket = pick(own, random);
    if (!ticket) break;
    await world.turn(ticket.person_id, async (tickets) => {
      if (random() < 0.1) await tickets.withdraw(ticket.number);
      else if (random() < 0.2) await tickets.reopen(ticket.number);
      else await tickets.addMessages([{ id: 1 }]);
    });
  }
}

/** A member leaves, two go on leave, and a team is merged into its neighbour. */
async function operatorsAct({ database, world, random, memberIds }: Day): Promise<void> {
  const { db } = database;
  const [leaver, ...resting] = [pick(memberIds, random), pick(memberIds, random), pick(memberIds, random)];
  if (leaver) await removeMember(db, { memberId: leaver, now: world.now() });
  for (const memberId of resting)
    if (memberId) await setAway(db, { memberId, until: world.now() + 5 * hourMs });
  const teams = await db
    .selectFrom('teams')
    .select('team_id')
    .where('closed_at', 'is', null)
    .where('merged_into', 'is', null)
    .where('team_id', 'like', 'to-thon-%')
    .execute();
  const [from, into] = [pick(teams, random)?.team_id, pick(teams, random)?.team_id];
  if (from && into && from !== into) await db.transaction().execute((trx) => mergeTeams(trx, { from, into }));
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}
