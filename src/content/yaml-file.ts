import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { messageOf, OperatorError } from '../errors.ts';

type Path = readonly PropertyKey[];

/** A parsed and validated YAML file that knows the line of each part. */
export interface YamlFile<Value> {
  file: string;
  value: Value;
  /** The line (from 1) of the part at a path of keys and indexes, or of the nearest part above it. */
  lineOf(path: Path): number;
}

/**
 * Reads a YAML file and validates it against a schema.
 * @throws OperatorError naming file, line and problem, one line per error
 */
export function readYamlFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): YamlFile<z.output<Schema>> {
  const text = readFileSync(file, 'utf8');
  const lineOf = createLineFinder(text);
  const parsed = schema.safeParse(parseYaml(file, text));
  if (parsed.success) return { file, value: parsed.data, lineOf };
  const issues = parsed.error.issues.map(
    ({ path, message }) => `${file}:${lineOf(path)} ${path.join('.')}: ${message}`,
  );
  throw new OperatorError(issues.join('\n'));
}

/** `js-yaml` is six times as fast as `yaml`, which gives better messages and positions. */
function parseYaml(file: string, text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    const { errors } = parseDocument(text, { lineCounter: new LineCounter() });
    const faults = errors.map((fault) => `${file}:${fault.linePos?.[0].line ?? 1} ${fault.message}`);
    throw new OperatorError(faults.length > 0 ? faults.join('\n') : `${file}: ${messageOf(error)}`);
  }
}

/** Only errors need line numbers, so the document with its positions is parsed on first use. */
function createLineFinder(text: string): (path: Path) => number {
  let located: { document: Document; lineCounter: LineCounter } | undefined;
  return (path) => {
    if (!located) {
      const lineCounter = new LineCounter();
      located = { document: parseDocument(text, { lineCounter }), lineCounter };
    }
    for (let length = path.length; length > 0; length -= 1) {
      const node = located.document.getIn(path.slice(0, length), true);
      if (hasRange(node)) return located.lineCounter.linePos(node.range[0]).line;
    }
    return 1;
  };
}

/** The YAML files directly in a folder, sorted by name; none if the folder does not exist. */
export function yamlFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
