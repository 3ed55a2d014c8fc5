import { valuesOf } from '../../objects/fill-fault.ts';
import { cellName, listCells } from '../../objects/list-cells.ts';
import type { Content } from '../../read-content.ts';
import type { StateName } from '../../schema/grid.ts';
import type { ObjectFile } from '../../schema/object.ts';
import type { Finding } from '../finding.ts';

/**
 * Finds cells that a kind of object needs and that a file leaves out, cells declared twice, and faults filled in wrongly.
 * Pure.
 */
export function checkCompleteness(content: Content): Finding[] {
  return content.objects.flatMap(({ file, value, lineOf }) => {
    const at = (path: PropertyKey[], message: string): Finding => ({
      level: 'error',
      file,
      line: lineOf(path),
      message: `${value.object}: ${message}`,
    });
    return [
      ...missingCells(value, content).map((message) => at(['say'], message)),
      ...missingFaults(value, content).map((message) => at(['faults'], message)),
      ...repeatedCells(value, content, at),
      ...filledWrongly(value, content, at),
    ];
  });
}

type At = (path: PropertyKey[], message: string) => Finding;

function missingCells(object: ObjectFile, { objects, aspects }: Content): string[] {
  const byId = new Map(objects.map(({ value }) => [value.object, value]));
  const lineage: ObjectFile[] = [];
  for (
    let one: ObjectFile | undefined = object;
    one && !lineage.includes(one);
    one = byId.get(one.parent ?? '')
  ) {
    lineage.push(one);
  }
  return (aspects.value.kinds[object.kind]?.needs ?? [])
    .filter((aspect) => !lineage.some(({ say }) => aspect in say))
    .map((aspect) => `${aspect} is missing; write it, or unknown, or n/a`);
}

/** An app answers every shared fault: from the template, in its own words, or by saying that it does not know. */
function missingFaults(object: ObjectFile, { faults }: Content): string[] {
  if (object.kind !== 'app') return [];
  const own = new Set(object.when.flatMap(({ state, say }) => (state && 'fix' in say ? [state] : [])));
  return (Object.keys(faults.value.faults) as StateName[])
    .filter((state) => !(state in object.faults) && !own.has(state))
    .map((state) => `the fault ${state} is missing; write {}, or unknown, or n/a`);
}

function repeatedCells(object: ObjectFile, { faults }: Content, at: At): Finding[] {
  const seen = new Set<string>();
  return listCells(object, faults.value)
    .filter(({ path }) => path[0] !== 'faults')
    .flatMap((listed) => {
      const name = cellName(object.object, { ...listed, conditions: listed.conditions.toSorted() });
      if (seen.has(name)) return [at(listed.path, `${name} is declared twice`)];
      seen.add(name);
      return [];
    });
}

function filledWrongly(object: ObjectFile, { faults }: Content, at: At): Finding[] {
  return Object.entries(object.faults).flatMap(([key, filled]) => {
    const template = faults.value.faults[key as StateName];
    if (!template) return [at(['faults', key], `faults.yaml has no ${key}`)];
    if (typeof filled === 'string') return [];
    const needed = valuesOf(template);
    return [
      ...needed
        .filter((name) => !(name in filled.with))
        .map((name) => at(['faults', key], `${key} needs a value for {{${name}}}`)),
      ...Object.keys(filled.with)
        .filter((name) => !needed.includes(name))
        .map((name) => at(['faults', key, 'with', name], `${key} has no {{${name}}}`)),
    ];
  });
}
