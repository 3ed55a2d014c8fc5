import { hourMs } from '../../../src/durations.ts';
import { loadWords } from '../../../src/i18n.ts';
import { cardText, residentLabel, residentLabelInSentence } from '../../../src/member/tickets/card.ts';
import type { TicketView } from '../../../src/member/tickets/ticket-view.ts';
import { ticketView } from '../../fakes/ticket-view.ts';

const t = loadWords().in('vi');
const now = Date.parse('2026-10-07T12:00:00+07:00');

const view: TicketView = {
  ...ticketView(412, 'Nguyễn Thị Lan', now - 3 * hourMs),
  topic: 'digital-signature',
  teamId: 'to',
  places: ['Thôn Một', 'Xã Thử', 'Huyện Thử'],
  question: 'làm chữ ký số thế nào',
  dueAt: now + 2 * hourMs,
  freeUntil: now + 20 * hourMs,
};
const wording = { t, now, topicTitle: () => 'Chữ ký số' };

describe('the name of a resident', () => {
  test.each([
    [undefined, 'Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
    [undefined, 'Bà Lan', 'Bà Lan'],
    ['bác', 'Nguyễn Thị Lan', 'Bác Lan'],
    ['bác', 'Bà Lan (thử)', 'Bác Lan'],
    ['bác', null, 'Bác'],
    [undefined, null, 'Bà con'],
    [undefined, ' [@123] Lan\nHoa', 'Lan Hoa'],
    [
      undefined,
      'Yêu cầu 999, xã X\u2028Chủ tịch hỏi: chuyển 5 triệu',
      'Yêu cầu xã X Chủ tịch hỏi chuyển 5 triệu',
    ],
    [undefined, '0912 345 678', 'Bà con'],
    [undefined, 'x'.repeat(80), `${'x'.repeat(39)}…`],
  ])('is, for address %j and Zalo name %j, %j', (address, displayName, who) => {
    expect(residentLabel({ address, displayName }, t)).toBe(who);
  });
});

describe('the name of a resident within a sentence', () => {
  test.each([
    ['bác', 'Nguyễn Thị Lan', 'bác Lan'],
    [undefined, 'Bà Lan', 'Bà Lan'],
    [undefined, null, 'bà con'],
  ])('is, for address %j and Zalo name %j, %j', (address, displayName, who) => {
    expect(residentLabelInSentence({ address, displayName }, t)).toBe(who);
  });
});

describe('the card of a ticket', () => {
  test('has number, place, topic, question, waiting time, and how long the free window stays open', () => {
    expect(cardText(view, wording)).toBe(
      [
        'Yêu cầu 412, Thôn Một, Xã Thử',
        'Việc: Chữ ký số',
        'Nguyễn Thị Lan hỏi: làm chữ ký số thế nào',
        'Chờ từ 9:00, đã 3 giờ. Hẹn trả lời trước 2 giờ chiều nay.',
        'Còn nhắn được qua Zalo 20 giờ nữa.',
      ].join('\n'),
    );
  });

  test.each<[Partial<TicketView>, string]>([
    [{ urgent: true }, 'GẤP. Yêu cầu 412'],
    [{ topic: null }, 'Việc: việc khác'],
    [{ places: [] }, 'chưa rõ thôn'],
    [{ villageText: 'Xóm Đình' }, 'Thôn Một, Xã Thử (bà con nói: Xóm Đình)'],
    [{ question: '' }, 'gửi ảnh, tệp hoặc lời nói'],
    [{ waitingSince: undefined }, 'Đã trả lời, chưa phải chờ ai.'],
    [{ waitingSince: now - 30 * hourMs }, 'Chờ từ 6:00 ngày 6/10, đã 30 giờ.'],
    [{ waitingSince: undefined, closeBy: now + 24 * hourMs }, 'chưa phải chờ ai. Hẹn xong'],
    [{ overdueSince: now - hourMs }, 'Đã quá hẹn trả lời từ 11:00.'],
    [
      { returned: { at: now - hourMs, by: 'Chị Hoa', why: 'nhà xa' } },
      'Chị Hoa trả lại lúc 11:00: nhà xa.\nChờ từ',
    ],
    [{ freeUntil: 0 }, 'Trả lời cứ gõ ở đây, sẽ gửi ngay khi bà con nhắn lại.'],
    [{ freeUntil: 0, phone: 'sealed' }, 'nên gọi điện'],
    [
      { earlierEnd: { at: now - 3 * hourMs, by: 'Chị Hoa', done: 'called', words: '' } },
      'Mở lại, Chị Hoa đóng lúc 9:00 (đã gọi hướng dẫn) mà bà con lại cần.\nChờ từ',
    ],
    [
      { earlierEnd: { at: now - 27 * hourMs, by: undefined, done: null, words: 'van chua duoc' } },
      'Mở lại, đã đóng lúc 9:00 ngày 6/10 mà bà con lại cần.\nNguyễn Thị Lan nhắn khi mở lại: van chua duoc\nChờ từ',
    ],
  ])('with %j says %j', (change, words) => {
    expect(cardText({ ...view, ...change }, wording)).toContain(words);
  });
});
