import { dayMs } from '../../durations.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { vietnameseDay } from '../areas/area-directory.ts';
import { type Area, rootLevel } from '../areas/area-tree.ts';
import { type FaultKind, type ImportFault, type ImportPlan, planChanges } from './import-plan.ts';
import { type Cells, readCells } from './read-cells.ts';
import type { Table, TableColumns } from './read-table.ts';

export type AreaColumn = 'area_id' | 'level' | 'name' | 'parent_id' | 'from' | 'until';

export const areaColumns: TableColumns<AreaColumn> = {
  required: ['area_id', 'level', 'name'],
  optional: ['parent_id', 'from', 'until'],
};

export interface AreaPlan extends ImportPlan {
  areas: Area[];
}

interface LinedArea {
  line: number;
  area: Area;
}

/** Plans the import of areas. Areas that the file leaves out stay. Pure. */
export function planAreaImport(table: Table<AreaColumn>, existing: readonly Area[]): AreaPlan {
  const faults = [...table.faults];
  const lined: LinedArea[] = [];
  const known = new Map(existing.map((area) => [area.areaId, area]));
  for (const row of table.rows) {
    const cells = readCells(row);
    const area = toArea(cells, known);
    const first = lined.find((one) => one.area.areaId === area.areaId);
    if (first) cells.fault('repeated-id', { value: area.areaId, first: first.line });
    else lined.push({ line: row.line, area });
    faults.push(...cells.faults);
  }
  const areas = lined.map(({ area }) => area);
  faults.push(...faultsOfTree(lined, existing));
  const notes = [...table.notes, ...notesOfAlike(lined, existing)];
  return { faults, notes, areas, ...changesOfAreas(areas, existing) };
}

/** New places side by side whose names differ in marks only: whoever types without marks is asked which one. */
function notesOfAlike(lined: readonly LinedArea[], existing: readonly Area[]): ImportFault[] {
  const key = ({ parentId = '', name }: Area) => `${parentId} ${foldText(name)}`;
  const stored = new Set(existing.map(({ areaId }) => areaId));
  const byName = new Map(existing.map((area) => [key(area), area]));
  return lined.flatMap(({ line, area }): ImportFault[] => {
    const other = byName.get(key(area));
    byName.set(key(area), area);
    if (!other || other.areaId === area.areaId || stored.has(area.areaId)) return [];
    return [{ line, kind: 'alike-areas', values: { value: area.name, name: other.name, id: other.areaId } }];
  });
}

/** What saving these areas would change. */
export function changesOfAreas(
  areas: readonly Area[],
  existing: readonly Area[],
): Pick<ImportPlan, 'changes' | 'unchanged'> {
  const known = new Map(existing.map((area) => [area.areaId, area]));
  return planChanges(
    areas.map((area) => {
      const before = known.get(area.areaId);
      return { id: area.areaId, name: area.name, before: before && inWords(before), after: inWords(area) };
    }),
  );
}

function toArea(cells: Cells<AreaColumn>, known: ReadonlyMap<string, Area>): Area {
  const areaId = cells.id('area_id');
  const before = known.get(areaId);
  const keeps = (column: AreaColumn) => cells.given(column) === undefined;
  const validFrom = keeps('from') ? before?.validFrom : cells.day('from');
  const validUntil = keeps('until') ? before?.validUntil : dayAfter(cells.day('until'));
  if (validFrom !== undefined && validUntil !== undefined && validUntil <= validFrom) {
    cells.fault('ends-before-it-begins');
  }
  const parentId = keeps('parent_id') ? before?.parentId : cells.id('parent_id') || undefined;
  return { areaId, level: cells.id('level'), name: cells.text('name'), parentId, validFrom, validUntil };
}

/** Every area must lead up to the one root, which has no end. */
function faultsOfTree(lined: readonly LinedArea[], existing: readonly Area[]): ImportFault[] {
  const areas = new Map([...existing, ...lined.map(({ area }) => area)].map((area) => [area.areaId, area]));
  const isRoot = ({ parentId }: Area) => parentId === undefined;
  const root = existing.find(isRoot)?.areaId ?? lined.find(({ area }) => isRoot(area))?.area.areaId;
  return lined.flatMap(({ line, area }): ImportFault[] => {
    const fault = (kind: FaultKind, values?: ImportFault['values']) => [
      { line, kind, ...(values && { values }) },
    ];
    if (isRoot(area)) {
      if (area.areaId !== root) return fault('no-parent', { value: area.areaId, root: root ?? '' });
      if (area.level !== rootLevel) return fault('root-level', { level: rootLevel });
      return area.validUntil === undefined ? [] : fault('root-ends');
    }
    if (area.level === rootLevel) return fault('level-of-root', { level: rootLevel });
    if (!areas.has(area.parentId ?? '')) return fault('unknown-area', { value: area.parentId ?? '' });
    return leadsUp(area, areas) ? [] : fault('circle', { value: area.areaId });
  });
}

function leadsUp(area: Area, areas: ReadonlyMap<string, Area>): boolean {
  const seen = new Set<string>();
  let above: Area | undefined = area;
  while (above?.parentId !== undefined && !seen.has(above.areaId)) {
    seen.add(above.areaId);
    above = areas.get(above.parentId);
  }
  // The area that names a missing parent reports that fault itself.
  return above === undefined || above.parentId === undefined;
}

function inWords(area: Area): Record<AreaColumn, string> {
  const day = (at: number | undefined) => (at === undefined ? '' : vietnameseDay(at));
  return {
    area_id: area.areaId,
    level: area.level,
    name: area.name,
    parent_id: area.parentId ?? '',
    from: day(area.validFrom),
    until: day(area.validUntil && area.validUntil - dayMs),
  };
}

/** The end of a last day: from that moment the area is closed. */
function dayAfter(day: number | undefined): number | undefined {
  return day === undefined ? undefined : day + dayMs;
}
