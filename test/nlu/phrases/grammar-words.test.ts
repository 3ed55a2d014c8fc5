import { grammarWords } from '../../../src/nlu/phrases/grammar-words.ts';

describe('the words of a clause, for the grammar', () => {
  it.each([
    ['nộp hộ cô cái này với', 'nop ho co cai nay voi'],
    ['nop ho co cai nay vs', 'nop ho co cai nay voi'],
    ['ddawng kys giups em', 'dang ky giup em'],
  ])('are folded: %s', (clause, words) => {
    expect(grammarWords(clause)).toBe(words);
  });

  it.each([
    ['hồ sơ có chữ', 'hồ so có chữ'],
    ['người thuê nhà', 'nguoi thue nhà'],
    ['mo ra thay ba', 'mo ra thấy ba'],
  ])('keep their marks where they are other words: %s', (clause, words) => {
    expect(grammarWords(clause)).toBe(words);
  });
});
