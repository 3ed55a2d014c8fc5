/** Separators between the groups of a long number. */
const separator = '(?:[ .()_·•–—-]{1,2}| {3})';

/** Units after a number: it is an amount, a count or a duration, and not a code. */
const unit =
  /^[ .]?(?:d|dong|vnd|vnđ|k|nghin|ngan|trieu|tr|ty|%|giay|phut|gio|ngay|thang|nam|tuoi|lan|nguoi|ky tu|ki tu|chu so|so|km|m2|kg|mah|gb|mb|cuoc|trang|ban)(?![a-z])/;

/**
 * One pattern for numbers written in groups.
 * @param shapes sizes of the groups: `4-3-3` for 0912 345 678; `10` for ten digits without a separator
 * @param lead source of what may precede the first group
 */
export function numberPattern(shapes: readonly string[], lead = ''): RegExp {
  const forms = shapes.map((shape) =>
    shape
      .split('-')
      .map((size) => `\\d{${size}}`)
      .join(separator),
  );
  return new RegExp(`(?<!\\d)${lead}(?:${forms.join('|')})(?!\\d)`, 'g');
}

/** `1-1-1…`: every digit is a group. */
export function singly(count: number): string {
  return Array(count).fill(1).join('-');
}

/** A number with groups of any size. */
export function digitsInGroups(count: number): RegExp {
  return new RegExp(`(?<!\\d|\\d[ .-])\\d(?:[ .-]?\\d){${count - 1}}(?![ .-]?\\d)`, 'g');
}

export interface NumberMatch {
  start: number;
  end: number;
  digits: string;
}

/** All accepted matches; after a rejected match the search continues inside it. */
export function scanNumbers(
  folded: string,
  pattern: RegExp,
  accepts: (match: NumberMatch) => boolean,
): NumberMatch[] {
  const found: NumberMatch[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(folded); hit; hit = pattern.exec(folded)) {
    const match = { start: hit.index, end: pattern.lastIndex, digits: hit[0].replace(/\D/g, '') };
    if (accepts(match)) found.push(match);
    else pattern.lastIndex = hit.index + 1;
  }
  return found;
}

/** Whether a number has a unit: "50.000 đồng", "5 phút", "8 ký tự". */
export function isAmount(folded: string, end: number): boolean {
  return unit.test(folded.slice(end, end + 10));
}
