import { findDates } from '../../../src/nlu/entities/find-dates.ts';
import { foldInPlace } from '../../../src/nlu/text/fold-in-place.ts';

/** A Wednesday. */
const today = '2026-10-07';
const datesIn = (text: string) => findDates(foldInPlace(text), text, today).map(({ value }) => value);

describe('dates', () => {
  it.each([
    ['nộp hôm 15/10', '2026-10-15'],
    ['hẹn 5/10', '2027-10-05'],
    ['sinh ngày 2/9/1945', '1945-09-02'],
    ['ngày 20 tháng 11', '2026-11-20'],
    ['ngày 2 tháng 9 năm 2027', '2027-09-02'],
    ['từ 1.7.2025', '2025-07-01'],
    ['chiều nay', '2026-10-07'],
    ['sang mai len xa', '2026-10-08'],
    ['đến mai', '2026-10-08'],
    ['ngày kia', '2026-10-09'],
    ['hôm qua', '2026-10-06'],
    ['thứ Hai', '2026-10-12'],
    ['thứ tư', '2026-10-14'],
    ['t6', '2026-10-09'],
    ['thứ 6 tuần sau', '2026-10-16'],
    ['thứ hai tuần này', '2026-10-05'],
    ['chủ nhật', '2026-10-11'],
    ['tuần sau', '2026-10-12'],
    ['tháng sau', '2026-11'],
  ])('%s is %s', (text, value) => {
    expect(datesIn(text)[0]).toBe(value);
  });

  it.each([
    'cái thứ hai',
    'người thứ ba',
    '31/2',
    'chị Mai ơi',
    'chợ 4.0',
    '0912/345',
    'nhà số 15/20',
    'thư tay',
  ])('%s is no date', (text) => {
    expect(datesIn(text)).toEqual([]);
  });
});
