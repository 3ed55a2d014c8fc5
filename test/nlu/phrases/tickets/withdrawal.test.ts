import { findWithdrawal } from '../../../../src/nlu/phrases/tickets/withdrawal.ts';
import { foldText } from '../../../../src/nlu/text/fold-text.ts';

const isWithdrawal = (text: string) => findWithdrawal(foldText(text)) !== undefined;

describe('withdrawing a ticket in words', () => {
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

  it('names the ticket if the text has its number', () => {
    expect(findWithdrawal('ba rut yeu cau 101 nhe khong can nua')).toEqual({ ticket: 101 });
    expect(findWithdrawal('toi huy yeu cau')).toEqual({});
  });

  it('is parsed at once, however often its words repeat', () => {
    const startedAt = performance.now();
    expect(isWithdrawal(`không cần nữa${' cảm ơn nhé'.repeat(800)} x`)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
