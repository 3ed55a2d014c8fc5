import { createWordIndex } from '../../../src/intents/ranking/word-index.ts';

const texts = [
  'Giấy báo tử do bệnh viện cấp',
  'Nộp ở công an xã',
  'Nộp ở ủy ban xã',
  'Hộ chiếu lấy sau tám ngày',
  ...Array.from({ length: 6 }, (_, at) => `Lời số ${at} về việc khác`),
];
const index = createWordIndex(texts);
const all = texts.map((_, number) => number);

describe('texts by their words', () => {
  it('finds the text that has most of the words of a message, without diacritics too', () => {
    const { covers } = index.compare('giay bao tu thi ai cap');
    expect(all.filter((text) => covers(text) > 0)).toEqual([0]);
    expect(covers(0)).toBeGreaterThan(0.2);
    expect(covers(0)).toBeLessThan(1);
  });

  it('resembles a text wholly that has the same words', () => {
    expect(index.compare('Hộ chiếu lấy sau tám ngày').resembles(3)).toBeCloseTo(1, 5);
  });

  it('weighs neighbouring words as well', () => {
    const { covers } = index.compare('công an');
    expect(covers(1)).toBeCloseTo(1, 5);
    expect(covers(2)).toBe(0);
  });

  it('forgets the message before', () => {
    index.compare('hộ chiếu');
    expect(index.compare('công an').covers(3)).toBe(0);
  });

  it.each(['', '???', '12'])('compares nothing with a message without known words: %s', (message) => {
    const { covers, resembles } = index.compare(message);
    expect(all.map(covers)).toEqual(all.map(() => 0));
    expect(all.map(resembles)).toEqual(all.map(() => 0));
  });
});
