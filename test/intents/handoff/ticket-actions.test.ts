import { isWithdrawal } from '../../../src/intents/handoff/ticket-actions.ts';

describe('withdrawing a matter in words', () => {
  it.each([
    'không cần nữa',
    'Thôi không cần nữa cháu ạ',
    'ko cần giúp nữa, cảm ơn nhé',
    'dạ thôi, không cần đâu',
    'Bà rút yêu cầu 101 nhé, không cần nữa',
    'hủy yêu cầu 101',
    'Tôi không cần nữa, hủy yêu cầu',
  ])('%j withdraws', (text) => expect(isWithdrawal(text)).toBe(true));

  it.each(['không cần nữa thì sao', 'có cần nữa không', 'hủy yêu cầu vay tiền thế nào', ''])(
    '%j does not',
    (text) => expect(isWithdrawal(text)).toBe(false),
  );

  it('is told at once, however often its words come again', () => {
    const startedAt = performance.now();
    expect(isWithdrawal(`không cần nữa${' cảm ơn nhé'.repeat(800)} x`)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
