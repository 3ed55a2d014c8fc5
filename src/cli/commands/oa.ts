import type { Command } from 'commander';
import type { Dependencies } from '../../dependencies.ts';
import { messageOf, OperatorError } from '../../errors.ts';
import { NeedsAuthorisation } from '../../zalo/api/zalo-error.ts';
import { connectOa } from '../../zalo/auth/connect-oa.ts';
import { sealLink } from '../../zalo/auth/consent.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatTable } from '../format-table.ts';

interface AddOptions {
  oaId: string;
  refreshToken: string;
  accessToken?: string;
  name?: string;
  check: boolean;
}

/** How long a link of `oa:link` stays valid. */
const linkLifeMs = 60 * 60_000;

export function addOaCommands(program: Command, { open, write }: CommandParts): void {
  program
    .command('oa:add')
    .description('connect an Official Account by its tokens, or give it new ones')
    .requiredOption('--oa-id <id>', 'id of the OA, digits only')
    .requiredOption(
      '--refresh-token <token>',
      'from the API Explorer or the consent page; works once. - reads it from standard input',
    )
    .option(
      '--access-token <token>',
      'fetched with the refresh token when missing. - reads it from standard input',
    )
    .option('--name <name>', 'what the OA is called in lists')
    .option('--no-check', 'do not ask Zalo whether the tokens work')
    .action(async (options: AddOptions) => {
      checkOaId(options.oaId);
      const dependencies = await open();
      const { database, sealer, clock } = dependencies;
      await connectOa({ db: database.db, sealer, clock }, options);
      write(`OA ${options.oaId} is connected.\n`);
      if (options.check) write(await checkWithZalo(dependencies, options.oaId));
    });

  program
    .command('oa:list')
    .description('the connected Official Accounts and the state of their tokens')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const rows = await listOas(await open());
      if (json) write(`${JSON.stringify(rows)}\n`);
      else if (rows.length === 0) write('No OA is connected yet. Connect one with oa:add or oa:link.\n');
      else write(`${toTable(rows)}\n`);
    });

  program
    .command('oa:link')
    .description("print a link, good for an hour, where an OA's administrator gives consent")
    .requiredOption('--oa-id <id>', 'the OA to connect; the link is good for no other')
    .action(async ({ oaId }: { oaId: string }) => {
      checkOaId(oaId);
      const { config, sealer, clock } = await open();
      const base = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
      const key = sealLink(sealer, { oaId, openUntil: clock.now() + linkLifeMs });
      write(`${base}/oauth/zalo/start?key=${encodeURIComponent(key)}\n`);
    });
}

function checkOaId(oaId: string): void {
  if (/^\d{1,30}$/.test(oaId)) return;
  throw new OperatorError(`--oa-id must be digits only, as Zalo shows it; got "${oaId}".`);
}

async function checkWithZalo({ zalo }: Dependencies, oaId: string): Promise<string> {
  try {
    const { name, package_name: packageName } = await zalo.getOa(oaId);
    return `Zalo knows it as "${name ?? oaId}"${packageName ? `, package ${packageName}` : ''}.\n`;
  } catch (error) {
    if (error instanceof NeedsAuthorisation) {
      throw new OperatorError(
        'Zalo refused the tokens. A refresh token works once: get a new pair and run oa:add again.',
      );
    }
    return `Zalo could not be asked whether the tokens work (${messageOf(error)}). See oa:list later.\n`;
  }
}

async function listOas({ database }: Dependencies) {
  const rows = await database.db.selectFrom('oas').selectAll().orderBy('connected_at').execute();
  return rows.map((row) => ({
    oaId: row.oa_id,
    name: row.name ?? '',
    token: row.token_state,
    connectedAt: toDate(row.connected_at),
    lastEventAt: toDate(row.last_event_at),
  }));
}

function toTable(rows: Awaited<ReturnType<typeof listOas>>): string {
  const heads = ['OA', 'name', 'token', 'connected', 'last event'];
  return formatTable(
    heads,
    rows.map((row) => [row.oaId, row.name, row.token, row.connectedAt ?? '-', row.lastEventAt ?? '-']),
  );
}

function toDate(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
