import { keyOf, orderOfPass } from '../../../src/nlu/heads/example-order.ts';

const texts = Array.from({ length: 200 }, (_, at) => `câu hỏi số ${at}`);
const order = (all: readonly string[], pass: number) =>
  Array.from(orderOfPass(Uint32Array.from(all, keyOf), pass), (at) => all[at]);

describe('the order of the examples in a pass', () => {
  it('has every example once and differs from pass to pass', () => {
    expect(order(texts, 0)).toHaveLength(texts.length);
    expect(new Set(order(texts, 0))).toEqual(new Set(texts));
    expect(order(texts, 0)).not.toEqual(texts);
    expect(order(texts, 1)).not.toEqual(order(texts, 0));
  });

  it('stays the same for the others when examples are added, removed or moved', () => {
    const more = ['câu mới', ...texts.toReversed(), 'một câu nữa'];
    expect(order(more, 2).filter((text) => texts.includes(text ?? ''))).toEqual(order(texts, 2));
  });

  it('keeps the order of equal examples', () => {
    expect(Array.from(orderOfPass(Uint32Array.of(5, 5, 5), 0))).toEqual([0, 1, 2]);
  });
});
