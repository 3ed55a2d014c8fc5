import { findWithdrawal } from '../../../../src/nlu/phrases/tickets/withdrawal.ts';

const howOf = (text: string) => findWithdrawal(text)?.how;

describe('withdrawing a ticket in words', () => {
  it.each([
    'không cần nữa',
    'Thôi không cần nữa cháu ạ',
    'ko cần giúp nữa, cảm ơn nhé',
    'dạ thôi, không cần đâu',
    'Bà rút yêu cầu 101 nhé, không cần nữa',
    'hủy yêu cầu 101',
    'Tôi không cần nữa, hủy yêu cầu',
    'toi khong can nua huy yeu cau',
    'không cần nữa tôi tự làm được rồi',
    'thôi khỏi',
    'thoi khoi, con gai ba ve dua ba di roi',
    'thôi khỏi đi, con rể nó làm xong rồi',
    'hủy đi',
    'cancel nhé, anh xử lý xong rồi',
    'khỏi gọi nữa nha',
    'hổng cần nữa đâu con ơi',
    'cô làm được rồi cháu ạ, không phiền các cháu nữa',
    'có ng chỉ c làm rồi nha, k cần nữa',
    'à được rồi ạ, e đổi mạng là vào được, ko cần nữa đâu',
  ])('%j calls it off', (text) => expect(howOf(text)).toBe('called-off'));

  it.each([
    'xong rồi cảm ơn',
    'xong r cảm ơn ad',
    'tự làm được rồi',
    'e tự làm đc r ạ',
    'con tôi làm giúp rồi',
    'vo em lam giup roi a',
    'thôi anh tự giải quyết được rồi',
    'thôi được rồi, nộp xong rồi',
  ])('%j says that it is solved', (text) => expect(howOf(text)).toBe('solved'));

  it.each([
    'không cần nữa thì sao',
    'có cần nữa không',
    'hủy yêu cầu vay tiền thế nào',
    'tôi muốn hủy đăng ký tạm trú',
    'hủy lịch hẹn ở xã',
    'rút bảo hiểm một lần',
    'không cần giấy tờ gì à',
    'tôi làm xong căn cước rồi, giờ làm VNeID',
    'tôi nộp rồi mà chưa được',
    'thôi đừng gọi, nhắn tin cho em là được',
    'máu chảy ra rồi',
    'được rồi',
    'ok cảm ơn',
    'Cảm ơn, tôi rõ rồi',
    '',
  ])('%j does not', (text) => expect(howOf(text)).toBeUndefined());

  it('names the ticket if the text has its number, or every ticket', () => {
    expect(findWithdrawal('ba rut yeu cau 101 nhe khong can nua')).toEqual({
      how: 'called-off',
      ticket: 101,
    });
    expect(findWithdrawal('toi huy yeu cau')).toEqual({ how: 'called-off' });
    expect(findWithdrawal('hủy hết đi cháu, bác lo được')).toEqual({ how: 'called-off', all: true });
  });

  it('is parsed at once, however often its words repeat', () => {
    const startedAt = performance.now();
    expect(findWithdrawal(`không cần nữa${' cảm ơn nhé'.repeat(800)} x`)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
