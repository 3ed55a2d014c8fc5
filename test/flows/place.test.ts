import { useResident } from '../helpers/use-resident.ts';

const resident = useResident();
const { says } = resident;
const home = async () => {
  const { placeId, village } = await resident.state();
  return [placeId, village];
};

describe('telling where one lives', () => {
  it('is stored and repeated with the former unit', async () => {
    const reply = await says('bác ở thôn Đục Khê');
    expect(reply.text).toContain('bác ở thôn Đục Khê, xã Hương Sơn (trước 1/7/2025 là xã Hương Sơn cũ)');
    expect(await home()).toEqual(['xa-cu-huong-son', 'Đục Khê']);
  });

  it('works without diacritics, and assumes no form of address', async () => {
    const reply = await says('toi o xa an my');
    expect(reply.text).toContain('đã ghi: xã Hồng Sơn (trước 1/7/2025 là xã An Mỹ cũ)');
    expect(await home()).toEqual(['xa-cu-an-my', undefined]);
  });

  it.each([
    ['tôi chuyển sang Đại Hưng rồi', 'xa-cu-dai-hung'],
    ['không phải, tôi ở An Phú', 'xa-cu-an-phu'],
    ['nhầm, An Phú', 'xa-cu-an-phu'],
    ['không phải An Mỹ mà là Lê Thanh', 'xa-cu-le-thanh'],
  ])('is changed by: %s', async (text, placeId) => {
    await says('tôi ở An Mỹ');
    await says(text);
    expect(await home()).toEqual([placeId, undefined]);
  });

  it('is stored when mentioned in passing, and the question is answered', async () => {
    const reply = await says('tôi ở thôn Phù Yên, làm khai sinh cho con cần giấy gì');
    expect(reply.text).not.toContain('Phù Yên');
    expect(await home()).toEqual(['xa-cu-phuc-lam', 'Phù Yên']);
  });

  it('does not apply to the home of a relative', async () => {
    await says('mẹ tôi ở An Mỹ thì làm khai sinh ở đâu');
    expect(await home()).toEqual([undefined, undefined]);
  });

  it('keeps a current commune with the name of an old one as itself', async () => {
    const reply = await says('nhà em ở Hồng Sơn ạ');
    expect(reply.text).toContain('xã Hồng Sơn');
    expect(reply.text).not.toContain('cũ');
    expect(await home()).toEqual(['xa-hong-son', undefined]);
  });

  it('confirms a village that nobody has confirmed to us', async () => {
    const reply = await says('tôi ở thôn Đoan Nữ');
    expect(reply).toMatchObject({
      text: expect.stringContaining('Có phải thôn Đoan Nữ, xã Hồng Sơn (trước 1/7/2025 là xã An Mỹ cũ)'),
      buttons: ['Đúng rồi', 'Nơi khác'],
    });
    expect(await home()).toEqual([undefined, undefined]);
    await says('#Đúng rồi');
    expect(await home()).toEqual(['xa-cu-an-my', 'Đoan Nữ']);
  });
});

describe('a name of several places', () => {
  it('is asked back with buttons, and the tapped one is stored', async () => {
    const reply = await says('toi o phu yen');
    expect(reply.text).toContain('gần giống "phu yen"');
    expect(reply.buttons).toEqual(['Phú Yên (Hương Sơn)', 'Phù Yên (Phúc Sơn)']);
    expect((await says('Phù Yên (Phúc Sơn)')).text).toContain('thôn Phù Yên, xã Phúc Sơn');
    expect(await home()).toEqual(['xa-cu-phuc-lam', 'Phù Yên']);
  });

  it.each(['Phú Yên', 'xã hương sơn', '1'])('is chosen by typing %s', async (text) => {
    await says('toi o phu yen');
    await says(text);
    expect(await home()).toEqual(['xa-cu-huong-son', 'Phú Yên']);
  });

  it('asks which current commune the former district means', async () => {
    const reply = await says('tôi ở Mỹ Đức');
    expect(reply.text).toContain('Tên huyện cũ và tên xã mới');
    expect(reply.buttons).toEqual(['Xã Mỹ Đức', 'Xã Hồng Sơn', 'Xã Phúc Sơn', 'Xã Hương Sơn']);
    await says('hợp thanh');
    expect(await home()).toEqual(['xa-cu-hop-thanh', undefined]);
  });

  it('asks about a typing error instead of guessing', async () => {
    const reply = await says('tôi ở thôn đúc khê');
    expect(reply.text).toContain('Có phải thôn Đục Khê, xã Hương Sơn');
    await says('đúng rồi');
    expect(await home()).toEqual(['xa-cu-huong-son', 'Đục Khê']);
  });
});

describe('an unknown village', () => {
  it('is stored as typed, and the bot asks for its commune', async () => {
    const reply = await says('em ở thôn Bãi Giữa');
    expect(reply.text).toContain('"Bãi Giữa"');
    expect(reply.buttons).toHaveLength(4);
    expect(await home()).toEqual([undefined, 'Bãi Giữa']);
    expect((await says('xã tuy lai cũ')).text).toContain(
      'thôn Bãi Giữa, xã Phúc Sơn (trước 1/7/2025 là xã Tuy Lai cũ)',
    );
    expect(await home()).toEqual(['xa-cu-tuy-lai', 'Bãi Giữa']);
  });

  it('is stored with the commune if both are given', async () => {
    await says('Tôi ở thôn Bãi Giữa, xã Xuy Xá, Mỹ Đức, Hà Nội');
    expect(await home()).toEqual(['xa-cu-xuy-xa', 'Bãi Giữa']);
  });

  it('does not stop the bot from answering another question', async () => {
    await says('em ở thôn Bãi Giữa');
    const reply = await says('làm giấy khai sinh cho con cần những gì');
    expect(reply.text).not.toContain('Bãi Giữa');
    expect(await home()).toEqual([undefined, 'Bãi Giữa']);
  });
});

describe('asking where a place belongs now', () => {
  it.each([
    ['an mỹ bây giờ là xã gì', 'Xã An Mỹ cũ: từ 1/7/2025 thuộc xã Hồng Sơn ạ.'],
    ['thon duc khe gio thuoc xa nao', 'Thôn Đục Khê (xã Hương Sơn cũ): từ 1/7/2025 thuộc xã Hương Sơn ạ.'],
    ['thôn Lai Tảo giờ thuộc xã nào', 'nếu là thôn của xã Bột Xuyên cũ thì từ 1/7/2025 thuộc xã Phúc Sơn'],
    ['vạn kim nhập vào đâu', 'từ 1/1/2025 nhập vào xã Vạn Tín, từ 1/7/2025 thuộc xã Hương Sơn'],
    ['Đại Nghĩa giờ về đâu', 'Thị trấn Đại Nghĩa cũ: từ 1/7/2025 thuộc xã Mỹ Đức ạ.'],
    ['hồng sơn nay là xã nào', 'Xã Hồng Sơn cũ: từ 1/7/2025 nằm trong xã Hồng Sơn mới'],
    ['Phúc Sơn là xã nào', 'Xã Phúc Sơn là tên dùng từ 1/7/2025, gồm các nơi cũ: Mỹ Xuyên, '],
  ])('%s', async (text, expected) => {
    expect((await says(text)).text).toContain(expected);
    expect(await home()).toEqual([undefined, undefined]);
  });

  it('stores a place if the resident lives there, and uses it later', async () => {
    expect((await says('nhà em ở tế tiêu nay là xã nào')).text).toContain('thuộc xã Mỹ Đức');
    expect(await home()).toEqual(['thi-tran-dai-nghia', undefined]);
    expect((await says('giờ tôi thuộc xã nào')).text).toContain('thuộc xã Mỹ Đức');
  });

  it('answers the bare name of a place, and learns by a tap that the resident lives there', async () => {
    const reply = await says('An Tiến');
    expect(reply.text).toContain('thuộc xã Hương Sơn');
    expect(reply.buttons).toContain('Tôi ở đây');
    await says('#Tôi ở đây');
    expect(await home()).toEqual(['xa-cu-an-tien', undefined]);
  });

  it('gets the general answer if no place is named or known', async () => {
    const reply = await says('bây giờ tôi thuộc xã nào');
    expect(reply.text).not.toContain('Tôi ở đây');
    expect(reply.text).toContain('4 xã');
  });
});

describe('the question where one lives', () => {
  it.each([
    ['hội xá', ['xa-cu-huong-son', 'Hội Xá']],
    ['dạ thôn vài ạ', [undefined, undefined]],
    ['Bãi Giữa', [undefined, 'Bãi Giữa']],
    ['không nhớ', [undefined, undefined]],
  ])('accepts %s as an answer, or ignores it', async (text, expected) => {
    expect((await says('sửa lại thôn giúp tôi')).text).toContain('thôn nào, xã nào');
    await says(text);
    expect(await home()).toEqual(expected);
  });

  it('expires after half an hour', async () => {
    await says('sửa lại thôn giúp tôi');
    resident.advance(31 * 60_000);
    await says('hội xá');
    expect(await home()).toEqual([undefined, undefined]);
  });

  it('first gives the stored place', async () => {
    await says('tôi ở An Mỹ');
    expect((await says('ghi nhầm thôn của tôi rồi')).text).toContain('Đang ghi là xã Hồng Sơn');
  });
});
