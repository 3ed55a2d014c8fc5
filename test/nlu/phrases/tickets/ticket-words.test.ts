import { findRating } from '../../../../src/nlu/phrases/tickets/rating.ts';
import { refusesCall } from '../../../../src/nlu/phrases/tickets/refuses-call.ts';
import { saysMore } from '../../../../src/nlu/phrases/tickets/says-more.ts';
import { saysStillNeeded } from '../../../../src/nlu/phrases/tickets/still-needed.ts';
import { findTicketQuestion } from '../../../../src/nlu/phrases/tickets/ticket-question.ts';
import { foldText } from '../../../../src/nlu/text/fold-text.ts';

describe('a rating', () => {
  it.each([
    ['5 điểm', 5],
    ['5 điểm cho em Hoa nhé', 5],
    ['cho 4 sao luôn ạ', 4],
    ['1 sao', 1],
    ['năm sao', 5],
    ['10 điểm', 5],
  ])('%j counts %i stars', (text, stars) =>
    expect(findRating(foldText(text))).toEqual({ stars, isCounted: true }),
  );

  it.each([
    ['tot lam chau', 5],
    ['cũng được', 3],
    ['không hài lòng', 1],
  ])('%j is praise or blame of %i stars', (text, stars) =>
    expect(findRating(foldText(text))).toEqual({ stars, isCounted: false }),
  );

  it.each(['điểm phục vụ số 5 ở đâu', 'tôi ở đội 5', 'ngày 5 có điểm thi', 'được bao nhiêu điểm'])(
    '%j is none',
    (text) => expect(findRating(foldText(text))).toBeUndefined(),
  );
});

describe('no call, or no number', () => {
  it.each([
    'cô không cho số điện thoại đâu, nhắn ở đây thôi',
    'ba khong nho so cua ba dau',
    'e ngại cho số lắm',
    'khỏi cho số, nhắn tin được rồi',
    'thôi đừng gọi, em đang trên giàn giáo, nhắn tin cho em là được',
    'thôi ko cần gọi, nhắn zalo đi',
    'cô ấy không nghe điện thoại được nhé, nhắn tin thôi',
    'đừng gọi nữa',
  ])('%j', (text) => expect(refusesCall(text)).toBe(true));

  it.each([
    'tôi không có sổ đỏ',
    'không gọi được cho xã',
    'tôi gọi không ai nghe máy',
    'không có điện thoại thì làm VNeID được không',
    'gọi cho tôi nhé',
  ])('not %j', (text) => expect(refusesCall(text)).toBe(false));
});

describe('a ticket that is still needed', () => {
  it.each([
    'à thôi cô vẫn cần, cứ để đấy nhé',
    'vẫn cần anh ơi, vợ em làm chưa được',
    'dung huy',
    'cứ gọi giúp tôi',
  ])('%j', (text) => expect(saysStillNeeded(text)).toBe(true));

  it.each(['vẫn cần giấy chứng sinh à', 'tôi cần gặp cán bộ', 'thôi không cần nữa'])('not %j', (text) =>
    expect(saysStillNeeded(text)).toBe(false),
  );
});

describe('saying more', () => {
  it.each([
    'Xin nói thêm, giấy hẹn ghi ngày 15',
    'quên chưa nói, nhà có người già',
    'cho em bổ sung là bố em 80 tuổi',
  ])('%j', (text) => expect(saysMore(text)).toBe(true));

  it.each(['nói chuyện với ai', 'bị đòi bổ sung giấy tờ', 'hỏi thêm lệ phí'])('not %j', (text) =>
    expect(saysMore(text)).toBe(false),
  );
});

describe('a question about one’s ticket', () => {
  it.each([
    ['den dau roi chau', 'why-so-long'],
    ['sao rồi ạ', 'why-so-long'],
    ['có ai nhận chưa cháu', 'why-so-long'],
    ['bao giờ có người trả lời bác', 'why-so-long'],
    ['bao giờ đến', 'why-so-long'],
    ['thế việc của em đến đâu rồi', 'of-case'],
    ['Việc của tôi đã có ai nhận chưa?', 'of-case'],
    ['hồ sơ của tôi đến đâu rồi', undefined],
    ['bao giờ có thẻ', undefined],
  ])('%j: %s', (text, asks) => expect(findTicketQuestion(foldText(text))).toBe(asks));
});
