import type { Command } from 'commander';
import type { Dependencies } from '../../dependencies.ts';
import type { TicketResult } from '../../ticket/result.ts';
import type { CommandParts } from '../command-parts.ts';
import { findMember, refuseUnlessDone, toNumber } from '../tickets/ticket-arguments.ts';

const by = { operator: 'command-line' };

/** What an operator decides about follow-ups of any team. */
export function addTicketManagement(program: Command, { open, write }: CommandParts): void {
  program
    .command('tickets:assign <number> <member>')
    .description('give a follow-up to a named member; one that was escalated comes back down')
    .action((number: string, member: string) =>
      act(number, async ({ tickets }, command) => {
        const { memberId } = findMember((await tickets.roster()).members, member);
        return tickets.assign({ ...command, memberId });
      }),
    );

  program
    .command('tickets:hand <number> <team>')
    .description('hand a follow-up to another team, above, beside or below')
    .option('--why <text>', 'kept in its timeline')
    .action((number: string, teamId: string, { why }: { why?: string }) =>
      act(number, ({ tickets }, command) =>
        tickets.transfer({ ...command, teamId, ...(why !== undefined && { text: why }) }),
      ),
    );

  program
    .command('tickets:release <number>')
    .description('take a follow-up from its member, back to the team')
    .option('--why <text>', 'the next member reads it')
    .action((number: string, { why }: { why?: string }) =>
      act(number, ({ tickets }, command) =>
        tickets.release({ ...command, ...(why !== undefined && { text: why }) }),
      ),
    );

  program
    .command('tickets:dismiss <number>')
    .description('close a follow-up that is no request; the resident gets no message')
    .requiredOption('--why <text>', 'kept in its timeline')
    .action((number: string, { why }: { why: string }) =>
      act(number, ({ tickets }, command) => tickets.dismiss({ ...command, text: why })),
    );

  program
    .command('tickets:merge <number> <into>')
    .description('close a follow-up as part of another one of the same resident')
    .action((number: string, into: string) =>
      act(number, ({ tickets }, command) => tickets.merge({ ...command, into: toNumber(into) })),
    );

  type Act = (
    dependencies: Dependencies,
    command: { number: number; by: typeof by },
  ) => Promise<TicketResult>;

  async function act(given: string, run: Act): Promise<void> {
    const number = toNumber(given);
    const dependencies = await open();
    const result = await run(dependencies, { number, by });
    refuseUnlessDone(number, result, dependencies.words.in('vi'));
    write(`${number}: done\n`);
  }
}
