import { type RawBuilder, sql } from 'kysely';

/** Vietnamese letters with marks by the letter they are folded to. */
const marked: Record<string, string> = {
  a: 'àáảãạăằắẳẵặâầấẩẫậ',
  e: 'èéẻẽẹêềếểễệ',
  i: 'ìíỉĩị',
  o: 'òóỏõọôồốổỗộơờớởỡợ',
  u: 'ùúủũụưừứửữự',
  y: 'ỳýỷỹỵ',
  d: 'đ',
};
const from = Object.values(marked).join('');
const to = Object.entries(marked)
  .map(([letter, letters]) => letter.repeat(letters.length))
  .join('');

/** A column in lower case and without marks, as `foldText` folds what is searched for. */
export function foldedColumn(column: string): RawBuilder<string> {
  return sql<string>`translate(lower(${sql.ref(column)}), ${from}, ${to})`;
}
