import { readFileSync } from 'node:fs';
import { parseConfig, settingNames } from '../../src/config.ts';

const needed: Record<string, string> = {
  ZALO_APP_ID: '1',
  ZALO_APP_SECRET: 's',
  ZALO_OA_SECRET_KEY: 'o',
  ENCRYPTION_KEY: '0f'.repeat(32),
};
const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name, meaning, ofDefault, example, when]) => ({
    name: uncode(name),
    meaning,
    ofDefault,
    example,
    when,
  }));

/** `x` → x */
function uncode(cell: string | undefined): string {
  return /^`([^`]+)`$/.exec(cell ?? '')?.[1] ?? '';
}

describe('docs/settings.md', () => {
  it('has one row for every setting and none for others', () => {
    const names = rows.map(({ name }) => name);
    expect(names).toHaveLength(settingNames.length);
    expect(new Set(names)).toEqual(new Set<string>(settingNames));
  });

  it('shows the defaults of the schema, and a dash where there is none', () => {
    const defaults: Record<string, unknown> = parseConfig(needed);
    const expected = rows.map(({ name }) => {
      const hasDefault = defaults[name] !== undefined && !(name in needed);
      return [name, hasDefault ? `\`${defaults[name]}\`` : '-'];
    });
    expect(rows.map(({ name, ofDefault }) => [name, ofDefault])).toEqual(expected);
  });

  it('says "always" of the settings without which nothing starts, and only of them', () => {
    const always = rows.filter(({ when }) => when === 'always').map(({ name }) => name);
    expect(new Set(always)).toEqual(new Set(Object.keys(needed)));
  });

  it('fills every cell', () => {
    expect(rows.filter(({ meaning, example, when }) => !meaning || !example || !when)).toEqual([]);
  });

  const examples = rows.flatMap(({ name, example }) => (uncode(example) ? [[name, uncode(example)]] : []));
  it.each(examples)('gives an example for %s that the program takes: %s', (name, example) => {
    expect(() => parseConfig({ ...needed, [name as string]: example })).not.toThrow();
  });
});
