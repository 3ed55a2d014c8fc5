import { createSecretFinder } from '../../../src/nlu/learned-secrets/create-secret-finder.ts';
import { trainSecrets } from '../../../src/nlu/learned-secrets/train-secrets.ts';
import { detectSecrets } from '../../../src/nlu/secrets/detect-secrets.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const find = (text: string) =>
  (officeKnowledge().opened.classifier.findSecrets?.(text) ?? []).map(
    ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
  );

describe('what was learned of secrets', () => {
  it('finds a PIN that no rule finds', () => {
    const text = 'ông nhà tôi lấy ngày cưới 1203 làm số rút tiền';
    expect(detectSecrets(text)).toEqual([]);
    expect(find(text)).toEqual(['pin 1203']);
  });

  it.each([
    'hồ sơ của tôi số 482913 đâu rồi',
    'tra cuu ho so H26.15.3-251203-0044',
    'mật khẩu phải có mấy chữ',
    'quên mật khẩu rồi làm sao',
    'gọi 1900 9095 được không',
    'giá vàng 14600 một chỉ',
    'nhà tôi có 3 sào 12 thước, khai thuế thế nào',
    'dat nha toi thua 212 to 14',
    'bốn năm nay tôi chưa đổi thẻ',
  ])('leaves what is harmless: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each(['', ' ', '⟦', '1'.repeat(5000), 'mk '.repeat(3000), '😀 12', '\ud800 mk 1'])(
    'reads any text: %j',
    (text) => {
      expect(() => find(text)).not.toThrow();
    },
  );
});

describe('learning', () => {
  it('tells a code from a price by the words around it', () => {
    const codes = ['481204', '730615', '902286', '551937', '648201', '370925'];
    const lessons = codes.flatMap((code) => [
      { text: `mã là ${code}`, secrets: [{ kind: 'otp' as const, start: 6, end: 12 }] },
      { text: `giá ${code} đồng`, secrets: [] },
    ]);
    const learned = createSecretFinder(trainSecrets(Array(20).fill(lessons).flat()));
    expect(learned('mã là 112358')).toEqual([{ kind: 'otp', start: 6, end: 12 }]);
    expect(learned('giá 112358 đồng')).toEqual([]);
  });
});
