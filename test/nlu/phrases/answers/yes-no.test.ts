import { parseYesNo } from '../../../../src/nlu/phrases/answers/yes-no.ts';
import { foldText } from '../../../../src/nlu/text/fold-text.ts';

describe('a bare yes or no', () => {
  it.each([
    'có',
    'Có ạ',
    'vâng',
    'dạ',
    'dạ có',
    'ừ',
    'ờ',
    'ok',
    'ok cháu',
    'được',
    'đồng ý',
    'đúng rồi',
    'yes',
    'ừ gửi đi',
  ])('%j is yes', (text) => expect(parseYesNo(foldText(text))).toBe('yes'));

  it.each([
    'không',
    'không ạ',
    'ko',
    'k',
    'thôi',
    'thôi không cần đâu',
    'dạ không',
    'chưa',
    'không phải',
    'no',
  ])('%j is no', (text) => expect(parseYesNo(foldText(text))).toBe('no'));

  it.each([
    '',
    'có mất tiền không',
    'không có mạng',
    'được không',
    'ok thế nộp ở đâu',
    'chưa có vneid',
    'cô ơi',
  ])('%j is neither', (text) => expect(parseYesNo(foldText(text))).toBeUndefined());

  it('is parsed at once, however often its words repeat', () => {
    const startedAt = performance.now();
    expect(parseYesNo(`co${' gui di'.repeat(1_000)} x`)).toBeUndefined();
    expect(parseYesNo(`khong${' cam on anh chi'.repeat(1_000)} x`)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
