import { basename } from 'node:path';
import type { AskedExample } from '../../nlu/needs/need.ts';
import { type AskedHeading, parseHeading } from '../schema/asked.ts';
import type { TopicDirectory } from '../topic-directory.ts';
import { readAskedFiles } from './asked-files.ts';
import type { KnownObject } from './known-object.ts';
import { createObjectDirectory } from './object-directory.ts';
import { selectCell } from './select-cell.ts';

/**
 * What residents write about the objects of an office, from `<folder>/asked/`. The classifier learns from it which
 * object a message is about, and what it asks of it. A file without its object teaches nothing; `content:check` names it.
 * @throws OperatorError with file and line for a heading that is not in the grid
 */
export function readAskedQuestions(folder: string, directory: TopicDirectory): AskedExample[] {
  const { find } = createObjectDirectory(directory);
  return readAskedFiles(folder).flatMap(({ file, value }) => {
    const object = find(basename(file, '.yaml'));
    if (!object) return [];
    return Object.entries(value).flatMap(([text, messages]) => {
      const heading = parseHeading(text);
      return heading ? examplesOf(object, heading, { messages, directory }) : [];
    });
  });
}

function examplesOf(
  object: KnownObject,
  heading: AskedHeading,
  { messages, directory }: { messages: readonly string[]; directory: TopicDirectory },
): AskedExample[] {
  const label = { ...answerOf(object, heading, directory), ...heading };
  return messages.map((text) => ({ text, ...label }));
}

/** The answer of a topic, where the asked cell is one, else the object itself. */
function answerOf(
  object: KnownObject,
  { aspect, ...circumstances }: AskedHeading,
  directory: TopicDirectory,
): { intent: string; topic: string } {
  const cell = selectCell(object, aspect, circumstances)?.cell;
  const answer = typeof cell === 'object' && 'intent' in cell ? directory.findIntent(cell.intent) : undefined;
  return answer ? { intent: answer.id, topic: answer.topic } : { intent: object.intent, topic: object.topic };
}
