import type { Command } from 'commander';
import { catchUp } from '../../conversation/catch-up.ts';
import { hourMs } from '../../durations.ts';
import { OperatorError } from '../../errors.ts';
import type { CommandParts } from '../command-parts.ts';

/** `catch-up`: asks Zalo for messages that residents sent while deliveries did not reach us. */
export function addCatchUpCommand(program: Command, { open, write }: CommandParts): void {
  program
    .command('catch-up')
    .description('fetch messages that Zalo has and the bot has not; safe to repeat')
    .option('--oa-id <id>', 'only this OA; all connected ones otherwise')
    .option('--hours <number>', 'how far to look back', '24')
    .action(async ({ oaId: wanted, hours }: { oaId?: string; hours: string }) => {
      const lookBackMs = Number(hours) * hourMs;
      if (!(lookBackMs > 0)) throw new OperatorError(`--hours must be a number above 0; got "${hours}".`);
      const { database, clock, missed, webhook } = await open();
      const rows = await database.db.selectFrom('oas').select('oa_id').orderBy('connected_at').execute();
      const oaIds = rows.map((row) => row.oa_id).filter((oaId) => wanted === undefined || oaId === wanted);
      if (oaIds.length === 0) throw new OperatorError('No such OA is connected. See oa:list.');
      const sinceAt = clock.now() - lookBackMs;
      for (const oaId of oaIds) {
        write(`OA ${oaId}: looking back ${hours} hours...\n`);
        const found = await catchUp({ missed, accept: webhook.acceptEvents }, { oaId, sinceAt });
        write(`OA ${oaId}: ${found} messages were missed and are being answered.\n`);
      }
    });
}
