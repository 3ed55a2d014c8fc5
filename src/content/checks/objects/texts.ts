import { wholeCell } from '../../objects/whole-cell.ts';
import type { Content } from '../../read-content.ts';
import type { AspectName } from '../../schema/grid.ts';
import { toldIn } from '../../schema/object.ts';
import type { Finding } from '../finding.ts';
import { type CellParts, listCellParts } from './object-parts.ts';

/** Characters of a cell that a reader takes in at one look, and that fit on a small screen. */
const comfortable = 450;
const screenLimit = 900;
/** Characters of the sentence that answers. */
const maxFirst = 240;
/** Steps help where the question is how. */
const withSteps: ReadonlySet<AspectName> = new Set(['how', 'fix', 'online', 'check']);
/** "Lệ phí: 0 đồng": one to three words and a colon are a label, no sentence. */
const label = /^\s*[^\s:]+(?: [^\s:]+){0,2}:/u;
const sentenceEnd = /[.!?…]["”)]?\s*$/u;

/** Finds cells that are too long for a phone, or whose first sentence does not answer like a person. Pure. */
export function checkObjectTexts(content: Content): Finding[] {
  return [...listCellParts(content).flatMap(faultsOf), ...longCards(content)];
}

function faultsOf({ aspect, cell, at }: CellParts): Finding[] {
  const told = toldIn(cell);
  if (!told) return [];
  const { length } = wholeCell(told);
  return [
    ...(length > screenLimit
      ? [at(['first'], 'error', `${length} characters, a small screen takes ${screenLimit}`)]
      : []),
    ...(length > comfortable && length <= screenLimit
      ? [at(['first'], 'warning', `${length} characters, better at most ${comfortable}`)]
      : []),
    ...(told.first.length > maxFirst
      ? [
          at(
            ['first'],
            'warning',
            `the first sentence has ${told.first.length} characters, better at most ${maxFirst}`,
          ),
        ]
      : []),
    ...(label.test(told.first) ? [at(['first'], 'error', 'begins with a label; say it as a sentence')] : []),
    ...(sentenceEnd.test(told.first) ? [] : [at(['first'], 'error', 'the first sentence has no end')]),
    ...(told.steps && !withSteps.has(aspect)
      ? [at(['steps'], 'error', `has steps; only ${[...withSteps].join(', ')} have them`)]
      : []),
    ...(told.general && told.facts.length > 0
      ? [at(['general'], 'error', 'rests on facts, so it is not general')]
      : []),
  ];
}

/** The card tells several cells in one message. */
function longCards({ objects, aspects }: Content): Finding[] {
  return objects.flatMap(({ file, value, lineOf }) => {
    const card = aspects.value.kinds[value.kind]?.card ?? [];
    const length = card.reduce((sum, aspect) => {
      const told = toldIn(value.say[aspect]);
      return sum + (told ? wholeCell(told).length : 0);
    }, 0);
    if (length <= screenLimit) return [];
    const message = `${value.object}: the card has ${length} characters, a small screen takes ${screenLimit}`;
    return [{ level: 'error' as const, file, line: lineOf(['say']), message }];
  });
}
