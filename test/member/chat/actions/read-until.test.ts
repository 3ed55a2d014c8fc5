import { readUntil } from '../../../../src/member/chat/actions/duty.ts';

const wednesday = Date.parse('2026-10-07T15:00:00+07:00');
const day = (date: string) => Date.parse(`${date}T00:00:00+07:00`);

describe('the end of an absence', () => {
  test.each([
    ['', '2026-10-08'],
    ['mai', '2026-10-08'],
    ['ngày mai', '2026-10-08'],
    ['ngay kia', '2026-10-09'],
    ['thứ Hai', '2026-10-12'],
    ['thu 2', '2026-10-12'],
    ['thứ Tư', '2026-10-14'],
    ['chủ nhật này', '2026-10-11'],
    ['tuần sau', '2026-10-12'],
    ['15/10', '2026-10-15'],
    ['ngày 5/10', '2027-10-05'],
    ['1-11-2026', '2026-11-01'],
  ])('%j is the beginning of %s', (said, date) => {
    expect(readUntil(said, wednesday)).toBe(day(date));
  });

  test.each(['khi nào rảnh', '31/2', '7/10/2026', '45/10'])('%j is no future day', (said) => {
    expect(readUntil(said, wednesday)).toBeUndefined();
  });
});
