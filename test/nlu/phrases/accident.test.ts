import { saysAccident } from '../../../src/nlu/phrases/accident.ts';

describe('an accident', () => {
  it.each([
    ['cháy nhà rồi', 'fire'],
    ['chay nha roi cuu voi', 'fire'],
    ['nha hang xom dang chay to', 'fire'],
    ['bếp ga nhà em bốc cháy', 'fire'],
    ['chập điện cháy kho rơm nhà bên, lửa lan rồi', 'fire'],
    ['ro gas trong bep', 'fire'],
    ['có người đuối nước', 'rescue'],
    ['chau be roi xuong ao', 'rescue'],
    ['thuyền lật ở suối Yến', 'rescue'],
    ['tường đổ đè vào người, có người kẹt trong nhà', 'rescue'],
    ['dây điện đứt rơi xuống đường', 'rescue'],
    ['bị rắn cắn', 'medical'],
    ['bi ran ho mang can', 'medical'],
    ['bố tôi ngất xỉu', 'medical'],
    ['bo toi ngat', 'medical'],
    ['ông ấy không thở', 'medical'],
    ['vợ tôi đau ngực khó thở', 'medical'],
    ['mẹ em khó thở quá', 'medical'],
    ['con toi bi hoc xuong ca', 'medical'],
    ['bé tím tái rồi', 'medical'],
    ['vợ em vỡ ối rồi', 'medical'],
    ['nguoi bi dien giat', 'medical'],
    ['uong nham thuoc tru sau', 'medical'],
    ['tai nạn ngoài đường 21, chảy nhiều máu', 'medical'],
    ['ông đột quỵ méo miệng', 'medical'],
    ['nước ngập đến nóc nhà', 'disaster'],
    ['sạt lở đất vùi mất nhà', 'disaster'],
    ['vỡ đê rồi', 'disaster'],
    ['con gái tôi mất tích từ sáng', 'missing'],
    ['ba cu nha em di lac tu hoi trua', 'missing'],
    ['Mẹ tôi lẫn, đi lạc từ chiều chưa về', 'missing'],
    ['có đứa bé bị bỏ rơi trước cổng chùa', 'missing'],
    ['vợ em băng huyết sau sinh ở nhà', 'medical'],
    ['khói đen bốc lên ở chợ', 'fire'],
    ['bep ga xi mui khet qua', 'fire'],
  ])('is heard in: %s', (text, accident) => {
    expect(saysAccident(text)).toBe(accident);
    expect(saysAccident(text.normalize('NFD'))).toBe(accident);
    expect(saysAccident(text.toUpperCase())).toBe(accident);
  });

  it.each([
    'nhà tôi đang chạy thủ tục',
    'xe đang chạy thì hết xăng',
    'nuoc chay vao nha',
    'cháy hàng rồi',
    'em có ý tưởng làm tour đạp xe đầm sen muốn góp',
    'cháy nhà mất khai sinh gốc, làm lại được không',
    'thẻ có con chip vàng của tôi rơi xuống sông',
    'bà lão ho ra đờm ba hôm nay',
    'bóng đèn ngõ nhà bà cháy ba tháng nay',
    'máy bơm cháy động cơ',
    'ba bi tai nan xe nam vien co duoc tro giup gi khong',
    'điện thoại rơi xuống ao',
    'mới bị cháy nhà năm ngoái, mất hết giấy tờ',
    'tai nạn lao động hưởng chế độ gì',
    'có người gọi bảo con tôi bị tai nạn',
    'đăng ký lớp phòng cháy chữa cháy',
    'đột quỵ mất thì vợ con được gì',
    'vợ ơi xem giúp cái này',
    'bộ hồ sơ để ở đâu để rồi mai lấy',
    'nop ho so o dau de nhanh',
    'chua vo de ket hon',
    'toi ran lam can cuoc',
    'wifi bị ngắt từ hôm bão',
    'nhà tôi ngắt điện thì hẹn lại hôm nào',
    'bị lừa chuyển khoản',
    'tuyên bố mất tích thì làm ở đâu',
    'giấy khai sinh bị thất lạc',
    'lạc trong danh sách liệt sĩ',
    'câu lạc bộ thơ của các cụ',
    'xe giao hàng cứ đi lạc',
    'chào mua lô đất nền',
    'app bị sập',
    'mo thay ran can danh con may',
    'con em suýt chết đuối mà gọi bốn chỗ đều đẩy nhau',
    'chong hon me, nop hs mang thay sao dc',
    'gãy tay phải không ký được, ký tay trái được không',
    'tai xe dam ba me em duoc tai ngoai, gia dinh muon khang cao',
    'máy bền của tôi rơi xuống hồ vớt lên vẫn sống mà nhà mạng tắt sóng',
  ])('is not heard in: %s', (text) => {
    expect(saysAccident(text)).toBeUndefined();
  });

  it('is not looked for in a long story', () => {
    expect(saysAccident(`cháy nhà rồi ${'a '.repeat(100)}`)).toBeUndefined();
  });
});
