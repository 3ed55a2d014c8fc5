/** The parts of a text that could be wrong: numbers with units, web addresses. */
export interface Claims {
  /** `3 ngày`, `650000 đồng`, `1/1/2026`, `024.1022`; a number without a unit stands alone. */
  numbers: Set<string>;
  hosts: Set<string>;
}

const units =
  'ngày|tuần|tháng|năm|giờ|phút|giây|đồng|đ|nghìn|ngàn|triệu|tỷ|tỉ|tuổi|trang|bản|lần|km²|m²|%|người|tầng|nhánh';
const numberWords: Record<string, string> = {
  một: '1',
  hai: '2',
  ba: '3',
  bốn: '4',
  năm: '5',
  sáu: '6',
  bảy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
  'mười lăm': '15',
  'hai mươi': '20',
  'ba mươi': '30',
  'sáu mươi': '60',
};
const digits = String.raw`\d+(?:[.,/:]\d+)*(?: \d{3,}(?:[.,]\d+)*)*`;
const hostPattern = /(?:[a-z0-9-]+\.)+(?:vn|com|net|org|me|app|info)\b/giu;
/** "6 đến dưới 14 tuổi" also claims 6 years. */
const rangePattern = new RegExp(
  String.raw`(${digits})(?= ?(?:-|–|đến|tới|hoặc|và)(?: dưới)? ?${digits} ?(${units})(?!\p{L}))`,
  'giu',
);
const numberPattern = new RegExp(String.raw`(${digits}) ?(?:(${units})(?!\p{L}))?`, 'giu');
/** Number words count only before a unit of time, money or age: "một người" claims nothing. */
const wordPattern = new RegExp(
  String.raw`(?<!\p{L})(${Object.keys(numberWords)
    .sort((a, b) => b.length - a.length)
    .join('|')}) (ngày|tuần|tháng|giờ|phút|đồng|nghìn|ngàn|triệu|tỷ|tỉ|tuổi)(?!\p{L})`,
  'giu',
);
const freePattern = /miễn phí|không mất phí|không mất tiền|không thu (?:phí|tiền|lệ phí)|không tốn tiền/iu;
const saysFreePattern = /miễn|(?<![\d.,])0 đồng|100 %|không lấy tiền|không thêm phí|không mất/iu;

/** Pure. `harmless` are phrases whose number claims nothing, such as "mức 2". */
export function claimsInText(text: string, harmless: readonly string[]): Claims {
  return { numbers: numbersInText(text.normalize('NFC'), harmless), hosts: hostsInText(text) };
}

function numbersInText(text: string, harmless: readonly string[]): Set<string> {
  const numbers = new Set<string>();
  // Most texts claim nothing, and these two searches are quick.
  if (!/\d/.test(text) && text.search(wordPattern) === -1) return numbers;
  const rest = text.replace(patternOf(harmless), ' ').replace(hostPattern, ' ');
  for (const [, value = '', unit] of rest.matchAll(numberPattern)) numbers.add(claimOf(value, unit));
  for (const [, value = '', unit] of rest.matchAll(rangePattern)) numbers.add(claimOf(value, unit));
  for (const [, word = '', unit] of rest.matchAll(wordPattern)) {
    numbers.add(claimOf(numberWords[word.toLowerCase()] ?? word, unit));
  }
  return numbers;
}

/** Hosts of web addresses, in lower case. */
export function hostsInText(text: string): Set<string> {
  // A quick search that spares most texts the slow one.
  if (!/\.[a-z]/i.test(text)) return new Set();
  return new Set((text.match(hostPattern) ?? []).map((host) => host.toLowerCase()));
}

/** Whether a text tells residents that something is free. */
export function claimsFree(text: string): boolean {
  return freePattern.test(text.normalize('NFC'));
}

const patterns = new WeakMap<readonly string[], RegExp>();

/** One pattern for all phrases, cached because the same list is used for thousands of texts. */
function patternOf(phrases: readonly string[]): RegExp {
  const known = patterns.get(phrases);
  if (known) return known;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  // Without phrases it matches nothing.
  const any = longestFirst.length > 0 ? `(?:${longestFirst.join('|')})(?![\\d\\p{L}])` : '(?!)';
  const pattern = new RegExp(any, 'giu');
  patterns.set(phrases, pattern);
  return pattern;
}

/** Whether the statement of a fact says that something is free. */
export function saysFree(statement: string): boolean {
  return saysFreePattern.test(statement);
}

function claimOf(value: string, unit: string | undefined): string {
  const number = /^\d{1,3}(\.\d{3})+$/.test(value) ? value.replaceAll('.', '') : value;
  if (unit === undefined) return number;
  const short: Record<string, string> = { đ: 'đồng', tỉ: 'tỷ', ngàn: 'nghìn' };
  const word = unit.toLowerCase();
  return `${number} ${short[word] ?? word}`;
}
