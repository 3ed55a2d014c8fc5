import { createComplainsOfService } from '../../../src/nlu/phrases/bad-service.ts';

const complainsOfService = createComplainsOfService(['VNeID', 'eTax', 'e-tax']);

describe('a complaint about how the resident was served', () => {
  it.each([
    'đi 3 lần rồi mà vẫn bảo thiếu giấy',
    'toi di 4 lan roi van bao thieu giay',
    'Đi lại 3 lần rồi, lần nào ra cũng bảo thiếu thêm 1 tờ',
    'lên xã mấy bận rồi mà chưa xong cái giấy khai sinh',
    'bắt dân đi lại mãi vì mỗi tờ giấy',
    'chạy đi chạy lại cả tuần không xong',
    'hết chỗ này đến chỗ khác, đùn đẩy nhau',
    'ra xã thì bảo lên phường, lên phường lại bảo về xã, đá bóng à',
    'hỏi ai cũng bảo không phải việc mình',
    'lần nào cũng hẹn mai quay lại',
  ])('is of being sent back and forth: %s', (text) => {
    expect(complainsOfService(text)).toBe(true);
  });

  it.each([
    'làm ăn kiểu gì mà chờ cả tháng',
    'lam an kieu gi ma cho ca thang',
    'chờ dài cổ mà chưa thấy sổ đỏ đâu',
    'nộp hồ sơ cả tháng nay chẳng thấy ai trả lời, quá chậm',
    'sao làm lâu thế, chậm như rùa',
    'lm cc j mà 2 tháng trời k xong, chán vs xã',
    'ngâm hồ sơ của tôi mấy tháng trời',
    'gọi mấy cuộc chả ai nghe máy',
  ])('is of waiting: %s', (text) => {
    expect(complainsOfService(text)).toBe(true);
  });

  it.each([
    'chị ở quầy nói trống không, thái độ khó chịu',
    'cô ở một cửa cau có, hỏi thì quát',
    'hỏi thì gắt gỏng với dân',
    'đến nơi không ai thèm tiếp',
  ])('is of rudeness: %s', (text) => {
    expect(complainsOfService(text)).toBe(true);
  });

  it.each([
    'app vneid lỗi suốt, bực cả mình',
    'cai app gi ma loi hoai',
    'phần mềm như hạch, vào toàn văng ra',
    'trang dịch vụ công lúc nào cũng quay vòng vòng',
    'etax cứ vào là lỗi, chán không buồn nói',
  ])('is of an app: %s', (text) => {
    expect(complainsOfService(text)).toBe(true);
  });

  it.each(['I have been there three times and they still say a paper is missing', 'this app never works'])(
    'is recognised in English: %s',
    (text) => {
      expect(complainsOfService(text)).toBe(true);
    },
  );

  it.each([
    'nop ho so tren mang 4 ngay r van dang xu ly',
    'hồ sơ nộp 15 ngày rồi chưa có kết quả',
    'chờ bao lâu thì có thẻ',
    'lịch tiêm phòng chó dại có đăng ihanoi không',
    'công ty không làm ăn gì, muốn xoá thì làm sao',
    'nop khai sinh 4 hom roi chua thay giay',
    'mấy anh em cứ đùn đẩy nhau',
    'dang ky thuong tru ve nha cau co mien tien ko',
    'làm căn cước phải đi mấy lần',
    'đi lại khó khăn thì ai đến nhà làm',
    'bà đi lại không được',
    'tiêm đủ 3 lần rồi thì có sổ không',
    'app vneid báo lỗi 500',
    'ihanoi bị lỗi không vào được thì làm sao',
    'làm ăn buôn bán thì đăng ký ở đâu',
    'khiếu nại cán bộ ở đâu',
    'làm lần đầu cần giấy gì',
    'chậm nộp thuế bị phạt bao nhiêu',
    'đăng ký khai sinh chậm có bị phạt không',
    'bực mình với hàng xóm hát karaoke',
    'chờ cả tháng nữa thì có muộn không',
    'gửi phản ánh 3 lần rồi thì xem ở đâu',
    'cán bộ nhiệt tình lắm, đi có 1 lần là xong',
    'thẻ hết hạn mấy tháng rồi thì làm ở đâu',
    'how many times do I have to go there',
  ])('is not found in: %s', (text) => {
    expect(complainsOfService(text)).toBe(false);
  });
});
