import { sql } from 'kysely';
import { createWindow } from '../../src/conversation/window.ts';
import { readViews } from '../../src/member/tickets/ticket-view.ts';
import { saveMemberships } from '../../src/team/roster/member-store.ts';
import { saveTeams } from '../../src/team/roster/team-store.ts';
import type { TicketState, TicketWorld } from './golden.ts';
import { members } from './staffed-office.ts';
import type { Resident, WholeBot } from './whole-bot.ts';

/** Gives a second village a team of the first one's members, so that a ticket can move from one to the other. */
export async function staffVillage(whole: WholeBot, teamId: string, village: string): Promise<void> {
  const { db } = whole.bot.dependencies.database;
  const area = db.selectFrom('areas').select('area_id').where('name', '=', village);
  const { area_id: areaId } = await area.executeTakeFirstOrThrow();
  const settings = { topics: [], settings: {}, mergedInto: undefined, closedAt: undefined };
  await saveTeams(db, [{ teamId, areaId, name: `Tổ thử ${village}`, ...settings }]);
  await saveMemberships(
    db,
    members.village.map((memberId) => ({ memberId, teamId, role: 'member' as const })),
  );
}

/** The tickets of a staffed office, for conversations that look at them. */
export function createTicketWorld(whole: WholeBot): TicketWorld {
  const { database, tickets, directory, clock } = whole.bot.dependencies;
  const { db } = database;
  const windowAt = createWindow(directory.local.windowRules);

  const ticketsOf = async (resident: Resident) =>
    db.transaction().execute(async (trx) =>
      readViews(trx, sql`c.person_id = ${resident.userId} order by t.number`, {
        roster: await tickets.roster(),
        windowAt,
        now: clock.now(),
        memberId: '',
      }),
    );

  async function act(resident: Resident, member: Parameters<TicketWorld['act']>[1]): Promise<void> {
    const { memberId, says, closes } = member;
    const open = (await ticketsOf(resident)).findLast(({ status }) => status !== 'resolved');
    if (!open) return;
    const command = { number: open.number, by: { memberId } };
    if (says) await tickets.answer({ ...command, text: says });
    if (closes) await tickets.resolve({ ...command, done: 'called' });
    await whole.settled();
    await resident.news();
  }

  async function faultsOf(resident: Resident, wanted: TicketState): Promise<string[]> {
    const own = await ticketsOf(resident);
    const last = own.at(-1);
    const row = last && (await rowOf(last.number));
    const found = {
      open: own.filter(({ status }) => status !== 'resolved').length,
      team: last?.teamId ?? undefined,
      kind: row?.kind,
      phone: row && row.phone_encrypted !== null,
      urgent: row?.urgent,
      rating: row?.rating ?? undefined,
    };
    const fields = Object.keys(found) as (keyof typeof found)[];
    const question = last?.question ?? '';
    return [
      ...fields
        .filter((field) => wanted[field] !== undefined && wanted[field] !== found[field])
        .map((field) => `the ticket's ${field} is ${found[field]}, not ${wanted[field]}`),
      ...(wanted.brief ?? [])
        .filter((part) => !question.includes(part))
        .map((part) => `the card lacks "${part}": ${question}`),
      ...(wanted.not ?? [])
        .filter((part) => question.split('\n').some((line) => line.includes(part)))
        .map((part) => `the card says "${part}": ${question}`),
    ];
  }

  const rowOf = (number: number) =>
    db
      .selectFrom('tickets')
      .select(['kind', 'phone_encrypted', 'urgent', 'rating'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow();

  return { act, faultsOf };
}
