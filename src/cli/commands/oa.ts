import type { Command } from 'commander';
import { commandLine, recordAudit } from '../../audit/audit-log.ts';
import type { Dependencies } from '../../dependencies.ts';
import { messageOf, OperatorError } from '../../errors.ts';
import { requireArea, setOaArea } from '../../team/areas/oa-area.ts';
import { NeedsAuthorisation } from '../../zalo/api/zalo-error.ts';
import { connectOa } from '../../zalo/auth/connect-oa.ts';
import { sealLink } from '../../zalo/auth/consent.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatLocalTime } from '../format-local-time.ts';
import { formatTable } from '../format-table.ts';

interface AddOptions {
  oaId: string;
  refreshToken: string;
  accessToken?: string;
  name?: string;
  area?: string;
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
    .option('--area <area>', 'the commune that it belongs to; see areas:list')
    .option('--no-check', 'do not ask Zalo whether the tokens work')
    .action(async (options: AddOptions) => {
      checkOaId(options.oaId);
      const dependencies = await open();
      const { database, sealer, clock } = dependencies;
      if (options.area !== undefined) await requireArea(database.db, options.area);
      await connectOa({ db: database.db, sealer, clock }, options);
      if (options.area !== undefined) await setOaArea(database.db, options.oaId, options.area);
      write(`OA ${options.oaId} is connected.\n`);
      if (options.check) write(await checkWithZalo(dependencies, options.oaId));
    });

  program
    .command('oa:set <oa>')
    .description('say which commune an Official Account belongs to')
    .requiredOption('--area <area>', 'id of the area; see areas:list')
    .action(async (oaId: string, { area }: { area: string }) => {
      const { database } = await open();
      await requireArea(database.db, area);
      await setOaArea(database.db, oaId, area);
      write(`OA ${oaId} belongs to ${area}.\n`);
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
      const { config, sealer, clock, database } = await open();
      const base = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
      const key = sealLink(sealer, { oaId, openUntil: clock.now() + linkLifeMs });
      const now = clock.now();
      await recordAudit(database.db, { actor: commandLine, action: 'oa-link-made', subject: oaId, now });
      write(`${base}/oauth/zalo/start?key=${encodeURIComponent(key)}\n`);
      if (config.PUBLIC_URL === undefined) {
        write('PUBLIC_URL is not set, so that this link works on this machine only.\n');
      }
    });
}

function checkOaId(oaId: string): void {
  if (/^\d{1,30}$/.test(oaId)) return;
  throw new OperatorError(`--oa-id must be digits only, as Zalo shows it; got "${oaId}".`);
}

/** An OA without a name takes the one that Zalo knows. */
async function checkWithZalo({ zalo, database }: Dependencies, oaId: string): Promise<string> {
  try {
    const { name, package_name: packageName } = await zalo.getOa(oaId);
    if (name !== undefined) {
      const unnamed = database.db.updateTable('oas').set({ name }).where('name', 'is', null);
      await unnamed.where('oa_id', '=', oaId).execute();
    }
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
    area: row.area_id,
    token: row.token_state,
    connectedAt: toIso(row.connected_at),
    lastEventAt: toIso(row.last_event_at),
  }));
}

function toTable(rows: Awaited<ReturnType<typeof listOas>>): string {
  const heads = ['OA', 'name', 'area', 'token', 'connected (Việt Nam)', 'last event (Việt Nam)'];
  return formatTable(
    heads,
    rows.map((row) => [
      row.oaId,
      row.name,
      row.area ?? '-',
      row.token,
      inTable(row.connectedAt),
      inTable(row.lastEventAt),
    ]),
  );
}

function toIso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function inTable(iso: string | null): string {
  return iso === null ? '-' : formatLocalTime(Date.parse(iso));
}
