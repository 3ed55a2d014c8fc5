import { withoutSecrets } from '../../../src/nlu/secrets/detect-secrets.ts';

test.each([
  ['Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
  ['Lan 0912 345 678', 'Lan'],
  ['Lan Hoa (0912345678)', 'Lan Hoa'],
  ['0912345678 - Tạp hoá Lan', 'Tạp hoá Lan'],
  ['Lan: 𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', 'Lan'],
  ['0912345678', ''],
  ['Hùng 1985', 'Hùng 1985'],
])('%j without secrets is %j', (name, left) => {
  expect(withoutSecrets(name)).toBe(left);
});
