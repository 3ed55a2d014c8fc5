import type { Command } from 'commander';
import type { Dependencies } from '../../dependencies.ts';
import { OperatorError } from '../../errors.ts';
import { doneKinds } from '../../ticket/commands/close.ts';
import type { TicketResult } from '../../ticket/result.ts';
import { type ListedTicket, listTickets } from '../../ticket/views/list-tickets.ts';
import { cannedText, listCanned } from '../canned.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatLocalTime } from '../format-local-time.ts';
import { formatTable } from '../format-table.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { findMember, refuseUnlessDone, toNumber } from '../tickets/ticket-arguments.ts';

interface AsMember {
  as: string;
}

/** Lists and shows tickets, and runs commands as a named member. */
export function addTicketCommands(program: Command, { open, write }: CommandParts): void {
  program
    .command('tickets:list')
    .description('the follow-ups that are open, with who has them and by when')
    .option('--all', 'closed ones too')
    .option('--json', 'as JSON')
    .action(async ({ all, json }: { all?: true; json?: true }) => {
      const { database, tickets } = await open();
      const listing = { roster: await tickets.roster(), withClosed: all === true };
      const rows = await listTickets(database.db, listing);
      if (json) return write(`${JSON.stringify(rows)}\n`);
      write(rows.length === 0 ? 'There are no open follow-ups.\n' : `${toTable(rows)}\n`);
    });

  program
    .command('tickets:show <number>')
    .description('everything about one follow-up')
    .action(async (number: string) => write(await showTicket(await open(), toNumber(number))));

  program
    .command('tickets:claim <number>')
    .description('a member takes a follow-up')
    .requiredOption('--as <member>', 'id or name of the member')
    .action((number: string, { as }: AsMember) =>
      act(number, as, ({ tickets }, command) => tickets.claim(command)),
    );

  program
    .command('tickets:answer <number> [text]')
    .description('a member answers; whoever answers first has the follow-up')
    .requiredOption('--as <member>', 'id or name of the member')
    .option('--canned <id>', 'a canned reply instead of a text; see tickets:canned')
    .action((number: string, text: string | undefined, { as, canned }: AsMember & { canned?: string }) => {
      if ((text === undefined) === (canned === undefined)) {
        throw new OperatorError('Give either a text or --canned with the id of a canned reply.');
      }
      return act(number, as, async (dependencies, command) =>
        dependencies.tickets.answer({
          ...command,
          text: canned === undefined ? text : await cannedText(dependencies, command.number, canned),
        }),
      );
    });

  program
    .command('tickets:canned <number>')
    .description('the canned replies for one follow-up, as they would be sent')
    .action(async (number: string) => {
      const replies = await listCanned(await open(), toNumber(number));
      const table = formatTable(
        ['id', 'text'],
        replies.map(({ id, text }) => [id, text]),
      );
      write(`${table}\n`);
    });

  program
    .command('tickets:resolve <number>')
    .description('a member closes a follow-up, saying what was done')
    .requiredOption('--as <member>', 'id or name of the member')
    .requiredOption('--done <how>', `one of: ${doneKinds.join(', ')}`)
    .option('--text <text>', 'last words to the resident')
    .action((number: string, { as, done, text }: AsMember & { done: string; text?: string }) =>
      act(number, as, ({ tickets }, command) =>
        tickets.resolve({ ...command, done, ...(text === undefined ? {} : { text }) }),
      ),
    );

  type Act = (
    dependencies: Dependencies,
    command: { number: number; by: { memberId: string } },
  ) => Promise<TicketResult<{ way?: string }>>;

  async function act(given: string, as: string, run: Act): Promise<void> {
    const number = toNumber(given);
    const dependencies = await open();
    const { tickets, words } = dependencies;
    const member = findMember((await tickets.roster()).members, as);
    const result = await run(dependencies, { number, by: { memberId: member.memberId } });
    const t = words.in('vi');
    refuseUnlessDone(number, result, t);
    write(`${number}: ${result.way === undefined ? 'done' : t(`operator:tickets.way.${result.way}`)}\n`);
  }
}

/** An overdue answer, one that is due, and one that was given look different. */
function answerBy({ deadlines, overdueSince, isAnswered, status }: ListedTicket): string {
  if (overdueSince !== null) return `overdue since ${formatLocalTime(Date.parse(overdueSince))}`;
  if (status === 'resolved') return '-';
  if (status === 'waiting') return 'waits for the resident';
  const due = deadlines.firstAnswer ?? deadlines.nextAnswer;
  if (due !== null) return formatLocalTime(Date.parse(due));
  return isAnswered ? 'answered' : '-';
}

function toTable(rows: ListedTicket[]): string {
  const heads = ['number', 'area', 'team', 'status', 'assignee', 'answer by (Việt Nam)', 'resident'];
  return formatTable(
    heads,
    rows.map((row) => [
      row.confidential ? `${row.number} confidential` : String(row.number),
      row.area ?? '-',
      row.team ?? '-',
      row.status,
      row.assignee ?? '-',
      answerBy(row),
      row.resident,
    ]),
  );
}
