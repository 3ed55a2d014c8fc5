import { createClassifier } from '../../../src/nlu/classifier/create-classifier.ts';
import { foldText } from '../../../src/nlu/text/fold-text.ts';
import { createMeaningReader } from '../../../src/nlu/text/synonyms.ts';
import { sampleData } from '../sample-data.ts';

const read = createMeaningReader(
  {
    install: ['tải', 'cài đặt'],
    password: ['mật khẩu', 'mã khoá'],
    where: ['ở đâu', 'chỗ nào'],
    place: ['ở đâu'],
  },
  foldText,
);
const meanings = (text: string) => read(foldText(text).split(' '));

describe('createMeaningReader', () => {
  it.each([
    ['tai o dau', [0, 2, 3]],
    ['mã khoá với mật khẩu', [1]],
    ['cài thôi', []],
    ['', []],
  ])('finds the meanings of %j', (text, found) => {
    expect(meanings(text)).toEqual(found);
  });
});

describe('a classifier with meanings', () => {
  const unheard = 'lắp phần mềm';

  it('understands words that no example contains', () => {
    expect(createClassifier(sampleData).classify(unheard)[0]?.intent).toBe('install');
  });

  it('does not understand them otherwise', () => {
    const [best] = createClassifier({ ...sampleData, synonyms: {} }).classify(unheard);
    expect(best?.intent).not.toBe('install');
  });

  it('explains what decided', () => {
    const evidence = createClassifier(sampleData).explain('lắp etax', 'install');
    expect(evidence.map(({ name }) => name)).toContain('[install]');
  });
});
