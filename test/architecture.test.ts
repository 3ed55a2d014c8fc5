import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../src/', import.meta.url));
const files = listFiles().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

interface Import {
  from: string;
  to: string;
  /** Erased when the program runs. */
  typeOnly: boolean;
}

function listFiles(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
}

function importsOf({ file, text }: { file: string; text: string }): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?[^;]*?from\s+'([^']+)'/gms);
  return [...statements].map(([, type, target = '']) => ({
    from: file,
    to: target.startsWith('.')
      ? normalize(relative(root, join(root, dirname(file), target))).replaceAll('\\', '/')
      : target,
    typeOnly: type !== undefined,
  }));
}

const imports = files.flatMap(importsOf);

/** Which packages only one folder may know. */
const sealed: Record<string, RegExp> = {
  axios: /^zalo\//,
  bullmq: /^queue\//,
  pg: /^(database|queue)\//,
  '@electric-sql/pglite': /^database\//,
};

/** The domain knows no transport. */
const domain = /^(conversation|nlu|intents|ticket|team)\//;
const transports = ['express', 'axios', 'bullmq', 'ioredis', 'pg', 'busboy'];

/** Folder → folders it must not import, not even types. */
const walls: [RegExp, RegExp][] = [
  [domain, /^(zalo|webhook|queue\/bull|simulator|console|cli)\//],
  [/^simulator\//, /^(?!simulator\/|zalo\/(?:wire|signature)[^/]*$|[a-z0-9-]+\.ts$)/],
  [/^zalo\//, /^(webhook|intents|nlu|simulator|jobs|console|cli)\//],
  [/^database\//, /^(webhook|zalo|intents|nlu|simulator|jobs|cli)\//],
  [/^queue\//, /^(webhook|zalo|intents|nlu|conversation|simulator|jobs|cli)\//],
];

describe('the structure of src/', () => {
  it('has no import cycles', () => {
    expect(findCycle(imports.filter(({ typeOnly }) => !typeOnly))).toBeUndefined();
  });

  it.each(Object.entries(sealed))('keeps %s in its folder', (name, folder) => {
    const strangers = imports.filter(
      ({ to, from }) => (to === name || to.startsWith(`${name}/`)) && !folder.test(from),
    );
    expect(strangers).toEqual([]);
  });

  it('keeps transports out of the domain', () => {
    expect(imports.filter(({ from, to }) => domain.test(from) && transports.includes(to))).toEqual([]);
  });

  it.each(walls)('%s imports nothing of %s', (from, to) => {
    const crossing = imports.filter(
      (one) => from.test(one.from) && to.test(one.to) && files.some(({ file }) => file === one.to),
    );
    expect(crossing).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    expect(
      files.filter(({ file, text }) => file !== 'config.ts' && /process\.env\b/.test(text)).map(nameOf),
    ).toEqual([]);
  });

  it('reads the real clock in clock.ts only', () => {
    const readers = files.filter(({ text }) => /\bDate\.now\(\)|new Date\(\)/.test(text)).map(nameOf);
    expect(readers.filter((file) => !/^(clock\.ts|cli\/|demo)/.test(file))).toEqual([]);
  });

  it('has no default exports, no any, and no leftovers', () => {
    const leftovers =
      /\bexport default\b|: any\b|\bas any\b|@ts-ignore|\b(?:TODO|FIXME|XXX|HACK)\b|console\.log/;
    expect(files.filter(({ text }) => leftovers.test(text)).map(nameOf)).toEqual([]);
  });

  it('keeps files short', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 300).map(nameOf);
    expect(long).toEqual([]);
  });

  it('gives no file or folder a name that says nothing', () => {
    expect(
      files.map(nameOf).filter((file) => /\b(utils?|helpers?|common|manager|core|misc)\b/.test(file)),
    ).toEqual([]);
  });
});

function nameOf({ file }: { file: string }): string {
  return file;
}

function findCycle(edges: Import[]): string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of targets.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
