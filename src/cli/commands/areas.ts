import type { Command } from 'commander';
import { commandLine } from '../../audit/audit-log.ts';
import type { Dependencies } from '../../dependencies.ts';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import { loadAreaTree } from '../../team/areas/area-store.ts';
import { areasOfUnits } from '../../team/areas/areas-of-units.ts';
import { importAreas, importReadyAreas } from '../../team/import/import-records.ts';
import { areaColumns } from '../../team/import/plan-area-import.ts';
import type { Sheet } from '../../team/import/sheet.ts';
import { templateOf } from '../../team/import/template-of.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatTable } from '../format-table.ts';
import { type ImportOptions, importFile, tellPlan } from '../import-file.ts';

export function addAreaCommands(program: Command, parts: CommandParts): void {
  const { open, write } = parts;
  program
    .command('areas:import [file]')
    .description(
      'add and change areas from a CSV or Excel (.xlsx) file; without one, from locales/vi/areas.yaml',
    )
    .option('--yes', 'save it; otherwise only what would change is shown')
    .option('--template', 'print an empty file with the columns')
    .action(async (file: string | undefined, options: ImportOptions) => {
      const dependencies = await open();
      const { words, database, clock } = dependencies;
      const t = words.in('vi');
      const apply = options.yes === true;
      if (options.template) return parts.writeFile(templateOf(areaColumns, t));
      if (file === undefined) {
        tellPlan(await importFromContent(dependencies, apply), { write, t, isApplied: apply });
      } else {
        const run = (sheet: Sheet) =>
          importAreas({ db: database.db, by: commandLine, now: clock.now(), sheet, apply });
        await importFile({ parts, t, file, run }, options);
      }
      if (apply) await dependencies.learnVillages();
    });

  program
    .command('areas:list')
    .description('every area with its level and the area above it')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const rows = await listAreaRows(await open());
      if (json) return write(`${JSON.stringify(rows)}\n`);
      const cells = rows.map((row) => [row.area, row.level, row.name, row.parent ?? '-', row.until ?? '']);
      write(`${formatTable(['area', 'level', 'name', 'parent', 'until'], cells)}\n`);
    });
}

function importFromContent({ database, directory, clock }: Dependencies, apply: boolean) {
  const rootName = directory.local.office.name;
  const day = vietnameseDay(clock.now());
  const params = { db: database.db, by: commandLine, now: clock.now(), apply };
  return importReadyAreas(params, (existing) => areasOfUnits(directory.areas, { rootName, day, existing }));
}

/** From the root down, each area followed by the areas below it. */
async function listAreaRows({ database }: Dependencies) {
  const tree = await loadAreaTree(database.db);
  const place = (areaId: string) =>
    tree
      .pathOf(areaId)
      .map((area) => area.areaId)
      .toReversed()
      .join(' ');
  return tree.areas
    .toSorted((a, b) => place(a.areaId).localeCompare(place(b.areaId)))
    .map((area) => ({
      area: area.areaId,
      level: area.level,
      name: area.name,
      parent: area.parentId ?? null,
      from: area.validFrom === undefined ? null : vietnameseDay(area.validFrom),
      until: area.validUntil === undefined ? null : vietnameseDay(area.validUntil - 1),
    }));
}
