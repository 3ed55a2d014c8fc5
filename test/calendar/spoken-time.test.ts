import * as fc from 'fast-check';
import { formatDueTime } from '../../src/calendar/spoken-time.ts';
import { hourMs } from '../../src/durations.ts';
import { loadWords } from '../../src/i18n.ts';

const words = loadWords();
/** A time in Vietnam: "2026-10-07 08:00". */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+07:00`);

describe('a formatted due time', () => {
  // 9 October 2026 is a Friday.
  it.each([
    ['2026-10-09 17:40', '2026-10-12 10:00', 'trước 10 giờ sáng thứ Hai', 'before 10 am on Monday'],
    ['2026-10-09 09:00', '2026-10-09 17:00', 'trước 5 giờ chiều nay', 'before 5 pm today'],
    ['2026-10-09 20:00', '2026-10-10 09:00', 'trước 9 giờ sáng mai', 'before 9 am tomorrow'],
    ['2026-10-09 08:00', '2026-10-09 11:30', 'trước 11 giờ rưỡi trưa nay', 'before 11:30 am today'],
    ['2026-10-09 08:00', '2026-10-09 12:00', 'trước 12 giờ trưa nay', 'before 12 pm today'],
    ['2026-10-09 08:00', '2026-10-09 13:00', 'trước 1 giờ chiều nay', 'before 1 pm today'],
    ['2026-10-09 08:00', '2026-10-09 18:00', 'trước 6 giờ chiều nay', 'before 6 pm today'],
    ['2026-10-09 08:00', '2026-10-09 21:00', 'trước 9 giờ tối nay', 'before 9 pm today'],
    ['2026-10-09 08:00', '2026-10-11 07:30', 'trước 7 giờ rưỡi sáng Chủ nhật', 'before 7:30 am on Sunday'],
    ['2026-10-09 08:00', '2026-10-15 08:00', 'trước 8 giờ sáng thứ Năm', 'before 8 am on Thursday'],
    ['2026-10-09 08:00', '2026-10-16 08:00', 'trước 8 giờ sáng thứ Sáu 16/10', 'before 8 am on Friday 16/10'],
    ['2026-02-13 16:00', '2026-02-23 11:00', 'trước 11 giờ trưa thứ Hai 23/2', 'before 11 am on Monday 23/2'],
    ['2026-10-09 00:10', '2026-10-09 07:20', 'trước 7 giờ rưỡi sáng nay', 'before 7:30 am today'],
    ['2026-10-09 23:50', '2026-10-10 00:00', 'trước 12 giờ đêm nay', 'before 12 at night today'],
  ])('seen at %s for a due time of %s', (now, dueAt, vietnamese, english) => {
    const due = { dueAt: at(dueAt), now: at(now) };
    expect(formatDueTime(due, words.in('vi'))).toBe(vietnamese);
    expect(formatDueTime(due, words.in('en'))).toBe(english);
  });

  it('is rounded up to a half hour, so that the bot does not promise too much', () => {
    const due = { dueAt: at('2026-10-09 14:01'), now: at('2026-10-09 09:00') };
    expect(formatDueTime(due, words.in('vi'))).toBe('trước 2 giờ rưỡi chiều nay');
  });

  it('is never in the past', () => {
    const due = { dueAt: at('2026-10-08 09:00'), now: at('2026-10-09 09:10') };
    expect(formatDueTime(due, words.in('vi'))).toBe('trước 9 giờ rưỡi sáng nay');
  });

  it('is always one short line', () => {
    const t = words.in('vi');
    const now = fc.integer({ min: at('2026-01-01 00:00'), max: at('2027-01-01 00:00') });
    void fc.assert(
      fc.property(now, fc.nat(400 * hourMs), (from, ms) => {
        expect(formatDueTime({ dueAt: from + ms, now: from }, t)).toMatch(
          /^trước \d{1,2} giờ( rưỡi)? (sáng|trưa|chiều|tối|đêm) (nay|mai|(thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật)( \d{1,2}\/\d{1,2})?)$/,
        );
      }),
    );
  });
});
