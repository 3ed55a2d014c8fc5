import { saysUrgent } from '../../../src/nlu/phrases/urgency.ts';

describe('urgency', () => {
  it.each([
    'bà tôi 85 tuổi không đi lại được',
    'me toi 92 tuoi roi',
    'việc này gấp lắm cháu ơi',
    'Cần gấp ạ',
    'mai là hết hạn nộp rồi',
    'hạn chót hôm nay',
    'dang bi lua chuyen tien cuu voi',
    'khẩn cấp',
  ])('is recognised in: %s', (text) => {
    expect(saysUrgent(text)).toBe(true);
  });

  it.each([
    'cho tôi gặp cán bộ',
    'can gap can bo',
    'cần gặp ai để làm căn cước',
    'cháu 14 tuổi làm căn cước được chưa',
    'tôi 60 tuổi',
    'số tiền gấp đôi',
    'hạn của thẻ là bao lâu',
    'bao giờ thì hết hạn',
  ])('is not guessed from: %s', (text) => {
    expect(saysUrgent(text)).toBe(false);
  });
});
