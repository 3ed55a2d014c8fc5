import { buildSpellingBook, createSpellingCorrector } from '../../../src/nlu/text/spelling-correction.ts';

const sentences = [
  'quen mat khau vneid',
  'quen mat khau etax',
  'quen mat khau zalo',
  'lam giay khai sinh',
  'lam giay khai tu',
  'lam giay ket hon',
  'khai sinh cho con',
  'dang ky khai sinh',
  'dang ky ket hon',
  'dang ky tam tru',
];
const mend = createSpellingCorrector(buildSpellingBook([...sentences, ...sentences]));
const mended = (text: string) => mend(text.split(' ')).join(' ');

describe('createSpellingCorrector', () => {
  it.each([
    ['a letter too few', 'quen mt khau', 'quen mat khau'],
    ['a letter too many', 'quen matt khau', 'quen mat khau'],
    ['a wrong letter', 'dang kt khai sinh', 'dang ky khai sinh'],
    ['two letters swapped', 'lam giya khai sinh', 'lam giay khai sinh'],
    ['two words in one', 'dangky tam tru', 'dang ky tam tru'],
  ])('corrects %s', (_, text, meant) => {
    expect(mended(text)).toBe(meant);
  });

  it('chooses the word that fits between its neighbours', () => {
    expect(mended('mat kha vneid')).toBe('mat khau vneid');
    expect(mended('giay kha sinh')).toBe('giay khai sinh');
  });

  it.each(['khai sinh', 'xyzzy', '12345', 'a', ''])('leaves %j unchanged', (text) => {
    expect(mended(text)).toBe(text);
  });
});
