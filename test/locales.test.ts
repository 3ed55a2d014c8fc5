import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadWords, localesFolder } from '../src/i18n.ts';

const inEnglish = ['bot', 'console', 'demo'].filter((file) => existsSync(`${localesFolder}vi/${file}.yaml`));
const longestTitle = 20;
/** English calls everyone "you": the marks of Vietnamese forms of address have no counterpart. */
const formsOfAddress = ['you', 'You', 'me', 'Me'];

function wordsOf(language: string, file: string): Map<string, string> {
  return new Map(leavesOf(parse(readFileSync(`${localesFolder}${language}/${file}.yaml`, 'utf8')), ''));
}

function leavesOf(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`));
}

function marksOf(text: string): Set<string> {
  const marks = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  return new Set(marks.filter((name) => !formsOfAddress.includes(name)));
}

describe.each(inEnglish)('the English words of %s', (file) => {
  const vietnamese = wordsOf('vi', file);
  const english = wordsOf('en', file);

  it('have exactly the keys of the Vietnamese ones', () => {
    expect(new Set(english.keys())).toEqual(new Set(vietnamese.keys()));
  });

  it('are filled in at the same places', () => {
    const marksByKey = (words: Map<string, string>) =>
      new Map([...words].map(([key, text]) => [key, marksOf(text)]));
    expect(marksByKey(english)).toEqual(marksByKey(vietnamese));
  });

  it('leave no gap in a sentence for a form of address', () => {
    const gaps = [...english].filter(([, text]) =>
      formsOfAddress.some((name) => text.includes(`{{${name}}}`)),
    );
    expect(gaps).toEqual([]);
  });
});

describe('every language', () => {
  const languages = readdirSync(localesFolder).filter((one) => existsSync(`${localesFolder}${one}/bot.yaml`));

  it.each(languages)('fits its button titles on a button: %s', (language) => {
    const tooLong = [...wordsOf(language, 'bot')].filter(
      ([key, text]) => /^buttons\.|_button$/.test(key) && text.length > longestTitle,
    );
    expect(tooLong).toEqual([]);
  });
});

describe('English for a resident whose form of address is known', () => {
  it('reads like English for anyone else', () => {
    const t = loadWords().in('en');
    const values = { oa: 'OA', you: 'bác', You: 'Bác', me: 'cháu', Me: 'Cháu' };
    expect(t('welcome.text', { ...values, context: 'known' })).toBe(t('welcome.text', values));
  });
});
