import { readDoForMe } from '../../../src/nlu/phrases/do-for-me.ts';

describe('a wish that the bot does something for the resident', () => {
  it.each([
    'đăng ký giúp em khai sinh cho bé với',
    'dang ky giup em khai sinh voi',
    'dky giup e ks vs',
    'nộp hộ em cái này',
    'nop ho bac to khai thue',
    'chú mắt kém, cháu làm hộ chú cái giấy xác nhận cư trú nhé',
    'cháu nhập giùm bác vneid với',
    'Nộp dùm tui cái đơn nghen',
    'khai thay tôi tờ khai thuế quý này nhé',
    'quý này cô bán được 83 triệu, cháu khai thuế luôn cho cô đi',
    'các anh ghi tên tôi vào danh sách mừng thọ cho tôi với',
    'e nộp nhầm hồ sơ, huỷ giúp e cái hồ sơ hôm qua nhé',
    'viết hộ cô cái đơn',
    'cô ơi đăng nhập hộ bác vào VNeID thật đi',
    'gia hạn thẻ bảo hiểm y tế giúp em nha',
    'làm ơn xoá hộ mình tài khoản ihanoi',
    'nhờ cán bộ nộp hồ sơ giúp tôi',
    'đóng hộ bà tiền điện tháng này nhé',
    'làm hộ em được không ạ',
    'ra lấy giúp bác cái giấy người ta hẹn hôm nay với',
    'ddawng kys giups em khai sinh',
  ])('is something to do: %s', (text) => {
    expect(readDoForMe(text)?.kind).toBe('act');
  });

  it.each([
    'đặt lịch hộ bác làm căn cước mai',
    'ad đặt lịch đky kết hôn giúp e sáng t6 tuần này vs',
    'dat lich giup em di lam can cuoc nhe',
    'lấy số giúp chị sáng mai ra một cửa với',
    'hẹn giúp chú lịch gặp địa chính',
  ])('is an appointment: %s', (text) => {
    expect(readDoForMe(text)?.kind).toBe('book');
  });

  it.each([
    'tra hộ cô xem hồ sơ H26.123-250909-0042 đến đâu',
    'check giúp a biển 30K-111.57 có dính lỗi nào k',
    'Kiểm tra giúp tôi hồ sơ đã xong chưa',
    'kiem tra ho em xem the bhyt con han ko',
    'xem hộ bác hồ sơ đến đâu rồi',
    'tra cứu nợ thuế giúp em với',
    'kiểm tra giùm tôi đóng đến năm nào rồi',
    'ad vào xem hộ mk nợ bn thuế',
  ])('is something to look up: %s', (text) => {
    expect(readDoForMe(text)?.kind).toBe('look-up');
  });

  it.each(['Can you book an appointment for me?', 'please book me a slot for the ID card'])(
    'is an appointment in English: %s',
    (text) => {
      expect(readDoForMe(text)?.kind).toBe('book');
    },
  );

  it.each(['please register the birth for me', 'could you file my tax return for me'])(
    'is something to do in English: %s',
    (text) => {
      expect(readDoForMe(text)?.kind).toBe('act');
    },
  );

  it.each(['can you check my dossier for me', 'look up my application for me please'])(
    'is something to look up in English: %s',
    (text) => {
      expect(readDoForMe(text)?.kind).toBe('look-up');
    },
  );

  it.each([
    ['cháu làm hộ chú cái giấy xác nhận cư trú nhé', 'chu'],
    ['khai thuế luôn cho cô đi', 'co'],
    ['nop ho bac to khai thue', 'bac'],
    ['nộp hộ cái này nhé', undefined],
  ])('tells who speaks: %s', (text, speaker) => {
    expect(readDoForMe(text)?.speaker).toBe(speaker);
  });

  it.each([
    'tra giúp em giờ làm việc của xã',
    'xem giúp tôi số điện thoại công an',
    'kiếm giùm tui người thiệt nói chuyện đi',
    'ký hộ chữ ký số có bị phạt không',
    'làm tình nguyện viên giúp bà con công nghệ',
    'nop online thay ong ba duoc khong',
    'dien thoai chau noi mo ra thay ba o xa khac',
    'dong dien qua momo chi giup co voi',
    'tra tren may thay co mot cong ty o Hai Duong',
    'cháu nộp giúp bà trên cổng thấy hiện 0đ',
    'lấy lại thẻ hộ ông nằm viện có được không',
    'đăng ký tạm trú hộ người thuê nhà',
    'chỉ giúp em cách nộp',
    'cho em hỏi giúp cái này với',
    'hướng dẫn giúp bác làm căn cước với',
    'giải thích hộ cô chữ ký số là gì',
    'Cháu làm ơn chỉ giùm bác cách làm hộ chiếu',
    'con làm hộ mẹ được không',
    'con bác ký hộ bác được không',
    'ai làm hộ được',
    'ai nộp hộ tôi được',
    'nhờ người làm hộ có được không',
    'nhờ em dâu nộp hộ hồ sơ thì có cần giấy ủy quyền không',
    'e đi nộp hộ mấy bà già thì có cần giấy uỷ quyền k',
    'tôi muốn nộp hộ bà thì cần gì',
    'hôm qua thằng cháu nó làm hộ bác cái hồ sơ, bác xem ở đâu',
    'làm hộ chiếu online thế nào',
    'lam ho chieu cho con 3 tuoi voi',
    'đăng ký hộ kinh doanh',
    'dang ky ho kinh doanh qua mang',
    'nop ho so o dau',
    'nộp hồ sơ cô ạ',
    'nop ho co duoc khong',
    'tách hộ khẩu cho con với',
    'điền họ em vào đâu',
    'kiểm tra thấy tôi bị sai tên',
    'tra kết quả ở đâu cho em hỏi với',
    'Xem giúp em muốn tra quy hoạch thửa đất thì vào trang nào',
    'so sánh giúp em hai gói chữ ký số',
    'xin hộ nghèo thì làm thế nào',
    'nộp thuế đất thay cho bố mẹ được không',
    'giúp tôi với',
    'cứu giúp em với',
    'tổ công nghệ số có làm giúp bà không',
    'cán bộ làm giúp tôi rồi mà vẫn lỗi',
    'nhờ cháu làm hộ tôi rồi',
    'anh tôi ở nước ngoài, em nộp hộ anh được không',
    'vợ đăng ký giúp tôi từ tháng trước',
    'xa co lam ho em khong',
    'how do I register a birth for my son',
    'can my son file it for me',
    'is there an officer who can register for me',
  ])('is no such wish: %s', (text) => {
    expect(readDoForMe(text)).toBeUndefined();
  });
});
