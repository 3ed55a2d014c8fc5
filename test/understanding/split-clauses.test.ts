import { splitClauses } from '../../src/understanding/split-clauses.ts';

describe('the clauses of a message', () => {
  it.each([
    ['nộp ở đâu ạ, có mất tiền không', ['nộp ở đâu ạ', 'có mất tiền không']],
    ['lam o dau va can giay gi', ['lam o dau', 'va can giay gi']],
    ['Mẹ tôi ốm rồi, muốn làm giấy thì làm ở đâu?', ['Mẹ tôi ốm', 'rồi, muốn làm giấy thì làm ở đâu']],
    ['Dạ vâng, lệ phí bao nhiêu ạ', ['Dạ vâng, lệ phí bao nhiêu ạ']],
    ['3.412.000 đồng là tiền gì', ['3.412.000 đồng là tiền gì']],
    ['', []],
  ])('of "%s"', (text, clauses) => {
    expect(splitClauses(text)).toEqual(clauses);
  });
});
