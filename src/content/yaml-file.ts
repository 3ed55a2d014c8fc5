import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { OperatorError } from '../errors.ts';

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
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter });
  const faults = document.errors.map((error) => `${file}:${error.linePos?.[0].line ?? 1} ${error.message}`);
  if (faults.length > 0) throw new OperatorError(faults.join('\n'));

  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (hasRange(node)) return lineCounter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, lineOf };
  const issues = parsed.error.issues.map(
    ({ path, message }) => `${file}:${lineOf(path)} ${path.join('.')}: ${message}`,
  );
  throw new OperatorError(issues.join('\n'));
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
