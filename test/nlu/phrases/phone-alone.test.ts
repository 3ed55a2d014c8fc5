import type { SecretKind } from '../../../src/message.ts';
import { understandText } from '../../fakes/understand.ts';

const isPhoneAlone = (text: string, secrets: SecretKind[] = ['phone']) =>
  understandText(text, { secrets }).isPhoneAlone;

describe('a phone number and nothing else', () => {
  it.each([
    '[số điện thoại]',
    'Số của tôi [số điện thoại]',
    'sdt em day a: [số điện thoại]',
    'gọi số [số điện thoại] nhé',
    'my phone number is [phone number]',
  ])('%j is one', (text) => expect(isPhoneAlone(text)).toBe(true));

  it.each([
    '[số điện thoại] là số của ai',
    'số [số điện thoại] lừa đảo à',
    'có ai đăng ký sim [số điện thoại] bằng tên tôi',
  ])('%j asks something', (text) => expect(isPhoneAlone(text)).toBe(false));

  it('is not found beside a secret, nor without a number', () => {
    expect(isPhoneAlone('[số điện thoại] [mã OTP]', ['phone', 'otp'])).toBe(false);
    expect(isPhoneAlone('số của tôi', [])).toBe(false);
  });
});
