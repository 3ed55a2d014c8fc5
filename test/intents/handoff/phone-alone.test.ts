import { isPhoneAlone } from '../../../src/intents/handoff/request-phone.ts';

describe('a phone number and nothing else', () => {
  it.each([
    '[số điện thoại]',
    'Số của tôi [số điện thoại]',
    'sdt em day a: [số điện thoại]',
    'gọi số [số điện thoại] nhé',
    'my phone number is [phone number]',
  ])('%j is one', (text) => expect(isPhoneAlone({ text, secrets: ['phone'] })).toBe(true));

  it.each([
    '[số điện thoại] là số của ai',
    'số [số điện thoại] lừa đảo à',
    'có ai đăng ký sim [số điện thoại] bằng tên tôi',
  ])('%j asks something', (text) => expect(isPhoneAlone({ text, secrets: ['phone'] })).toBe(false));

  it('is none beside a secret, nor without a number', () => {
    expect(isPhoneAlone({ text: '[số điện thoại] [mã OTP]', secrets: ['phone', 'otp'] })).toBe(false);
    expect(isPhoneAlone({ text: 'số của tôi', secrets: [] })).toBe(false);
  });
});
