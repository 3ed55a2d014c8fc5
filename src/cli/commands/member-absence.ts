import type { Command } from 'commander';
import type { Dependencies } from '../../dependencies.ts';
import { OperatorError } from '../../errors.ts';
import { findMember, removeMember, setAway } from '../../team/roster/member-store.ts';
import type { Member } from '../../team/roster/team.ts';
import type { CommandParts } from '../command-parts.ts';

/** `members:away` and `members:remove`: a member takes no new tickets, for a while or for good. */
export function addAbsenceCommands(program: Command, { open, write }: CommandParts): void {
  program
    .command('members:away <member>')
    .description('offer this member nothing new until a day has passed')
    .requiredOption('--until <day>', 'the last day away, yyyy-mm-dd; a day that is past brings them back')
    .action(async (memberId: string, { until: day }: { until: string }) => {
      const { database, clock } = await open();
      const member = await getKnownMember(database.db, memberId);
      const backAt = endOfDay(day);
      const until = backAt > clock.now() ? backAt : undefined;
      await setAway(database.db, { memberId, until });
      write(until ? `${member.name} is away until the end of ${day}.\n` : `${member.name} is here.\n`);
    });

  program
    .command('members:remove <member>')
    .description('take a member out of all teams; what they have in hand goes to others')
    .option('--dry-run', 'only say what would happen')
    .action(async (memberId: string, { dryRun }: { dryRun?: true }) => {
      const { database, clock } = await open();
      const { name, memberships } = await getKnownMember(database.db, memberId);
      if (dryRun) {
        const open = await countOpen(database.db, memberId);
        const teams = memberships.map(({ teamId }) => teamId).join(', ') || 'no team';
        return write(`${name} would leave ${teams}; ${open} open follow-ups would go to others.\n`);
      }
      await database.db.transaction().execute((trx) => removeMember(trx, { memberId, now: clock.now() }));
      write(`${name} is removed. members:import brings them back.\n`);
    });
}

async function countOpen(db: Dependencies['database']['db'], memberId: string): Promise<number> {
  const { count } = await db
    .selectFrom('tickets')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('assignee_id', '=', memberId)
    .where('status', '!=', 'resolved')
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function getKnownMember(db: Dependencies['database']['db'], memberId: string): Promise<Member> {
  const member = await findMember(db, memberId);
  if (!member) throw new OperatorError(`There is no member "${memberId}". See members:list.`);
  return member;
}

function endOfDay(day: string): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00+07:00`) : Number.NaN;
  if (Number.isNaN(start)) throw new OperatorError(`--until must be a day like 2026-12-31; got "${day}".`);
  return start + 24 * 60 * 60_000;
}
