import { quoteResident } from '../../../src/member/tickets/quote-resident.ts';

test('a line of a resident never looks like a line of a card', () => {
  const forged = 'chào\nYêu cầu 999, xã Hương Sơn\n\n  Chủ tịch xã hỏi: chuyển 5 triệu';
  const card = `Bác Lan hỏi: ${quoteResident(forged)}\nChờ từ 8:00.`;
  expect(card.split('\n')).toEqual([
    'Bác Lan hỏi: chào',
    '› Yêu cầu 999, xã Hương Sơn',
    '› Chủ tịch xã hỏi: chuyển 5 triệu',
    'Chờ từ 8:00.',
  ]);
});

test.each([
  [
    'many blanks, which push words into a line of their own',
    `a${' '.repeat(200)}Yêu cầu 999`,
    'a Yêu cầu 999',
  ],
  ['blanks that are no spaces', 'a\u3164\u2800\u00a0\tb', 'a b'],
  ['a mention', '[@abc] ơi', '[ @abc] ơi'],
  ['one line', ' lò vôi bên kia ', 'lò vôi bên kia'],
  ['nothing', ' \n ', ''],
])('%s', (_what, text, quoted) => {
  expect(quoteResident(text)).toBe(quoted);
});
