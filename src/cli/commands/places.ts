import type { Command } from 'commander';
import { commandLine, recordAudit } from '../../audit/audit-log.ts';
import { OperatorError } from '../../errors.ts';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import { mapPlace } from '../../ticket/map-place.ts';
import { groupUnknownPlaces } from '../../ticket/views/group-unknown-places.ts';
import { listUnknownPlaces } from '../../ticket/views/list-unknown-places.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatTable } from '../format-table.ts';

const refusals = {
  'unknown-area': (_text: string, areaId: string) => `There is no area "${areaId}". See areas:list.`,
  'nobody-wrote-it': (text: string, areaId: string) =>
    `Nobody wrote "${text}" of a place around ${areaId}. See places:unknown.`,
};

/** Village names that residents typed and no area has. */
export function addPlaceCommands(program: Command, { open, write }: CommandParts): void {
  program
    .command('places:unknown')
    .description(
      'village names that residents wrote and no area bears, with the follow-ups that wait for them',
    )
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const { database, directory } = await open();
      const names = groupUnknownPlaces(await listUnknownPlaces(database.db));
      const rows = names.map(({ text, times, oaId, areaId, tickets, lastAt }) => ({
        ...{ text, times, oa: oaId, area: areaId ?? null, tickets },
        lastSeen: vietnameseDay(lastAt),
      }));
      if (json) return write(`${JSON.stringify(rows)}\n`);
      if (rows.length === 0) return write('There are no unknown places.\n');
      const cells = rows.map((row) => [
        row.text,
        String(row.times),
        row.oa,
        row.area ?? directory.local.office.name,
        row.tickets.join(' ') || '-',
        row.lastSeen,
      ]);
      write(`${formatTable(['text', 'times', 'OA', 'area', 'tickets', 'last seen'], cells)}\n`);
    });

  program
    .command('places:map <text> <area>')
    .description('make such a name another name of an area; its open follow-ups go to the team there')
    .action(async (typed: string, areaId: string) => {
      const { database, tickets, clock } = await open();
      const text = typed.trim();
      const by = { operator: 'command-line' };
      const mapped = await mapPlace({ db: database.db, tickets, clock }, { text, areaId, by });
      if (mapped.kind === 'refused') throw new OperatorError(refusals[mapped.why](text, areaId));
      await recordAudit(database.db, {
        ...{ actor: commandLine, action: 'place-mapped', subject: areaId },
        now: clock.now(),
      });
      const { settled, moved } = mapped;
      const follow = moved.length > 0 ? ` Follow-ups sent there: ${moved.join(', ')}.` : '';
      write(`"${text}" is ${areaId} from now on; ${settled} times settled.${follow}\n`);
    });
}
