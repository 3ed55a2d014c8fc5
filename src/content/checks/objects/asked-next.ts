import { basename } from 'node:path';
import type { Content } from '../../read-content.ts';
import { type AskedNextFile, parseNextHeading } from '../../schema/asked-next.ts';
import type { YamlFile } from '../../yaml-file.ts';
import type { Finding } from '../finding.ts';

/** Finds files whose object is missing, and headings that name an object or an answer that does not exist. Pure. */
export function checkAskedNext(
  { objects, topics }: Content,
  askedNext: readonly YamlFile<AskedNextFile>[],
): Finding[] {
  const known = {
    objects: new Set(objects.map(({ value }) => value.object)),
    answers: new Set(topics.flatMap(({ value }) => Object.keys(value.intents))),
  };
  return askedNext.flatMap(({ file, value, lineOf }) => {
    const after = basename(file, '.yaml');
    const error = (message: string, line: number): Finding => ({ level: 'error', file, line, message });
    const headings = Object.keys(value).flatMap((heading) => {
      const unknown = unknownIn(heading, known);
      return unknown ? [error(`${after}: ${unknown}`, lineOf([heading]))] : [];
    });
    return known.objects.has(after)
      ? headings
      : [error(`${after}: no object of this name in objects/`, 1), ...headings];
  });
}

function unknownIn(
  text: string,
  { objects, answers }: { objects: ReadonlySet<string>; answers: ReadonlySet<string> },
): string | undefined {
  const heading = parseNextHeading(text);
  if (!heading) return undefined;
  if ('intent' in heading) {
    return answers.has(heading.intent)
      ? undefined
      : `"${heading.intent}" is no aspect of aspects.yaml and no answer of a topic`;
  }
  const { object } = heading;
  return object === undefined || objects.has(object) ? undefined : `"${object}" is no object in objects/`;
}
