import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkAtStart } from '../src/content/checks/check-content.ts';
import { noAspects } from '../src/content/schema/aspects.ts';
import { localFile } from '../src/content/schema/local.ts';
import { factsFile, topicIntent } from '../src/content/schema/topic.ts';
import { readYamlFile } from '../src/content/yaml-file.ts';
import { areasFile } from '../src/team/areas/area-schema.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The code blocks of one kind. */
function blocks(kind: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

function foldersOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

describe('README.md', () => {
  const tree = blocks('text')[0] ?? '';
  const lines = [...tree.matchAll(/^( *)([\w.-]+)\/ *(.*)$/gm)];
  const listed = (indent: string) => lines.filter(([, spaces]) => spaces === indent);

  it('can be read in one go', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  });

  it('shows every folder of src/, and none that is not there', () => {
    const names = listed('  ').map(([, , name]) => name);
    expect(new Set(names)).toEqual(new Set(foldersOf('src')));
    expect(names).toHaveLength(new Set(names).size);
  });

  it('says of each folder in one line what it is for', () => {
    const bare = lines.filter(([, , name, comment = '']) => name !== 'src' && comment.split(' ').length < 3);
    expect(bare.map(([line]) => line)).toEqual([]);
  });

  it('shows folders beside src/ that are there', () => {
    const names = listed('').map(([, , name = '']) => name);
    expect(names).toEqual(expect.arrayContaining(['locales', 'src', 'test', 'docs']));
    expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    const inTest = /^test\/ .*also (.*)$/m.exec(tree)?.[1] ?? '';
    const beside = inTest.split(', ').map((name) => name.replace('/', ''));
    expect(beside.filter((name) => !foldersOf('test').includes(name))).toEqual([]);
  });

  it('has the two commands in which a stranger sees it work', () => {
    expect(blocks('sh').map((block) => block.trim())).toEqual(
      expect.arrayContaining(['npm ci && npm run demo', 'npm ci && npm test']),
    );
  });

  it('shows an answer that a topic file would take, short of some examples', () => {
    const [sample = ''] = blocks('yaml');
    const intents = z.record(z.string(), topicIntent).parse(parse(sample));
    expect(Object.keys(intents)).toHaveLength(1);
    const topic = { topic: 'sample', title: 'Sample', button: 'Sample', intents };
    const findings = checkAtStart({
      topics: [{ file: 'README.md', value: topic, lineOf: () => 1 }],
      facts: readYamlFile(join(root, 'locales/vi/facts.yaml'), factsFile),
      local: readYamlFile(join(root, 'locales/vi/local.yaml'), localFile),
      areas: readYamlFile(join(root, 'locales/vi/areas.yaml'), areasFile),
      lunarHolidays: { file: 'lunar-holidays.yaml', value: {}, lineOf: () => 1 },
      canned: { file: 'canned.yaml', value: {}, lineOf: () => 1 },
      instead: { file: 'instead.yaml', value: {}, lineOf: () => 1 },
      emergencies: { file: 'emergencies.yaml', value: { kinds: {} }, lineOf: () => 1 },
      objects: [],
      aspects: { file: 'aspects.yaml', value: noAspects, lineOf: () => 1 },
      faults: { file: 'faults.yaml', value: { faults: {} }, lineOf: () => 1 },
      knows: { file: 'knows.yaml', value: {}, lineOf: () => 1 },
      translations: [],
      otherTexts: [],
    });
    const faults = findings.filter(
      ({ file, message }) => file === 'README.md' && !/examples, at least/.test(message),
    );
    expect(faults).toEqual([]);
  });

  it('needs five lines to say how an office runs it', () => {
    const [production = ''] = blocks('sh').filter((block) => block.includes('npm start'));
    expect(production.trim().split('\n')).toHaveLength(5);
  });

  it.each([
    ['the clerk', 'docs/cai-dat-zalo.md'],
    ['the operator', 'docs/zalo-setup.md'],
    ['the developer', 'CONTRIBUTING.md'],
  ])('has a door for %s within its first 20 lines', (_who, target) => {
    expect(readme.split('\n').slice(0, 20).join('\n')).toContain(`(${target})`);
  });
});
