import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = [
  ...['README.md', 'CONTRIBUTING.md', 'deploy/install.md'].filter((file) => existsSync(join(root, file))),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll('\\', '/')}`),
];
const pages = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** As GitHub makes anchors of headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

function isBroken(page: { file: string; text: string }, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page.file : join(dirname(page.file), path).replaceAll('\\', '/');
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && !anchorsOf(readFileSync(join(root, target), 'utf8')).includes(anchor);
}

/** Pictures are made by the browser tests; until the first of them there is no folder for them. */
const hasPictures = existsSync(join(root, 'docs/images'));

describe.each(pages)('$file', (page) => {
  it('links to files and headings that exist', () => {
    const links = [...page.text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(own.filter((link) => (hasPictures || !link.endsWith('.png')) && isBroken(page, link))).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const named = [...page.text.matchAll(/`((?:src|test|locales|docs|bench|deploy)\/[^`\s]*)`/g)].map(
      ([, path = '']) => path,
    );
    // `x` stands for a name that the reader chooses, `<topic>` likewise.
    const real = named.filter((path) => !/<|\*|\bx\.|\/x\b/.test(path));
    expect(real.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names commands that package.json has', () => {
    const named = [...page.text.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const decisions = pages.filter(({ file }) => file.startsWith('docs/decisions/'));

  it.each(decisions)('$file is one page of background, decision and consequences', ({ text }) => {
    expect(text.match(/^## .+$/gm)).toEqual(['## Background', '## Decision', '## Consequences']);
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
  });

  it('are all listed in docs/architecture.md', () => {
    const architecture = pages.find(({ file }) => file === 'docs/architecture.md')?.text ?? '';
    const unlisted = decisions.filter(({ file }) => !architecture.includes(`(${file.replace('docs/', '')})`));
    expect(unlisted.map(({ file }) => file)).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

  it('lists the tables of the database, all of them and no others', () => {
    const schema = readFileSync(join(root, 'src/database/schema.ts'), 'utf8');
    const body = /export interface Tables \{([^}]+)\}/.exec(schema)?.[1] ?? '';
    const tables = [...body.matchAll(/^\s*(\w+):/gm)].map(([, name]) => name);
    const listed = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(tables.length).toBeGreaterThan(5);
    expect(new Set(listed)).toEqual(new Set(tables));
  });

  it('follows a message from the webhook to Zalo, each hop with its files', () => {
    const hops = [...text.matchAll(/^\| (\d+b?) \| [^|]+ \| ([^|]+) \|$/gm)];
    expect(hops.length).toBeGreaterThan(12);
    expect(hops.filter(([, , where = '']) => !where.includes('`src/'))).toEqual([]);
    expect(hops[0]?.[2]).toContain('src/webhook/');
    expect(hops.map(([, , where]) => where).join()).toContain('src/zalo/send/zalo-sender.ts');
  });
});
