import { saveMembers, saveMemberships } from '../../src/team/roster/member-store.ts';
import type { TeamRole } from '../../src/team/roster/team.ts';
import { rootTeamId, saveTeams } from '../../src/team/roster/team-store.ts';
import { oaId, type WholeBot } from './whole-bot.ts';

interface Place {
  areaId: string;
  name: string;
}

/** A village and the areas above it, each with a team of invented people. */
export interface StaffedOffice {
  village: Place;
  cluster: Place;
  commune: Place;
  ticket(number: number): Promise<Record<string, unknown>>;
  timeline(number: number): Promise<string[]>;
}

/** The members of the four teams, by level. */
export const members = {
  village: ['v-hoa', 'v-hai', 'v-hung', 'v-ha'],
  cluster: ['c-nga', 'c-tam'],
  commune: ['x-lien'],
  root: ['r-quang'],
};

/**
 * Adds teams to the first village of the office's area tree and to the areas above it; the OA under test
 * belongs to its commune.
 */
export async function staffOffice(whole: WholeBot): Promise<StaffedOffice> {
  const { db } = whole.bot.dependencies.database;
  const { rows: areas } = { rows: await db.selectFrom('areas').selectAll().orderBy('area_id').execute() };
  const placeOf = (areaId: string | null): Place & { parent: string | null; level: string } => {
    const area = areas.find(({ area_id }) => area_id === areaId);
    if (!area) throw new Error(`no area ${areaId}`);
    return { areaId: area.area_id, name: area.name, parent: area.parent_id, level: area.level };
  };
  const village = areas
    .filter(({ level }) => level === 'village')
    .map(({ area_id }) => placeOf(area_id))
    .find(({ name, parent }) => name.includes(' ') && placeOf(parent).level === 'cluster');
  if (!village) throw new Error('no village under a cluster');
  const cluster = placeOf(village.parent);
  const commune = placeOf(cluster.parent);
  const teams = [
    { teamId: 'to-thon', area: village, name: `Tổ thử ${village.name}`, people: members.village },
    { teamId: 'to-cum', area: cluster, name: `Tổ thử cụm ${cluster.name}`, people: members.cluster },
    { teamId: 'to-xa', area: commune, name: `Tổ thử ${commune.name}`, people: members.commune },
  ];
  await saveTeams(
    db,
    teams.map(({ teamId, area, name }) => ({
      teamId,
      areaId: area.areaId,
      name,
      topics: [],
      settings: {},
      mergedInto: undefined,
      closedAt: undefined,
    })),
  );
  const people = [...teams, { teamId: rootTeamId, people: members.root }].flatMap((team) =>
    team.people.map((memberId, at) => ({
      memberId,
      teamId: team.teamId,
      role: (at === 0 ? 'lead' : 'member') as TeamRole,
    })),
  );
  await saveMembers(
    db,
    people.map(({ memberId }) => ({
      memberId,
      name: `Chị ${memberId.slice(2, 3).toUpperCase()}${memberId.slice(3)} (thử)`,
      phoneEncrypted: undefined,
      createdAt: whole.clock.now(),
    })),
  );
  await saveMemberships(db, people);
  await db.updateTable('oas').set({ area_id: commune.areaId }).where('oa_id', '=', oaId).execute();

  const ticket: StaffedOffice['ticket'] = (number) =>
    db.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirstOrThrow() as never;
  return {
    village,
    cluster,
    commune,
    ticket,
    async timeline(number) {
      const { id } = await ticket(number);
      const rows = await db
        .selectFrom('ticket_events')
        .selectAll()
        .where('ticket_id', '=', id as number)
        .orderBy('id')
        .execute();
      return rows.map(({ event, reason }) => (reason ? `${event} (${reason})` : event));
    },
  };
}
