import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { TeamTable } from '../../database/ticket-tables.ts';
import type { Team } from './team.ts';

/** The team at the root, which gets every ticket that no other team takes. */
export const rootTeamId = 'root-desk';

/** Ordered by id, with closed and merged teams. */
export async function listTeams(db: Kysely<Tables>): Promise<Team[]> {
  const rows = await db.selectFrom('teams').selectAll().orderBy('team_id').execute();
  return rows.map(toTeam);
}

export async function findTeam(db: Kysely<Tables>, teamId: string): Promise<Team | undefined> {
  const row = await db.selectFrom('teams').selectAll().where('team_id', '=', teamId).executeTakeFirst();
  return row && toTeam(row);
}

/** Adds teams, or updates area, name, topics and settings of existing ones. */
export async function saveTeams(db: Kysely<Tables>, teams: readonly Team[]): Promise<void> {
  if (teams.length === 0) return;
  await db
    .insertInto('teams')
    .values(
      teams.map((team) => ({
        team_id: team.teamId,
        area_id: team.areaId,
        name: team.name,
        topics: JSON.stringify(team.topics),
        settings: JSON.stringify(team.settings),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('team_id').doUpdateSet((eb) => ({
        area_id: eb.ref('excluded.area_id'),
        name: eb.ref('excluded.name'),
        topics: eb.ref('excluded.topics'),
        settings: eb.ref('excluded.settings'),
      })),
    )
    .execute();
}

/** Creates the team at the root, unless the root has an open team already. */
export async function ensureRootTeam(
  db: Kysely<Tables>,
  { areaId, name }: { areaId: string; name: string },
): Promise<void> {
  const open = await db
    .selectFrom('teams')
    .select('team_id')
    .where('area_id', '=', areaId)
    .where('closed_at', 'is', null)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (open) return;
  await db
    .insertInto('teams')
    .values({ team_id: rootTeamId, area_id: areaId, name, topics: '[]', settings: '{}' })
    .onConflict((conflict) => conflict.column('team_id').doNothing())
    .execute();
}

function toTeam(row: Selectable<TeamTable>): Team {
  return {
    teamId: row.team_id,
    areaId: row.area_id,
    name: row.name,
    topics: row.topics,
    settings: row.settings,
    mergedInto: row.merged_into ?? undefined,
    closedAt: row.closed_at ?? undefined,
  };
}
