import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TurnExample, TurnLessons } from '../../nlu/needs/need.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import type { ObjectFile } from '../schema/object.ts';
import { parseTurnHeading, turnsFile } from '../schema/turns.ts';
import { readYamlFile } from '../yaml-file.ts';

type Named = Pick<ObjectFile, 'name' | 'names'>;

/**
 * What residents write in a talk after their first question, from `<folder>/turns.yaml`, beside the questions that name
 * their object; undefined for an office without that file.
 * @param questions first questions of any kind
 * @throws OperatorError with file and line for a heading that is not in the grid
 */
export function readTurnLessons(
  folder: string,
  objects: readonly Named[],
  questions: readonly string[],
): TurnLessons | undefined {
  const path = join(folder, 'turns.yaml');
  if (!existsSync(path)) return undefined;
  const later = Object.entries(readYamlFile(path, turnsFile).value.examples).flatMap(([text, messages]) => {
    const heading = parseTurnHeading(text);
    return heading ? messages.map((message): TurnExample => ({ text: message, ...heading })) : [];
  });
  return { later, first: questions.filter(namesOneOf(objects)) };
}

/** Whether a text contains a name of one of the objects, with or without diacritics. */
function namesOneOf(objects: readonly Named[]): (text: string) => boolean {
  const byFirstWord = new Map<string, string[]>();
  for (const name of new Set(
    objects.flatMap(({ name, names }) => [name, ...names].map((one) => foldText(one))),
  )) {
    const [first = ''] = name.split(' ');
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), ` ${name} `]);
  }
  return (text) => {
    const folded = ` ${foldText(text)} `;
    return folded
      .split(' ')
      .some((word) => (byFirstWord.get(word) ?? []).some((name) => folded.includes(name)));
  };
}
