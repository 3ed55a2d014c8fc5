import type { IncomingEvent, SecretKind } from '../../src/message.ts';
import { maskEvent, maskText } from '../../src/webhook/mask-event.ts';
import { publicPhonesOf } from '../../src/webhook/public-phones.ts';
import { marks, now, oaId, personId } from './webhook-server.ts';

const base = { deliveryKey: 'k', eventName: 'n', oaId, personId, occurredAt: now, messageId: 'm' };

describe('maskText', () => {
  test.each([
    ['không có gì', 'không có gì', []],
    ['0912345678', '[số điện thoại]', ['phone']],
    ['otp 482913 otp 482914', 'otp [mã OTP] otp [mã OTP]', ['otp']],
    ['gọi 0912345678, mk: Abc@1234', 'gọi [số điện thoại], mk: [mật khẩu]', ['phone', 'password']],
    ['mật khẩu là Abc@1234'.normalize('NFD'), 'mật khẩu là [mật khẩu]', ['password']],
    // A member takes two tickets.
    ['nhan 105 109', 'nhan 105 109', []],
    ['Nhận việc 1005 1009', 'Nhận việc 1005 1009', []],
    ['nhan 482 913', 'nhan [mã OTP]', ['otp']],
    ['nhan ma 105 109', 'nhan ma [mã OTP]', ['otp']],
  ])('turns %j into %j', (text, masked, secrets) => {
    expect(maskText(text, { marks })).toMatchObject({ text: masked, secrets });
  });

  test.each([
    ['0912 345 678', '84912345678'],
    ['(+84) 912 345 678', '84912345678'],
    ['０９１２３４５６７８', '84912345678'],
    ['O9l2 345 678', '84912345678'],
    ['024 3384 7123 hoặc 0912345678', '842433847123'],
  ])('returns the first phone number of %j', (text, phone) => {
    expect(maskText(text, { marks }).phone).toBe(phone);
  });

  /** Replaces each digit of a number with a variant of it. */
  const dressed = (number: string, dress: (digit: string) => string) => [...number].map(dress).join('');
  const styled = (first: number) => (digit: string) => String.fromCodePoint(first + Number(digit));

  test.each([
    ['bold', styled(0x1d7ce)],
    ['sans bold', styled(0x1d7ec)],
    ['full-width', styled(0xff10)],
    ['keycap', (digit: string) => `${digit}\uFE0F\u20E3`],
    ['raised', (digit: string) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))],
    ['parted by a zero-width space', (digit: string) => `${digit}\u200B`],
    ['parted by a word joiner', (digit: string) => `${digit}\u2060`],
  ])('recognises numbers whose digits are %s', (_dress, dress) => {
    const text = `sđt ${dressed('0912345678', dress)}, cccd ${dressed('001085012345', dress)}, thẻ ${dressed('4111111111111111', dress)}, otp ${dressed('482913', dress)}`;
    const masked = maskText(text, { marks });
    expect(masked.text.replaceAll(/\p{Cf}/gu, '')).toBe(
      'sđt [số điện thoại], cccd [số căn cước], thẻ [số thẻ], otp [mã OTP]',
    );
    expect(masked.phone).toBe('84912345678');
  });

  test.each(['024.3388 2337', '(024) 33882337', '+84 24 3388 2337'])(
    'keeps %j, a number of an office, and takes it for nobody’s own',
    (number) => {
      const text = `gọi ${number}, không được thì 0912345678`;
      const office = publicPhonesOf({ insurance: { call: '024.3388 2337' }, police: { call: '113' } });
      expect(maskText(text, { marks, publicPhones: office })).toEqual({
        text: `gọi ${number}, không được thì [số điện thoại]`,
        secrets: ['phone'],
        phone: '84912345678',
      });
    },
  );

  describe('with what was learned', () => {
    const spanOf = (text: string, part: string, kind: SecretKind) => {
      const start = text.indexOf(part);
      return { kind, start, end: start + part.length };
    };
    const text = 'mk là gà mái mơ, gọi 024.3388 2337 hoặc 0912345678';

    test('masks what no rule finds; neighbouring words are one secret', () => {
      const findSecrets = () => ['gà', 'mái', 'mơ'].map((word) => spanOf(text, word, 'password'));
      expect(maskText('mk là gà mái mơ đó', { marks, findSecrets }).text).toBe('mk là [mật khẩu] đó');
    });

    test.each(['#Xong rồi 1024', 'xong roi 1024'])('leaves the number of a ticket: %s', (tap) => {
      const findSecrets = () => [spanOf(tap, '1024', 'pin')];
      expect(maskText(tap, { marks, findSecrets }).text).toBe(tap);
    });

    test('keeps the kind that a rule finds, and numbers of offices', () => {
      const findSecrets = () => [spanOf(text, '024.3388 2337', 'pin'), spanOf(text, '0912345678', 'otp')];
      const publicPhones = publicPhonesOf({ insurance: { call: '024.3388 2337' } });
      expect(maskText(text, { marks, publicPhones, findSecrets }).text).toBe(
        'mk là gà mái mơ, gọi 024.3388 2337 hoặc [số điện thoại]',
      );
    });
  });

  test('leaves an exponent and a numbered list alone', () => {
    expect(maskText('đất 120 m², 1️⃣ nộp đơn', { marks }).text).toBe('đất 120 m², 1 nộp đơn');
  });

  test('finds nothing more in its own result', () => {
    const once = maskText('otp 482913, 0912345678, thẻ 4111111111111111', { marks }).text;
    expect(maskText(once, { marks })).toEqual({ text: once, secrets: [] });
  });
});

describe('maskEvent', () => {
  test('masks the names and descriptions of attachments, and leaves addresses alone', () => {
    const event: IncomingEvent = {
      ...{ ...base, kind: 'message' },
      attachments: [
        { kind: 'file', name: 'cccd 001085012345.pdf', url: 'https://f6.zdn.vn/0912345678' },
        { kind: 'contact', name: 'Nguyễn Văn Mẫu', description: '84900000001' },
      ],
    };
    expect(maskEvent(event, { marks })).toEqual({
      event: {
        ...event,
        attachments: [
          { kind: 'file', name: 'cccd [số căn cước].pdf', url: 'https://f6.zdn.vn/0912345678' },
          { kind: 'contact', name: 'Nguyễn Văn Mẫu', description: '[số điện thoại]' },
        ],
      },
      phone: '84900000001',
    });
  });

  test.each(['link', 'contact'] as const)('masks the address of a %s, which leads to a person', (kind) => {
    const link = { kind, url: 'https://zalo.me/0912345678' };
    const event: IncomingEvent = { ...base, kind: 'message', attachments: [link] };
    expect(maskEvent(event, { marks })).toEqual({
      event: { ...event, attachments: [{ kind, url: 'https://zalo.me/[số điện thoại]' }] },
      phone: '84912345678',
    });
  });

  test('masks the name beside a shared phone number', () => {
    const { messageId: _, ...shared } = base;
    const event: IncomingEvent = { ...shared, kind: 'contact-shared', name: 'Lan 001085012345' };
    expect(maskEvent(event, { marks })).toEqual({ event: { ...event, name: 'Lan [số căn cước]' } });
  });

  test("masks the OA's own messages, without storing the phone number", () => {
    const event: IncomingEvent = { ...base, kind: 'echo', text: 'Số của bác là 0912345678', attachments: [] };
    expect(maskEvent(event, { marks })).toEqual({
      event: { ...event, text: 'Số của bác là [số điện thoại]' },
    });
  });

  test('moves a shared phone number out of the event', () => {
    const { messageId, ...shared } = base;
    const event: IncomingEvent = { ...shared, kind: 'contact-shared', name: messageId, phone: '84900000002' };
    expect(maskEvent(event, { marks })).toEqual({
      event: { ...shared, kind: 'contact-shared', name: 'm' },
      phone: '84900000002',
    });
  });
});
