import { findTimes } from '../../../src/nlu/entities/find-times.ts';
import { foldInPlace } from '../../../src/nlu/text/fold-in-place.ts';

const timesIn = (text: string) => findTimes(foldInPlace(text), text, '2026-10-07').map(({ value }) => value);

describe('times of day', () => {
  it.each([
    ['8h30', '08:30'],
    ['8g15 sáng', '08:15'],
    ['gọi lúc 5 giờ chiều', '17:00'],
    ['9 giờ rưỡi', '09:30'],
    ['9 giờ kém 15', '08:45'],
    ['14:30', '14:30'],
    ['7h toi', '19:00'],
    ['12h', '12:00'],
  ])('%s is %s', (text, value) => {
    expect(timesIn(text)).toEqual([value]);
  });

  it.each(['trong 8 giờ', '4 giờ làm việc', 'mấy giờ mở', '30h', '8h75', 'hơn 2 giờ'])(
    '%s is no time of day',
    (text) => {
      expect(timesIn(text)).toEqual([]);
    },
  );
});
