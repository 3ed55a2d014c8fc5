import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';

/** The last years of which the holidays are known ask for more. */
const warnYears = 2;

/** A year without dates has no Tết, so that deadlines run through it. */
export function checkLunarHolidays({ lunarHolidays }: Content, today: string): Finding[] {
  const { file, value, lineOf } = lunarHolidays;
  const last = Math.max(...Object.keys(value).map(Number));
  const left = last - Number(today.slice(0, 4));
  if (left >= warnYears) return [];
  const message = `the dates end with ${last}: add Tết and Giỗ Tổ of the years after it`;
  return [{ level: 'warning', file, line: lineOf([last]), message }];
}
