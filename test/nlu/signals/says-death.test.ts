import { saysDeath } from '../../../src/nlu/signals/grief/says-death.ts';

describe('the death of a relative', () => {
  it.each([
    'bố em vừa mất',
    'Bố em vừa mất, làm giấy khai tử thế nào ạ',
    'me chau mat hom qua gio lam thu tuc gi',
    'ông cụ nhà bác mới mất hôm qua, phải làm giấy tờ gì',
    'nhà có ông nội mất sáng nay',
    'nha em ba ngoai moi mat',
    'chồng tôi qua đời rồi, tiền tuất hỏi ai',
    'cán bộ ơi mẹ tôi mất rồi',
    'con trai tôi mất ở bệnh viện',
    'tôi vừa mất bố',
    'vì bố tôi đã mất nên tôi đi làm thay',
  ])('is recognised in: %s', (text) => {
    expect(saysDeath(text)).toBe(true);
  });

  it.each([
    'em mất thẻ căn cước rồi',
    'thẻ của bố em mất rồi',
    'sim bo em mat roi',
    'bố em vừa mất điện thoại',
    'me toi mat can cuoc hom qua',
    'vợ tôi vừa mất việc',
    'con mất giấy khai sinh rồi thì sao',
    'em mất rồi làm lại được không',
    'làm giấy khai tử ở đâu',
    'mat bao lau thi xong',
    'chị mất bao nhiêu tiền',
    'tôi bị mất sổ đỏ của bố',
    'ong ba mat suc lao dong',
  ])('is not confused with a loss in: %s', (text) => {
    expect(saysDeath(text)).toBe(false);
  });
});
