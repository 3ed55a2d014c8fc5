import { addressOfSpeaker, detectAddress, tellsAddress } from '../../../src/nlu/phrases/form-of-address.ts';

describe('how residents are addressed', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['Bác muốn hỏi làm khai sinh cho cháu nội', 'bác', 'cháu'],
    ['cho bác hỏi tí', 'bác', 'cháu'],
    ['cháu ơi bà không biết bấm vào đâu', 'bà', 'cháu'],
    ['bà quên mật khẩu rồi', 'bà', 'cháu'],
    ['ong muon hoi the bao hiem', 'ông', 'cháu'],
    ['Ông già rồi mắt kém lắm', 'ông', 'cháu'],
    ['giúp cô với', 'cô', 'cháu'],
    ['cô đang bán hàng ở chợ', 'cô', 'cháu'],
    ['chú cần đăng ký tạm trú', 'chú', 'cháu'],
    ['dì muốn nộp thuế đất', 'dì', 'cháu'],
    ['cậu hỏi cái này', 'cậu', 'cháu'],
    ['mợ chưa cài được', 'mợ', 'cháu'],
    ['anh hỏi tí', 'anh', 'em'],
    ['Chị quên mk etax rồi', 'chị', 'em'],
    ['chi muon hoi ihanoi', 'chị', 'em'],
    ['hướng dẫn anh với', 'anh', 'em'],
    ['em muốn đăng ký kết hôn', 'bạn', 'mình'],
    ['cho em hỏi ạ', 'bạn', 'mình'],
    ['con cần làm căn cước', 'bạn', 'mình'],
    ['cho cháu hỏi với ạ', 'bạn', 'mình'],
    ['mình bị mất sim', 'bạn', 'mình'],
    ['tớ không đăng nhập được', 'bạn', 'mình'],
    ['gọi tôi là bác', 'bác', 'cháu'],
    ['goi toi la chi nhe', 'chị', 'em'],
    ['kêu tui bằng chú', 'chú', 'cháu'],
    ['đăng ký tạm trú thế nào', undefined, undefined],
    ['chào chị ạ', undefined, undefined],
    ['anh ơi', undefined, undefined],
    ['tôi muốn hỏi thuế đất', undefined, undefined],
    ['làm căn cước cho con bao nhiêu tiền', undefined, undefined],
    ['chữ ký số', undefined, undefined],
    ['mẹ em bị mất thẻ', undefined, undefined],
    ['làm thẻ bhyt cho bà', undefined, undefined],
    ['', undefined, undefined],
  ])('%j', (text, you, me) => {
    expect(detectAddress(text)).toEqual(you === undefined ? undefined : { you, me });
  });

  it('recognises an explicit form of address', () => {
    expect(tellsAddress('gọi tôi là bác')).toBe(true);
    expect(tellsAddress('bác muốn hỏi')).toBe(false);
  });
});

describe('a word that surely means the resident', () => {
  it.each([
    ['co', 'cô', 'cháu'],
    ['anh', 'anh', 'em'],
    ['em', 'bạn', 'mình'],
  ])('%s gives their form of address', (speaker, you, me) => {
    expect(addressOfSpeaker(speaker)).toEqual({ you, me });
  });

  it.each(['toi', ''])('"%s" tells none', (speaker) => {
    expect(addressOfSpeaker(speaker)).toBeUndefined();
  });
});
