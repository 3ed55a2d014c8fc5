import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type CellMark,
  countMarks,
  type MappedObject,
  mapObjects,
} from '../../content/objects/object-map.ts';
import { readContent } from '../../content/read-content.ts';
import { aspectNames } from '../../content/schema/grid.ts';
import { messageOf } from '../../errors.ts';
import { loadWords } from '../../i18n.ts';
import { formatTable } from '../format-table.ts';
import { ignoreClosedPipe } from '../ignore-closed-pipe.ts';
import { mapPage } from './map-page.ts';

const usage = `npm run content:map [-- --kind app] [-- --topic vneid] [-- --page reports/content-map.html] [-- --folder locales/vi]

A table of objects and aspects, and the same as a page for editors:
● filled  ? unknown  - not applicable  ^ of the parent  · not declared; a number counts the cells for states and conditions.
`;

const signs: Record<CellMark, string> = {
  filled: '●',
  unknown: '?',
  'n/a': '-',
  inherited: '^',
  absent: '·',
};

function main(args: string[]): string {
  const { values } = parseArgs({
    args,
    options: {
      folder: { type: 'string', default: 'locales/vi' },
      kind: { type: 'string' },
      topic: { type: 'string' },
      page: { type: 'string', default: 'reports/content-map.html' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return usage;
  const objects = mapObjects(readContent(values.folder)).filter(
    ({ kind, topic }) =>
      (values.kind === undefined || kind === values.kind) &&
      (values.topic === undefined || topic === values.topic),
  );
  mkdirSync(dirname(values.page), { recursive: true });
  writeFileSync(values.page, mapPage(objects, loadWords().in('vi')));
  const { filled, unknown, 'n/a': notApplicable } = countMarks(objects);
  return [
    tableOf(objects),
    '',
    `${objects.length} objects: ${filled} cells filled, ${unknown} unknown, ${notApplicable} not applicable`,
    `The same as a page: ${values.page}`,
    '',
  ].join('\n');
}

/** Only the aspects that some object declares. */
function tableOf(objects: readonly MappedObject[]): string {
  const used = aspectNames.filter((aspect) =>
    objects.some(({ cells }) =>
      cells.some((cell) => cell.aspect === aspect && (cell.mark !== 'absent' || cell.variants.length > 0)),
    ),
  );
  const rows = objects.map(({ object, cells }) => [
    object,
    ...used.map((aspect) => {
      const cell = cells.find((one) => one.aspect === aspect);
      if (!cell) return '';
      return `${signs[cell.mark]}${cell.variants.length || ''}`;
    }),
  ]);
  return formatTable(['object', ...used], rows);
}

ignoreClosedPipe();
try {
  process.stdout.write(main(process.argv.slice(2)));
} catch (error) {
  process.stdout.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
