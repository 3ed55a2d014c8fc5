import type { TopicDirectory } from '../../content/topic-directory.ts';

type Office = Pick<TopicDirectory, 'local'>;

/** The named help lines of this office, one per line, the number first: "113: Công an". */
export function showHelpLines({ local: { helpLines } }: Office, names: readonly string[]): string {
  return names
    .flatMap((name) => helpLines[name] ?? [])
    .map(({ name, call }) => `${call}: ${name}`)
    .join('\n');
}

/**
 * "Gọi {{ambulance}} ngay" → "Gọi 115 ngay".
 * @param values other marks: `{{you}}`
 */
export function fillNumbers(
  { local: { helpLines } }: Office,
  text: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return text.replaceAll(
    /\{\{([\w-]+)\}\}/g,
    (mark, name: string) => helpLines[name]?.call ?? values[name] ?? mark,
  );
}
