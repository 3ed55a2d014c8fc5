import type { Command } from 'commander';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import { listUnknownPlaces, type UnknownPlace } from '../../ticket/views/list-unknown-places.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatTable } from '../format-table.ts';
import { mapPlace } from '../map-place.ts';

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
      const rows = groupByName(await listUnknownPlaces(database.db));
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
    .action(async (text: string, areaId: string) => {
      const { settled, moved } = await mapPlace(await open(), { text: text.trim(), areaId });
      const follow = moved.length > 0 ? ` Follow-ups sent there: ${moved.join(', ')}.` : '';
      write(`"${text.trim()}" is ${areaId} from now on; ${settled} times settled.${follow}\n`);
    });
}

interface UnknownName {
  text: string;
  times: number;
  oa: string;
  area: string | null;
  /** Numbers of open tickets. */
  tickets: number[];
  /** yyyy-mm-dd */
  lastSeen: string;
}

/** One row per name, OA and area; the most frequent first. */
function groupByName(places: readonly UnknownPlace[]): UnknownName[] {
  const groups = new Map<string, UnknownName>();
  for (const { text, oaId, areaId, at, openTicket } of places) {
    const key = JSON.stringify([text.toLowerCase(), oaId, areaId]);
    const group = groups.get(key) ?? {
      text,
      times: 0,
      oa: oaId,
      area: areaId ?? null,
      tickets: [],
      lastSeen: '',
    };
    group.times += 1;
    if (openTicket !== undefined && !group.tickets.includes(openTicket)) group.tickets.push(openTicket);
    group.lastSeen = vietnameseDay(at);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.times - a.times);
}
