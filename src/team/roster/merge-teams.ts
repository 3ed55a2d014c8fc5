import type { Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { OperatorError } from '../../errors.ts';
import type { Team } from './team.ts';
import { findTeam } from './team-store.ts';

/**
 * Merges a team into another: its members join with their roles, and it gets no new tickets. The caller reassigns its
 * open tickets through the ticket service.
 * @throws OperatorError when a team is unknown, merged already or the same, or the root would have no team left
 */
export async function mergeTeams(
  trx: Transaction<Tables>,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const [ending, staying] = [await getOpenTeam(trx, from), await getOpenTeam(trx, into)];
  if (from === into) throw new OperatorError(`A team cannot be merged into itself (${from}).`);
  await refuseToEmptyRoot(trx, { ending, staying });
  await trx
    .insertInto('team_members')
    .columns(['team_id', 'member_id', 'role'])
    .expression((eb) =>
      eb
        .selectFrom('team_members')
        .select(({ val }) => [val(into).as('team_id'), 'member_id', 'role'])
        .where('team_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.deleteFrom('team_members').where('team_id', '=', from).execute();
  await trx
    .updateTable('teams')
    .set({ merged_into: into })
    .where((eb) => eb.or([eb('team_id', '=', from), eb('merged_into', '=', from)]))
    .execute();
}

async function getOpenTeam(trx: Transaction<Tables>, teamId: string): Promise<Team> {
  const team = await findTeam(trx, teamId);
  if (!team) throw new OperatorError(`There is no team "${teamId}". See teams:list.`);
  if (team.mergedInto) {
    throw new OperatorError(`The team "${teamId}" was merged into "${team.mergedInto}" already.`);
  }
  return team;
}

async function refuseToEmptyRoot(
  trx: Transaction<Tables>,
  { ending, staying }: { ending: Team; staying: Team },
): Promise<void> {
  const { parent_id } = await trx
    .selectFrom('areas')
    .select('parent_id')
    .where('area_id', '=', ending.areaId)
    .executeTakeFirstOrThrow();
  if (parent_id !== null || staying.areaId === ending.areaId) return;
  const others = await trx
    .selectFrom('teams')
    .select('team_id')
    .where('area_id', '=', ending.areaId)
    .where('team_id', '!=', ending.teamId)
    .where('merged_into', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!others)
    throw new OperatorError('The last desk of the root cannot be merged away: all tickets end there.');
}
