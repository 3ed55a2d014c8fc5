import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { messageOf, OperatorError } from '../errors.ts';

type Path = readonly PropertyKey[];

/** A YAML file read and checked, that can still say on which line a part of it stands. */
export interface YamlFile<Value> {
  file: string;
  value: Value;
  /** The line (from 1) of the part at a path of keys and positions, or of the nearest part above it. */
  lineOf(path: Path): number;
}

/**
 * Reads a YAML file and checks its shape.
 * @throws OperatorError naming file, line and what is wrong, one line for each fault.
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

/** `js-yaml` reads six times as fast as `yaml`, which says better what is wrong and where. */
function parseYaml(file: string, text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    const { errors } = parseDocument(text, { lineCounter: new LineCounter() });
    const faults = errors.map((fault) => `${file}:${fault.linePos?.[0].line ?? 1} ${fault.message}`);
    throw new OperatorError(faults.length > 0 ? faults.join('\n') : `${file}: ${messageOf(error)}`);
  }
}

/** Lines are asked for only when something is wrong, so the document with its positions is read then. */
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

/** The YAML files right in a folder, by name; none when there is no such folder. */
export function yamlFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
