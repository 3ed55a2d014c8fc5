import { cellName, type ListedCell, listCells } from '../../objects/list-cells.ts';
import { wholeCell } from '../../objects/whole-cell.ts';
import type { Content } from '../../read-content.ts';
import { type ToldCell, toldIn } from '../../schema/object.ts';
import type { Finding } from '../finding.ts';
import type { ClaimParts } from '../parts.ts';

/** A cell of an object, with what a check needs to report on it. */
export interface CellParts extends ListedCell {
  object: Content['objects'][number];
  name: string;
  at(path: PropertyKey[], level: Finding['level'], message: string): Finding;
}

/** Every cell of every object, in file order. */
export function listCellParts({ objects, faults }: Content): CellParts[] {
  return objects.flatMap((object) =>
    listCells(object.value, faults.value).map((listed) => {
      const name = cellName(object.value.object, listed);
      return { ...listed, object, name, at: finder(object, name, listed.path) };
    }),
  );
}

/** The texts of objects that residents read: names, cells with text, and who knows what is unknown. */
export function listObjectParts(content: Content): ClaimParts[] {
  const { objects, knows } = content;
  return [
    ...Object.entries(knows.value).map(([id, { name, facts }]) => ({
      id,
      intent: claimed({ first: name, facts, general: true }),
      at: finder(knows, id, [id]),
    })),
    ...objects.map((object) => ({
      id: object.value.object,
      intent: claimed({ first: `${object.value.name} ${object.value.button}`, facts: [], general: true }),
      at: finder(object, object.value.object, ['name']),
    })),
    ...listCellParts(content).flatMap(({ name, cell, at }) => {
      const told = toldIn(cell);
      return told ? [{ id: name, intent: claimed(told), at }] : [];
    }),
  ];
}

function finder(
  file: { file: string; lineOf(path: PropertyKey[]): number },
  name: string,
  from: PropertyKey[],
) {
  return (path: PropertyKey[], level: Finding['level'], message: string): Finding => ({
    level,
    file: file.file,
    line: file.lineOf([...from, ...path]),
    message: `${name}: ${message}`,
  });
}

/** A cell in the shape of an answer. Its age is checked when the bot uses it. */
function claimed(cell: Partial<ToldCell> & Pick<ToldCell, 'first' | 'facts'>): ClaimParts['intent'] {
  return {
    title: '',
    button: '',
    examples: [],
    answer: wholeCell({ ...cell, steps: undefined }),
    ...(cell.steps && { steps: cell.steps }),
    facts: cell.facts,
    ...(cell.buttons && { buttons: cell.buttons }),
    hardLimit: true,
    referral: cell.general === true,
  };
}
