import { saysDanger, saysFear } from '../../../src/nlu/phrases/danger.ts';

describe('danger', () => {
  it.each([
    ['tôi không muốn sống nữa', 'self-harm'],
    ['chan qua muon chet cho xong', 'self-harm'],
    ['con em định tự tử', 'self-harm'],
    ['toi dinh tu tu', 'self-harm'],
    ['không thiết sống nữa', 'self-harm'],
    ['sống làm gì nữa', 'self-harm'],
    ['song lam gi nua cho kho', 'self-harm'],
    ['già rồi, sống để làm gì?', 'self-harm'],
    ['sống cũng chẳng để làm gì', 'self-harm'],
    ['chết quách cho xong', 'self-harm'],
    ['em chỉ muốn tự vẫn cho xong', 'self-harm'],
    ['chau dinh tu sat', 'self-harm'],
    ['chồng đánh tôi suốt', 'violence'],
    ['chồng tôi đánh tôi', 'violence'],
    ['chong em lai danh em', 'violence'],
    ['em bi chong danh', 'violence'],
    ['có người dọa giết nhà tôi', 'violence'],
    ['trẻ bị bạo hành thì báo ai', 'violence'],
    ['co nguoi dot nhap nha toi', 'violence'],
    ['hàng xóm đánh nhau chảy máu', 'violence'],
    ['nó cầm dao doạ cả nhà', 'violence'],
    ['con trai bao hanh me gia', 'violence'],
    ['chồng em say lại đánh em, em sợ lắm', 'violence'],
    ['chong e bop co e, e phai lam sao', 'violence'],
    ['Chồng tôi uống rượu vào là tát tôi túi bụi', 'violence'],
    ['ông ấy vừa dúi đầu tôi vào tường', 'violence'],
    ['chồng khóa cửa nhốt em trong nhà không cho đi đâu', 'violence'],
    ['con gái em 13 tuổi bị ông hàng xóm sờ soạng', 'violence'],
    ['bố dượng hay sang phòng cháu ban đêm, cháu sợ', 'violence'],
    ['em bi lam nhuc', 'violence'],
    ['con trai tôi nghiện đập phá nhà cửa đòi tiền', 'violence'],
    ['bà chả thiết sống nữa', 'self-harm'],
    ['em chẳng thiết gì nữa', 'self-harm'],
    ['em muốn nhảy xuống sông', 'self-harm'],
    ['bị bạo hành mấy năm nay', 'violence'],
    ['ong nha toi danh toi, toi so lam', 'violence'],
    ['lão chồng lại đánh con', 'violence'],
    ['thang con trai hay danh me', 'violence'],
    ['con no bao hanh bo me', 'violence'],
    ['tôi chán sống lắm rồi', 'self-harm'],
    ['toi chan song roi', 'self-harm'],
    ['khổ muốn chết đi cho xong', 'self-harm'],
  ])('is heard in: %s', (text, danger) => {
    expect(saysDanger(text)).toBe(danger);
  });

  it.each([
    'bác làm từ từ đã',
    'lam tu tu thoi chau',
    'tu tu da',
    'tư vấn giúp em thủ tục',
    'can tu van phap luat',
    'em muon tu van ve the bao hiem',
    'toi can tu van vien',
    'tủ sắt đựng hồ sơ mua ở đâu',
    'đánh giá hồ sơ ở đâu',
    'bị đánh mất thẻ',
    'khai tử cho bố',
    'máy mất sóng làm gì bây giờ',
    'chồng tôi đánh mất thẻ',
    'đang sinh sống làm giấy tạm trú',
    'nhà tôi sống làm gì ra tiền mà đóng',
    'thuốc trừ sâu bán ở đâu',
    'bị lừa mất tiền',
    'bị đột nhập tài khoản facebook',
    'con dao này mua ở đâu',
    'cục phát wifi bị mưa hắt chết, còn bảo hành không',
    'dien thoai het bao hanh roi',
    'bao hanh may thang',
    'hang rao chan song gay 20m, tre con hay choi',
    'máy chặn sóng ở phòng thi',
    'khách trả hàng hoài, lỗ muốn chết',
    'mèo nhà lão bị đánh bả thì ai phân xử',
    'lên tiktok nhảy nhót tôi chịu',
    'xin phép nuôi nhốt ba con nhím',
    'thằng hàng xóm đắp bờ ao lấn sang nhà tôi',
    'gui hinh o ga ma bi danh truot',
    'chồng suốt ngày rượu chè chẳng thiết gì vợ con',
    'may bom bao hanh tot khong',
    'hồ sơ có sai sót',
    'anh đánh máy giúp em tờ khai',
    'ông đánh cờ với bố tôi',
    'con đánh mất thẻ của mẹ',
    'cho meo bi danh ba chet',
  ])('is not heard in: %s', (text) => {
    expect(saysDanger(text)).toBeUndefined();
  });
});

describe('fear, after danger was spoken of', () => {
  it.each(['tôi sợ lắm', 'toi so qua', 'mệt mỏi quá rồi', 'không biết làm sao'])(
    'is heard in: %s',
    (text) => {
      expect(saysFear(text)).toBe(true);
    },
  );

  it.each(['nộp hồ sơ qua mạng', 'ho so qua buu dien', 'làm căn cước ở đâu'])(
    'is not heard in: %s',
    (text) => {
      expect(saysFear(text)).toBe(false);
    },
  );
});
