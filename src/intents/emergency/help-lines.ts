import type { TopicDirectory } from '../../content/topic-directory.ts';

/** The named lines that this office has, one below the other, the number first: "113: Công an". */
export function showHelpLines(
  { local: { helpLines } }: Pick<TopicDirectory, 'local'>,
  names: readonly string[],
): string {
  return names
    .flatMap((name) => helpLines[name] ?? [])
    .map(({ name, call }) => `${call}: ${name}`)
    .join('\n');
}
