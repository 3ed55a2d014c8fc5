import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** What a resident does, and what the answer must contain (text, buttons and links together). */
type Turn = [does: string, hears: RegExp];

/**
 * Each programme of the district, from a resident's first words to a useful end: a page, a place, a number,
 * the last step, or a person. A tap is written as `#` and the title of the button.
 */
const stories: Record<string, Turn[]> = {
  'online public services': [
    ['con toi muon nop giay to tren mang thi vao trang nao', /dichvucong\.gov\.vn/],
    ['#Từng bước một', /Bước 1\/3: Mở trang dichvucong\.gov\.vn/],
    ['#Tiếp', /Bước 2\/3: Đăng nhập bằng tài khoản VNeID/],
    ['#Tiếp', /Bước 3\/3: Tìm tên thủ tục/],
  ],
  iHanoi: [
    ['muon bao rac do bua bai tren ihanoi thi lam sao', /phản ánh hiện trường[\s\S]*113/],
    [
      'gửi r mà mãi ko thấy ai trả lời, bao lâu mới xong',
      /8 giờ làm việc[\s\S]*024\.1022|^Có phải[\s\S]*Bao lâu trả lời/,
    ],
  ],
  'digital signatures': [
    ['lam chu ky so tren dien thoai ntn', /Chứng thư chữ ký số/],
    ['có mất tiền ko', /100\.000 đồng[\s\S]*hỏi rõ phí/i],
  ],
  'eTax Mobile': [
    ['bác quên mk etax rồi', /chọn đăng nhập bằng VNeID/],
    ['the nop thue dat o thi bam vao dau', /chậm nhất 31\/10[\s\S]*Nộp thuế/],
  ],
  VNeID: [
    ['dien thoai moi cai lai vneid no bat kich hoat lai', /kích hoạt lại trên máy mới/],
    ['#Quên mật khẩu', /Quên mật khẩu/],
  ],
  'the health record': [
    ['sổ sức khoẻ điện tử mở ở đâu ạ', /Mở VNeID, đăng nhập/],
    ['#Đi khám mang gì', /mở VNeID trên máy của mình[\s\S]*thẻ căn cước/],
  ],
  'social benefits by account': [
    ['bà 76 tuổi không có lương hưu có được trợ cấp không', /Từ 75 tuổi[\s\S]*UBND xã/],
    ['nhan tien tro cap qua tai khoan ngan hang the nao', /"An sinh xã hội"[\s\S]*đứng tên chính mình/],
  ],
  'civil status online': [
    [
      'khai sinh cho chau o tren mang dc ko',
      /"Thủ tục hành chính"[\s\S]*mã hồ sơ|Nộp qua mạng được|nộp ở dichvucong\.gov\.vn/,
    ],
    ['mất bao lâu', /3 ngày làm việc|trong ngày làm việc/],
  ],
  residence: [
    ['e thue tro, dang ky tam tru ntn', /"Đăng ký tạm trú"/],
    ['#Lệ phí tạm trú', /Tại quầy: 15\.000 đồng. Trực tuyến: 7\.000 đồng/],
  ],
  land: [
    ['đất ông cụ để lại muốn sang tên cho con', /công chứng[\s\S]*điểm phục vụ hành chính công/],
    ['nop ho so sang ten o dau', /điểm phục vụ hành chính công|Văn phòng đăng ký đất đai/],
  ],
  'the one-stop shop': [
    ['mot cua xa lam viec may gio', /ttpvhcc\.hanoi\.gov\.vn[\s\S]*024\.1022/],
    ['#Lấy số, đặt lịch', /Đặt lịch/],
  ],
  'cashless payment': [
    ['ban rau o cho muon co ma qr de khach chuyen khoan', /VietQR/],
    ['#Chưa thấy tiền về', /ngân hàng/],
  ],
  'selling online': [
    ['muốn bán gà lên mạng bắt đầu từ đâu', /Shopee[\s\S]*tổ công nghệ số/],
    [
      'ban tren shopee co phai nop thue ko',
      /sàn trừ thuế từng đơn và nộp thay|sàn đã trừ thuế thì không phải khai lại/,
    ],
  ],
  traceability: [
    ['rau sạch nhà tôi muốn dán tem truy xuất', /Ra UBND xã[\s\S]*024\.1022/],
    ['#Tem ghi những gì', /Ghi ngày gieo[\s\S]*UBND xã/],
  ],
  'village wifi': [
    ['wifi nha van hoa thon con ko', /9\/2024[\s\S]*trưởng thôn/],
    ['#Chỗ nào có wifi', /Điểm phục vụ hành chính công[\s\S]*024\.1022/],
  ],
  'phones and SIM cards after 2G': [
    ['máy cục gạch 2g của ông mất sóng rồi', /16\/10\/2024[\s\S]*4G/],
    ['#Lắp SIM máy khác', /khuôn mặt/],
  ],
  'digital skills': [
    ['bác muốn học dùng điện thoại thông minh', /điểm phục vụ hành chính công/],
    ['#Lớp ở đâu, khi nào', /Hỏi trưởng thôn[\s\S]*UBND xã/],
  ],
  'community digital teams': [
    ['to cong nghe so cong dong o thon toi la ai', /Hỏi trưởng thôn/],
    ['#Gặp cán bộ', /yêu cầu \d+/],
  ],
  'citizen feedback': [
    ['muốn gửi đơn khiếu nại cán bộ xã thì gửi đâu', /Gửi UBND xã/],
    ['khieu nai voi to cao khac nhau the nao', /Gửi trên iHanoi hoặc gọi 1022[\s\S]*Phải làm đơn/],
  ],
  'the smart school': [
    ['so lien lac dien tu cua truong chau la gi, truong hoc thong minh co gi', /nhà trường/],
    ['gọi cho tôi', /yêu cầu \d+[\s\S]*số điện thoại/],
  ],
  'from household business to firm': [
    ['ho kinh doanh muon len doanh nghiep', /điểm phục vụ hành chính công[\s\S]*cơ quan thuế/],
    ['#Hỏi thuế ở đâu', /thuế cơ sở/],
  ],
  'the smart village': [
    ['thôn thông minh là làm gì', /9\/2024[\s\S]*trưởng thôn/],
    ['#Wifi nhà văn hóa', /trưởng thôn hoặc UBND xã/],
  ],
  'the hospital record': [
    ['bệnh án điện tử ở bệnh viện Mỹ Đức xem ở đâu', /sổ sức khỏe của VNeID/],
    ['#Mở sổ sức khỏe', /Mở VNeID/],
  ],
  'safety online': [
    ['co nguoi goi bao cong an bat cap nhat vneid cai app', /đừng làm theo[\s\S]*lừa đảo/],
    ['lỡ đọc mã otp cho nó rồi', /ngân hàng/],
    ['#Báo lừa đảo ở đâu', /công an xã/],
  ],
  'the new communes': [
    ['xã phù lưu tế cũ nay thuộc xã nào', /thuộc xã Mỹ Đức/],
    ['#Tôi ở đây', /đã ghi: xã Mỹ Đức/],
    ['tru so xa o dau', /Mỹ Đức: số 2 phố Đại Đồng[\s\S]*024\.1022/],
  ],
};

describe('every programme of the district, from the first words to a useful end', () => {
  let whole: WholeBot;
  beforeAll(async () => {
    whole = await startWholeBot();
  }, 60_000);
  afterAll(async () => {
    await whole.stop();
  });

  it.each(Object.entries(stories))('%s', async (_, turns) => {
    const resident = await whole.newResident();
    for (const [does, hears] of turns) {
      await (does.startsWith('#') ? resident.tap(does.slice(1)) : resident.write(does));
      expect([does, await answerTo(resident)]).toEqual([does, expect.stringMatching(hears)]);
    }
  });
});

/** All replies since then, with the buttons. */
async function answerTo(resident: Resident): Promise<string> {
  const news = await resident.news();
  return news.map(({ text, buttons }) => [text, ...buttons.map(({ title }) => title)].join('\n')).join('\n');
}
