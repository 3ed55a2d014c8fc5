import { mayHoldSecrets } from '../../../src/nlu/secrets/may-hold-secrets.ts';
import { foldInPlace } from '../../../src/nlu/text/fold-in-place.ts';

const mayHold = (text: string) => mayHoldSecrets(text, foldInPlace(text));

describe('mayHoldSecrets', () => {
  test.each([
    'otp 4829',
    'bốn tám hai',
    'bon tam hai',
    'bốn rồi tới tám rồi tới hai',
    'mã là sáu số tám',
    'lộc phát lộc phát',
    'mật khẩu là hoa sen',
    'maatj khaaur laf hoasen',
    'p@ss hoasen',
    'm.k: hoasen',
    'mật mã hoasen',
    'chỗ bí mật đó gõ hoasen',
    '４８２９',
  ])('says yes to %j', (text) => {
    expect(mayHold(text)).toBe(true);
  });

  test.each([
    '',
    'xin chào',
    'cho hỏi làm khai sinh cho con cần giấy gì',
    'không có ai ở nhà, năm nay mưa nhiều',
  ])('says no to %j', (text) => {
    expect(mayHold(text)).toBe(false);
  });
});
