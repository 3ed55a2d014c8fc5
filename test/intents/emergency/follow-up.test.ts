import { readFollowUp } from '../../../src/intents/emergency/follow-up.ts';
import { understandText } from '../../fakes/understand.ts';

describe('what follows after a resident spoke of danger', () => {
  it.each([
    ['đùa thôi', 'stay'],
    ['dua day ma', 'stay'],
    ['em nói chơi ấy', 'stay'],
    ['đừng báo cho ai nhé', 'silence'],
    ['anh ấy xin lỗi rồi', 'forgiven'],
    ['con tôi còn nhỏ', 'children'],
    ['gọi ai giúp bây giờ', 'whom'],
    ['co so nao goi bay gio dc k a', 'whom'],
    ['cho em xin số điện thoại', 'whom'],
    ['em đưa con đi khám ở đâu', undefined],
    ['mua dưa ở đâu', undefined],
  ])('of "%s"', (text, step) => {
    expect(readFollowUp(understandText(text))).toBe(step);
  });
});
