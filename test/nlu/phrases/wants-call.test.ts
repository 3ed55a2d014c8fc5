import { asksForCall } from '../../../src/nlu/phrases/wants-call.ts';

describe('a request for a call', () => {
  it.each([
    'goi cho ba gap, dien nuoc nha ba bi cat het roi',
    'gọi lại cho em với',
    'nhờ gọi cho bác ngay',
    'mất nước ba hôm rồi, gọi điện cho tôi đi',
  ])('is recognised: %s', (text) => {
    expect(asksForCall(text)).toBe(true);
  });

  it.each([
    'ai vừa gọi cho tôi thế',
    'công an gọi cho bà đòi tiền',
    'gọi cho tôi là ai',
    'tôi gọi cho em mà không được',
    'gọi cho xã số nào',
  ])('is not found: %s', (text) => {
    expect(asksForCall(text)).toBe(false);
  });
});
