import { readOrdinal } from '../../../src/nlu/phrases/ordinal.ts';

describe('an ordinal', () => {
  it.each<[string, number]>([
    ['2', 2],
    ['so 2', 2],
    ['2 nhe', 2],
    ['cai thu hai', 2],
    ['cai thu 2 a', 2],
    ['chon cai dau tien nhe', 1],
    ['muc 3', 3],
    ['cau so ba', 3],
    ['cai cuoi cung', 4],
    ['cai tren cung', 1],
    ['y dau ay', 1],
  ])('is read from %s', (text, position) => {
    expect(readOrdinal(text, 4)).toBe(position);
  });

  it.each([
    'thu hai',
    'hai',
    'cai the hai mat',
    'cai nay',
    'thu ba co lam viec khong',
    'nha so 2 ngo 3',
    '12',
  ])('is not read from %s', (text) => {
    expect(readOrdinal(text, 4)).toBeUndefined();
  });
});
