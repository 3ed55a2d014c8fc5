import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const files = [...listFiles('src'), ...listFiles('tools')].map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}));

interface Import {
  from: string;
  to: string;
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort();
}

/** Type imports count too: a reader has to follow them like any other. */
function importsOf({ file, text }: { file: string; text: string }): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s[^;]*?from\s+'([^']+)'/gms);
  return [...statements].map(([, target = '']) => ({
    from: file,
    to: target.startsWith('.') ? normalize(join(dirname(file), target)).replaceAll('\\', '/') : target,
  }));
}

const imports = files.flatMap(importsOf);

/**
 * Every folder of the program, from the floor to the roof: a folder imports only itself and folders above it in this
 * list. `src` stands for the small files at the root of `src/` (clock, config, errors, message, …).
 */
const folderOrder = [
  'src',
  'src/nlu',
  'src/database',
  'src/audit',
  'src/queue',
  'src/calendar',
  'src/media',
  'src/conversation',
  'src/team',
  'src/operator',
  'src/content',
  'src/understanding',
  'src/ticket',
  'src/intents',
  'src/member',
  'src/actor',
  'src/retention',
  'src/backup',
  'src/zalo',
  'src/webhook',
  'src/jobs',
  'src/pages',
  'src/console',
  'src/dependencies.ts',
  'src/cli',
  'src/main.ts',
  'tools/simulator',
  'tools/nlu-evaluate',
  'tools/safety-evaluate',
  'tools/screens',
  'tools/demo',
  'tools/judge',
  'tools/patterns',
  'tools/ranking',
];

/** Root files that put the program together and start it; they are the roof, not the floor. */
const startFiles = new Set(['src/app.ts', 'src/bot.ts', 'src/main.ts', 'src/server.ts']);

function placeOf(file: string): string {
  if (startFiles.has(file)) return 'src/main.ts';
  if (file === 'src/dependencies.ts') return file;
  const [top, folder = ''] = file.split('/');
  return folder.endsWith('.ts') ? (top ?? '') : `${top}/${folder}`;
}

/** Which packages only one folder may know. */
const sealed: Record<string, RegExp> = {
  axios: /^src\/zalo\//,
  bullmq: /^src\/queue\//,
  pg: /^src\/(database|queue)\//,
  sax: /^src\/team\/import\/workbook\//,
  yauzl: /^src\/team\/import\/workbook\//,
  '@electric-sql/pglite': /^src\/database\//,
  'web-push': /^src\/console\/push\//,
  '@simplewebauthn/server': /^src\/console\/operator\//,
};

/** The domain knows no transport. */
const domain = /^src\/(conversation|nlu|understanding|intents|ticket|team|member|content|calendar|media)\//;
const transports = ['express', 'axios', 'bullmq', 'ioredis', 'pg', 'busboy', 'web-push'];

/** Folder → what it must not import although it stands above it in the order. */
const walls: [RegExp, RegExp][] = [
  [/^src\/(jobs|pages)\//, /^src\/webhook\//],
  // What trains the model or reads with it: the model's file is not named after the code of secrets.
  [
    /^src\/nlu\/(classifier|emergency|heads|learned-secrets|needs|scam|signals|text|phrases|entities\/find-)/,
    /^src\/nlu\/secrets\//,
  ],
  [/^src\/(zalo|webhook)\//, /^src\/(intents|member|actor|content)\//],
  [
    /^tools\/simulator\//,
    /^(?!tools\/simulator\/|src\/zalo\/(?:events\/(?:wire|signature)|send\/)[^/]*$|src\/[a-z0-9-]+\.ts$)/,
  ],
];

describe('the structure of the code', () => {
  it('has every folder in the order of folders', () => {
    const places = [...new Set(files.map(({ file }) => placeOf(file)))];
    expect(places.filter((place) => !folderOrder.includes(place))).toEqual([]);
  });

  it('has no import, of a value or a type, that goes up in the order of folders', () => {
    const rank = (file: string) => folderOrder.indexOf(placeOf(file));
    const upward = imports.filter(({ from, to }) => to.includes('/') && rank(to) > rank(from));
    expect(upward).toEqual([]);
  });

  it('has no import cycles of values', () => {
    const values = files.flatMap(({ file, text }) =>
      importsOf({ file, text: text.replaceAll(/^(?:import|export) type [^;]*;/gms, '') }),
    );
    expect(findCycle(values)).toBeUndefined();
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
      files.filter(({ file, text }) => file !== 'src/config.ts' && /process\.env\b/.test(text)).map(nameOf),
    ).toEqual([]);
  });

  it('reads the real clock in clock.ts only', () => {
    const readers = files.filter(({ text }) => /\bDate\.now\(\)|new Date\(\)/.test(text)).map(nameOf);
    expect(
      readers.filter((file) => !/^(src\/clock\.ts|src\/cli\/|tools\/(demo|nlu-evaluate)\/)/.test(file)),
    ).toEqual([]);
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

  it('keeps folders small: at most 17 files side by side', () => {
    const sizes = new Map<string, number>();
    for (const { file } of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
    const large = [...sizes].filter(([folder, size]) => size > 17 && folder !== 'tools/simulator');
    expect(large).toEqual([]);
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
