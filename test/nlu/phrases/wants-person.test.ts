import { asksForPerson } from '../../../src/nlu/phrases/wants-person.ts';

describe('a request for a person', () => {
  it.each([
    'cho tôi gặp cán bộ',
    'tôi ở thôn Bến Mỏng, cho tôi gặp cán bộ',
    'GAP CAN BO',
    'em muốn gặp cán bộ ạ',
    'xin cho bác nói chuyện với người thật',
    'lằng nhằng quá, cho gặp nhân viên đi',
    'muon noi chuyen truc tiep voi can bo',
    'đề nghị cho tôi gặp cán bộ phụ trách',
    'tôi có cái việc này dài lắm nói mãi không ai hiểu nên là thôi, cho tôi gặp cán bộ',
    'tui o thon doi dung, chu ky so cua tui het han, cho gap can bo huong dan voi',
    'thon doi dung, xin gap can bo: dang ky tam tru cho tho xay lam the nao',
    'muốn hỏi trợ cấp người già. Cho tôi gặp cán bộ thôn',
    'Tôi muốn gặp người của tổ ở thôn Đồi Dùng',
    'cho em gap nguoi trong to cong nghe so',
  ])('is recognised: %s', (text) => {
    expect(asksForPerson(text)).toBe(true);
  });

  it.each([
    'gặp cán bộ xã phải hẹn trước không',
    'muốn gặp người của tổ ở thôn nào',
    'muốn gặp người của tổ thì hỏi ai',
    'muốn gặp cán bộ tư pháp thì đến phòng nào',
    'gặp cán bộ mất bao nhiêu tiền',
    'hôm qua tôi gặp cán bộ rồi',
    'cán bộ hẹn gặp tôi',
    'muốn gặp cán bộ để hỏi về đất thì đến ngày nào',
    'làm sổ đỏ ở đâu',
  ])('is not found: %s', (text) => {
    expect(asksForPerson(text)).toBe(false);
  });
});
