import { readDeath } from '../../../src/nlu/signals/death.ts';

describe('a death that somebody tells', () => {
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
    'bà tôi mất sổ đỏ, ông nhà tôi mất rồi',
    'anh rể em bị tai nạn không qua khỏi',
  ])('is recent in: %s', (text) => {
    expect(readDeath(text)?.when).toBe('recent');
  });

  it.each([
    'bố tôi mất năm 1996, sổ đỏ vẫn tên bố',
    'ông nội em là liệt sĩ hy sinh năm 1972',
    'cụ ngoại mất thời kháng chiến',
    'em mồ côi từ bé',
  ])('is long ago in: %s', (text) => {
    expect(readDeath(text)?.when).toBe('long-ago');
  });

  it('has the person in the word that was used', () => {
    expect(readDeath('hôm qua ông nội em mất rồi')).toEqual({ who: 'ong noi em', when: 'recent' });
  });
});

describe('no death', () => {
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
    'ông nhà tôi mất sổ',
    'con mèo nhà em chết rồi',
    'nóng chết mất',
    'bà quét mặt mãi không được',
    'xã cũ có mất không',
  ])('is told in: %s', (text) => {
    expect(readDeath(text)).toBeUndefined();
  });
});

it('takes time in proportion to the length of a text', () => {
  const timeOf = (length: number) => {
    const text = 'bố em ở nhà không biết là ông nội em đi đâu '.repeat(length / 45);
    const start = performance.now();
    readDeath(text);
    return performance.now() - start;
  };
  timeOf(2000);
  expect(timeOf(16_000)).toBeLessThan(500);
});
