import { readChoice } from '../../../src/member/relay/read-choice.ts';

const own = [
  { number: 412, displayName: 'Bà Lan' },
  { number: 415, displayName: 'Nguyễn Văn Mai' },
  { number: 420, displayName: 'Ông Lân' },
];

describe('an answer in words about a pending text', () => {
  test.each([
    ['gửi', { kind: 'send' }],
    ['ok gửi luôn nhé', { kind: 'send' }],
    ['ừ', { kind: 'send' }],
    ['bỏ đi', { kind: 'drop' }],
    ['không gửi', { kind: 'drop' }],
    ['gửi cho người khác', { kind: 'other' }],
    ['ghi chú', { kind: 'note' }],
    ['412', { kind: 'to', tickets: [412], isOrder: false }],
    ['gửi 415 nhé', { kind: 'to', tickets: [415], isOrder: true }],
    ['bác Mai', { kind: 'to', tickets: [415], isOrder: false }],
    ['gửi cho chị Mai giúp em', { kind: 'to', tickets: [415], isOrder: true }],
    ['mai', { kind: 'to', tickets: [415], isOrder: false }],
    ['Gửi Bà Lan (412)', { kind: 'to', tickets: [412], isOrder: true }],
    ['ba lan', { kind: 'to', tickets: [412, 420], isOrder: false }],
  ])('%s', (text, choice) => {
    expect(readChoice(text, own)).toEqual(choice);
  });

  test.each([
    'xem 412',
    'xong 412',
    'nhận 412',
    'nhan 412',
    '412 xong',
    '999',
    'bác ơi mai bác ra nhé',
    'chào bà Lan',
    'cô Hoa',
    'mai cháu qua',
  ])('%s is none', (text) => {
    expect(readChoice(text, own)).toBeUndefined();
  });
});
