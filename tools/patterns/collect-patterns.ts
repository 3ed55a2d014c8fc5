import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync } from '@swc/core';

export interface Pattern {
  source: string;
  flags: string;
  /** The file, in `src/`, that has it or makes it. */
  file: string;
}

const root = fileURLToPath(new URL('../../src/', import.meta.url));
/** Folders whose patterns read what strangers write; importing their files starts nothing, except those of threads. */
const readers =
  /^(?:nlu|understanding|intents|conversation|ticket|member|actor|team|zalo|webhook|media)\/(?!.*worker\.ts$)/;

/** Every pattern literal in `src/`, and those that the reading folders put together when they are loaded. */
export async function collectPatterns(): Promise<Pattern[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
  const made = await recordMade(files.filter((file) => readers.test(file)));
  const all = [...files.flatMap(literalsIn), ...made];
  return [...new Map(all.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern])).values()];
}

function literalsIn(file: string): Pattern[] {
  const tree = parseSync(readFileSync(root + file, 'utf8'), { syntax: 'typescript', target: 'es2022' });
  const found: Pattern[] = [];
  JSON.stringify(tree, (_key, node: { type?: string; pattern?: string; flags?: string } | null) => {
    if (node?.type === 'RegExpLiteral')
      found.push({ source: node.pattern ?? '', flags: node.flags ?? '', file });
    return node;
  });
  return found;
}

/** Imports the files while every `new RegExp` is noted. */
async function recordMade(files: string[]): Promise<Pattern[]> {
  const native = globalThis.RegExp;
  const made: Pattern[] = [];
  globalThis.RegExp = new Proxy(native, {
    construct(target, given: [string, string?]) {
      const pattern = new target(...given);
      const file = /\/src\/([^:]+\.ts)/.exec(new Error().stack ?? '')?.[1];
      if (file) made.push({ source: pattern.source, flags: pattern.flags, file });
      return pattern;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(root + file).href);
  } finally {
    globalThis.RegExp = native;
  }
  return made;
}
