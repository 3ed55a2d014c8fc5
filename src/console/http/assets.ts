import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A style sheet or script that the pages load. */
interface Asset {
  type: string;
  bytes: Buffer;
  gzipped: Buffer;
}

/** The style sheet and scripts of the console; their addresses change with their content. */
export interface Assets {
  urlOf(name: AssetName): string;
  find(name: string): Asset | undefined;
}

const require = createRequire(import.meta.url);
const own = (name: string) => fileURLToPath(new URL(`../assets/${name}`, import.meta.url));

const files = {
  'console.css': { type: 'text/css; charset=utf-8', paths: () => [own('console.css')] },
  // One file: htmx looks at the page as soon as it has run, and would not see what an extension that comes later knows.
  'htmx.js': {
    type: 'text/javascript; charset=utf-8',
    paths: () => [
      require.resolve('htmx.org/dist/htmx.min.js'),
      require.resolve('htmx.org/dist/ext/hx-sse.min.js'),
    ],
  },
  'keys.js': { type: 'text/javascript; charset=utf-8', paths: () => [own('keys.js')] },
  'bulk.js': { type: 'text/javascript; charset=utf-8', paths: () => [own('bulk.js')] },
  'push.js': { type: 'text/javascript; charset=utf-8', paths: () => [own('push.js')] },
  'passkey.js': {
    type: 'text/javascript; charset=utf-8',
    paths: () => [
      join(dirname(require.resolve('@simplewebauthn/browser')), '../dist/bundle/index.umd.min.js'),
      own('passkey.js'),
    ],
  },
  'icon.svg': { type: 'image/svg+xml', paths: () => [own('icon.svg')] },
} as const;

export type AssetName = keyof typeof files;

/** Reads all assets once. @param base address of the console within the site, `/console` */
export function readAssets(base: string): Assets {
  const read = new Map<string, Asset & { version: string }>();
  for (const [name, { type, paths }] of Object.entries(files)) {
    const bytes = Buffer.concat(paths().map((path) => withoutSourceMap(readFileSync(path))));
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    read.set(name, { type, bytes, gzipped: gzipSync(bytes), version });
  }
  return {
    urlOf: (name) => `${base}/assets/${name}?v=${read.get(name)?.version}`,
    find: (name) => read.get(name),
  };
}

/** The map is not served, and browsers would ask for it. */
function withoutSourceMap(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'));
}
