import { basename, join } from 'node:path';
import type { NextExample } from '../../nlu/needs/need.ts';
import { type AskedNextFile, askedNextFile, parseNextHeading } from '../schema/asked-next.ts';
import type { TopicDirectory } from '../topic-directory.ts';
import { readYamlFile, type YamlFile, yamlFilesIn } from '../yaml-file.ts';
import { createObjectDirectory, type ObjectDirectory } from './object-directory.ts';

/**
 * The files of `<folder>/asked-next/`; none for an office without them.
 * @throws OperatorError with file and line for a heading that is neither in the grid nor the name of an answer
 */
export function readAskedNextFiles(folder: string): YamlFile<AskedNextFile>[] {
  return yamlFilesIn(join(folder, 'asked-next')).map((path) => readYamlFile(path, askedNextFile));
}

/**
 * What residents ask once they were told of an object. What asks of an object or an answer that does not exist teaches
 * nothing; `content:check` names it.
 * @throws OperatorError with file and line for a heading that is neither in the grid nor the name of an answer
 */
export function readAskedNext(folder: string, directory: TopicDirectory): NextExample[] {
  const objects = createObjectDirectory(directory);
  return readAskedNextFiles(folder).flatMap(({ file, value }) => {
    const after = basename(file, '.yaml');
    if (!objects.find(after)) return [];
    return Object.entries(value).flatMap(([heading, messages]) => {
      const asks = readAsks(heading, { after, directory, objects });
      return asks ? messages.map((text): NextExample => ({ text, after, asks })) : [];
    });
  });
}

function readAsks(
  text: string,
  { after, directory, objects }: { after: string; directory: TopicDirectory; objects: ObjectDirectory },
): NextExample['asks'] | undefined {
  const heading = parseNextHeading(text);
  if (!heading) return undefined;
  if ('intent' in heading) return directory.findIntent(heading.intent) ? heading : undefined;
  const { object = after, asks } = heading;
  return objects.find(object) ? { object, ...asks } : undefined;
}
