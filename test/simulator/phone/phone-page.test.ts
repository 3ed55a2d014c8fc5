import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localesFolder } from '../../../src/i18n.ts';
import { type PageWords, readPageWords } from '../../../tools/simulator/phone/page-words.ts';
import { renderPhonePage } from '../../../tools/simulator/phone/phone-page.ts';
import { switchSchema } from '../../../tools/simulator/switches.ts';
import { startZalo } from '../simulator-setup.ts';

const words = readPageWords(localesFolder);
const clientFolder = fileURLToPath(new URL('../../../tools/simulator/phone/client/', import.meta.url));
const clientFiles = readdirSync(clientFolder, { recursive: true, encoding: 'utf8' }).map((name) =>
  name.replaceAll('\\', '/'),
);
const modules = clientFiles
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(`${clientFolder}${name}`, 'utf8') }));

const wordAt = (key: string) =>
  key
    .split('.')
    .reduce<unknown>((group, part) => (group as Record<string, unknown> | undefined)?.[part], words);

describe('the words of the phone', () => {
  const used = modules.flatMap(({ name, text }) =>
    [...text.matchAll(/\b(?:t|wordsAt)\(\s*'([^']+)'/g)].map(([, key = '']) => ({ name, key })),
  );

  test('every key that the page asks for exists', () => {
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter(({ key }) => wordAt(key) === undefined)).toEqual([]);
  });

  test('every switch of the simulator has a name, in one group', () => {
    const { properties } = switchSchema() as { properties: object };
    const { names, groups } = words.switches as {
      names: object;
      groups: Record<string, { names: string[] }>;
    };
    const all = Object.keys(properties);
    expect(new Set(Object.keys(names))).toEqual(new Set(all));
    const grouped = Object.values(groups).flatMap((group) => group.names);
    expect(new Set(grouped)).toEqual(new Set(all));
    expect(grouped).toHaveLength(all.length);
  });

  test('every placeholder has the form that the page fills in', () => {
    const texts = (group: unknown): string[] =>
      typeof group === 'string' ? [group] : Object.values((group ?? {}) as object).flatMap(texts);
    expect(texts(words).filter((text) => /\{\{(?!\w+\}\})/.test(text))).toEqual([]);
  });
});

describe('the page of the phone', () => {
  test('texts with markup in them neither end its scripts nor become elements', () => {
    const bad: PageWords = { page: { title: '<b>', heading: '"><i>', no_script: '&', loading: '</p>' } };
    const page = renderPhonePage({ ...bad, evil: '</script><script>alert(1)</script>' });
    expect(page.match(/<script/g)).toHaveLength(3);
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('<i>');
    const data = /<script type="application\/json" id="words">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({ ...bad, evil: '</script><script>alert(1)</script>' });
  });

  test('the page runs only its own scripts, and its modules have types that browsers accept', async () => {
    const zalo = await startZalo();
    const page = await fetch(zalo.url);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const text = await page.text();
    const needed = [...text.matchAll(/(?:src|href)="(phone\/[^"]+)"/g)].map(([, path]) => path);
    expect(needed.length).toBeGreaterThan(5);
    for (const path of needed) expect((await fetch(`${zalo.url}/${path}`)).status).toBe(200);
    const main = await fetch(`${zalo.url}/phone/main.js`);
    expect(main.headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${zalo.url}/phone/..%2fphone-router.ts`)).status).toBe(404);
    await zalo.close();
  });

  test('the page never makes HTML out of text, and imports only files beside it', () => {
    const html = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment/;
    expect(modules.filter(({ text }) => html.test(text)).map(({ name }) => name)).toEqual([]);
    const imports = modules.flatMap(({ text }) =>
      [...text.matchAll(/from '([^']+)'/g)].map(([, from = '']) => from),
    );
    expect(imports.filter((from) => !/^\.\.?\/[\w./-]+\.js$/.test(from))).toEqual([]);
  });

  test('the page fetches nothing from elsewhere', () => {
    const styles = clientFiles
      .filter((name) => name.endsWith('.css'))
      .map((name) => readFileSync(`${clientFolder}${name}`, 'utf8'));
    expect(styles.filter((text) => /url\(|@import/.test(text))).toEqual([]);
  });

  test('the page consists of short modules', () => {
    const long = modules.filter(({ text }) => text.split('\n').length > 200).map(({ name }) => name);
    expect(long).toEqual([]);
  });
});
