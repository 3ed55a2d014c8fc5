import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';

/** Warns if fewer further years than this are known. */
const warnYears = 2;

/** In a year without dates deadlines ignore Tết. */
export function checkLunarHolidays({ lunarHolidays }: Content, today: string): Finding[] {
  const { file, value, lineOf } = lunarHolidays;
  const last = Math.max(...Object.keys(value).map(Number));
  const left = last - Number(today.slice(0, 4));
  if (left >= warnYears) return [];
  const message = `the dates end with ${last}: add Tết and Giỗ Tổ of the years after it`;
  return [{ level: 'warning', file, line: lineOf([last]), message }];
}
