import { type Command, Option } from 'commander';
import { commandLine } from '../../audit/audit-log.ts';
import { consoleUrlOf } from '../../console/console-url.ts';
import type { OperatorRole } from '../../database/console-tables.ts';
import type { Dependencies } from '../../dependencies.ts';
import { OperatorError } from '../../errors.ts';
import {
  dismissOperator,
  inviteOperator,
  linkOperatorBrowser,
  resetOperator,
} from '../../operator/manage-operators.ts';
import { hasFactor, operatorRoles } from '../../operator/operator.ts';
import { listOperators } from '../../operator/operator-store.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatTable } from '../format-table.ts';

interface InviteOptions {
  role: OperatorRole;
  area?: string;
  reset?: string;
  browser?: string;
}

const refusals = {
  'no-name': 'Give a name of 1 to 100 characters, in quotation marks.',
  'unknown-area': 'A clerk needs the area of the office: --area. See areas:list.',
};

/** Clerks and administrators of the console. */
export function addOperatorCommands(program: Command, { open, write }: CommandParts): void {
  program
    .command('operator:invite [name]')
    .description(
      'a one-time link with which a clerk or an administrator of the console sets up their sign-in',
    )
    .addOption(
      new Option('--role <role>', 'what they are').choices(operatorRoles).default('administrator' as const),
    )
    .option('--area <area>', "the area of a clerk's office; the clerk works for it and all areas below")
    .option('--reset <operator>', 'instead: take away all second factors of this one, who begins anew')
    .option('--browser <operator>', 'instead: a link for one more browser of this one')
    .action(async (name: string | undefined, options: InviteOptions) => {
      const all = await open();
      const url = consoleUrlOf(all.config);
      if (url === undefined) throw new OperatorError('There is no console yet: set SESSION_SECRET.');
      const { operatorId, token } = await makeLink(all, name, options);
      write(`${url}/operator/link/${token}\n`);
      write(`For ${operatorId} only. It works once, within 24 hours.\n`);
    });

  program
    .command('operator:list')
    .description('the clerks and administrators of the console')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const { database } = await open();
      const rows = (await listOperators(database.db))
        .filter(({ removedAt }) => removedAt === undefined)
        .map((operator) => ({
          operator: operator.operatorId,
          ...{ name: operator.name, role: operator.role, area: operator.areaId ?? null },
          isSetUp: hasFactor(operator),
        }));
      if (json) return write(`${JSON.stringify(rows)}\n`);
      if (rows.length === 0) return write('There are no operators yet. Add one with operator:invite.\n');
      const cells = rows.map((row) => [
        ...[row.operator, row.name, row.role, row.area ?? '-'],
        row.isSetUp ? 'set up' : 'invited',
      ]);
      write(`${formatTable(['operator', 'name', 'role', 'area', 'sign-in'], cells)}\n`);
    });

  program
    .command('operator:remove <operator>')
    .description('remove a clerk or an administrator; they are signed out everywhere')
    .action(async (operatorId: string) => {
      const { database, clock } = await open();
      const isRemoved = await dismissOperator(database.db, { operatorId, by: commandLine, now: clock.now() });
      if (!isRemoved) throw unknown(operatorId);
      write(`${operatorId} is removed and signed out.\n`);
    });
}

async function makeLink(
  { database, clock }: Dependencies,
  name: string | undefined,
  { role, area, reset, browser }: InviteOptions,
): Promise<{ operatorId: string; token: string }> {
  const [db, by] = [database.db, { by: commandLine, now: clock.now() }];
  const known = reset ?? browser;
  if (known !== undefined) {
    const make = reset === undefined ? linkOperatorBrowser : resetOperator;
    const token = await make(db, { operatorId: known, ...by });
    if (token === undefined) throw unknown(known);
    return { operatorId: known, token };
  }
  const invited = await inviteOperator(db, { name: name ?? '', role, areaId: area, ...by });
  if (invited.kind === 'refused') throw new OperatorError(refusals[invited.why]);
  return invited;
}

function unknown(operatorId: string): OperatorError {
  return new OperatorError(`There is no operator "${operatorId}". See operator:list.`);
}
