import { checkLunarHolidays } from '../../../src/content/checks/lunar-holidays.ts';
import { lineIn, readSample } from '../../intents/checks/sample-content.ts';

const file = 'lunar-holidays.yaml';
const ofLast = { file, line: lineIn(file, '2033:') };

describe('the years of lunar holidays', () => {
  it('suffice while two more years are known', () => {
    expect(checkLunarHolidays(readSample(), '2031-12-31')).toEqual([]);
  });

  it.each(['2032-01-01', '2033-12-31', '2099-01-01'])(
    'ask for more dates from the last two known years on, on %s',
    (today) => {
      expect(checkLunarHolidays(readSample(), today)).toEqual([
        {
          ...ofLast,
          level: 'warning',
          message: 'the dates end with 2033: add Tết and Giỗ Tổ of the years after it',
        },
      ]);
    },
  );

  it('are rejected when a date is outside its year', () => {
    const change = { in: file, from: 'gioTo: 2033-04-09', to: 'gioTo: 2034-04-09' } as const;
    expect(() => readSample(change)).toThrow('lunar-holidays.yaml:2 2033.gioTo: is not in 2033');
  });
});
