import {
  type CellMark,
  countMarks,
  type MappedCell,
  type MappedObject,
} from '../../content/objects/object-map.ts';
import type { Translate } from '../../i18n.ts';

const marks: Record<CellMark, string> = { filled: '●', unknown: '?', 'n/a': '–', inherited: '↑', absent: '' };

const style = `
:root { color-scheme: light dark; --line: #8884; --ok: #1a7f37; --hole: #bc4c00; --soft: #6e7781; }
@media (prefers-color-scheme: dark) { :root { --ok: #4ac26b; --hole: #f0883e; --soft: #8b949e; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 16px; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; margin: 28px 0 8px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--line); padding: 4px 6px; text-align: center; vertical-align: top; }
thead th { font-weight: 500; font-size: .8rem; color: var(--soft); max-width: 5.5em; }
tbody th { text-align: left; font-weight: 500; position: sticky; left: 0; background: Canvas; min-width: 13em; }
tbody th small { display: block; font-weight: 400; color: var(--soft); }
.filled { color: var(--ok); } .unknown { color: var(--hole); font-weight: 700; } .not, .inherited { color: var(--soft); }
.aspect { display: none; } .more { display: block; font-size: .75rem; }
.key span { margin-right: 1em; white-space: nowrap; }
@media (max-width: 700px) {
  thead { display: none; }
  table, tbody, tr { display: block; }
  tr { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 4px; border-bottom: 1px solid var(--line); padding: 10px 0; }
  tbody th { position: static; flex: 0 0 100%; border: 0; padding: 0; overflow-wrap: anywhere; }
  td { border: 1px solid var(--line); border-radius: 6px; padding: 2px 8px; text-align: left; max-width: 100%; box-sizing: border-box; }
  td.absent { display: none; }
  .aspect { display: inline; } .more { overflow-wrap: anywhere; }
}`;

/**
 * A page for editors: objects in rows, aspects in columns; on a phone one block for each object.
 * @param t Vietnamese words
 */
export function mapPage(objects: readonly MappedObject[], t: Translate): string {
  const kinds = [...new Set(objects.map(({ kind }) => kind))];
  const { filled, unknown } = countMarks(objects);
  const key = (['filled', 'unknown', 'n/a', 'inherited'] as const)
    .map(
      (mark) =>
        `<span class="${classOf(mark)}">${marks[mark]} ${escaped(t(`operator:map.${keyOf(mark)}`))}</span>`,
    )
    .join(' ');
  const sections = kinds.map((kind) =>
    section(
      objects.filter((one) => one.kind === kind),
      t(`operator:map.kind.${kind}`),
      t,
    ),
  );
  return [
    '<!doctype html>',
    '<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(t('operator:map.title'))}</title><style>${style}</style></head><body>`,
    `<h1>${escaped(t('operator:map.title'))}</h1>`,
    `<p>${escaped(t('operator:map.summary', { objects: objects.length, filled, unknown }))}</p>`,
    `<p class="key">${key}</p>`,
    ...sections,
    '</body></html>\n',
  ].join('\n');
}

function section(objects: readonly MappedObject[], title: string, t: Translate): string {
  const aspects = (objects[0]?.cells ?? [])
    .map(({ aspect }) => aspect)
    .filter((aspect) =>
      objects.some(({ cells }) => cells.some((cell) => cell.aspect === aspect && isDeclared(cell))),
    );
  const label = (aspect: string) => escaped(t(`bot:object.label.${aspect}`));
  const heads = aspects.map((aspect) => `<th scope="col">${label(aspect)}</th>`).join('');
  const rows = objects.map(({ object, name, cells }) => {
    const own = cells.filter(({ aspect }) => aspects.includes(aspect));
    return `<tr><th scope="row">${escaped(name)}<small>${escaped(object)}</small></th>${own.map((cell) => cellOf(cell, label(cell.aspect))).join('')}</tr>`;
  });
  return [
    `<h2>${escaped(title)} (${objects.length})</h2>`,
    `<div class="wide"><table><thead><tr><td></td>${heads}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></div>',
  ].join('\n');
}

function cellOf(cell: MappedCell, label: string): string {
  const more = cell.variants.map(
    ({ told, mark }) => `<span class="more ${classOf(mark)}">${escaped(told)} ${marks[mark]}</span>`,
  );
  const mark = marks[cell.mark];
  const name = isDeclared(cell) ? classOf(cell.mark === 'absent' ? 'n/a' : cell.mark) : 'absent';
  return `<td class="${name}"><span class="aspect">${label} </span>${mark}${more.join('')}</td>`;
}

function isDeclared({ mark, variants }: MappedCell): boolean {
  return mark !== 'absent' || variants.length > 0;
}

function classOf(mark: CellMark): string {
  return mark === 'n/a' ? 'not' : mark;
}

function keyOf(mark: CellMark): string {
  return mark === 'n/a' ? 'not_applicable' : mark;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
