const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const monthNames = `(${months.join('|')})`;
const monthNumber = (name: string) => String(months.indexOf(name) + 1);

const units: Record<string, string> = {
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  year: 'năm',
  hour: 'giờ',
  minute: 'phút',
  second: 'giây',
  page: 'trang',
  copy: 'bản',
  time: 'lần',
  person: 'người',
  dong: 'đồng',
  thousand: 'nghìn',
  million: 'triệu',
  billion: 'tỷ',
};
const unitNames = Object.keys(units).join('|');
const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

type Rewriting = [RegExp, (...found: string[]) => string];

const rewritings: Rewriting[] = [
  [
    new RegExp(`(\\d{1,2}) ${monthNames} (\\d{4})`, 'g'),
    (day, month, year) => `${day}/${monthNumber(month)}/${year}`,
  ],
  [new RegExp(`(\\d{1,2}) ${monthNames}`, 'g'), (day, month) => `${day}/${monthNumber(month)}`],
  [new RegExp(`${monthNames} (\\d{4})`, 'g'), (month, year) => `${monthNumber(month)}/${year}`],
  [/(\d{1,2}) pm\b/g, (hour) => `${(Number(hour) % 12) + 12} giờ`],
  [/(\d{1,2}) am\b/g, (hour) => `${Number(hour) % 12} giờ`],
  [/(\d+)\.(\d+)(?= (?:million|billion))/g, (whole, part) => `${whole},${part}`],
  [/(\d{1,3}(?:,\d{3})+)(?!\d)/g, (number) => number.replaceAll(',', '.')],
  [/(\d)%/g, (digit) => `${digit} %`],
  [/\blevel (\d)/gi, (level) => `mức ${level}`],
  [
    new RegExp(
      `\\b(${numberWords.join('|')})(?= (?:working )?(?:day|week|month|hour|minute|million|billion)s?\\b)`,
      'gi',
    ),
    (word) => String(numberWords.indexOf(word.toLowerCase()) + 1),
  ],
  [/(\d) years? old\b/gi, (digit) => `${digit} tuổi`],
  [/(under|from|age) (\d+) years?\b/gi, (word, age) => `${word} ${age} tuổi`],
  [
    new RegExp(`(\\d)[ -](?:working |calendar )?(${unitNames})s?\\b`, 'gi'),
    (digit, unit) => `${digit} ${units[unit.toLowerCase()]}`,
  ],
  [/\b(?:free|no fee|no charge|without charge|do not charge|costs nothing|at no cost)\b/gi, () => 'miễn phí'],
];

/**
 * Rewrites the claims of an English text (numbers with units, dates, "free") in their Vietnamese form, so
 * that both languages are checked against the same facts: "3 working days" → "3 ngày", "1 July 2025" →
 * "1/7/2025". Pure.
 */
export function toClaimForm(text: string): string {
  return rewritings.reduce(
    (rest, [pattern, rewrite]) => rest.replaceAll(pattern, (_, ...found: string[]) => rewrite(...found)),
    text,
  );
}
