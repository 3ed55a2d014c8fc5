import { appNames } from '../tables/app-names.ts';
import type { PasswordText } from './password-text.ts';
import type { Piece } from './read-pieces.ts';

/** Words with figures, between quotes. */
const quotation = /["“”]([^"“”\n]{4,40})["“”]/g;
const maxWords = 6;
/** They stand in a quoted message or on a button, and in no password. */
const notInside = new Set(
  'ma so mat khau otp pin code ngay thang lan phut gio la khong sai vui long loi gui lai bam nhap nhan xac sau trong can con'.split(
    ' ',
  ),
);

/** Words with figures in quotes, in a text about a password: 'ghi ở sau quyển lịch "nhớ anh 88"'. */
export function quotedWords({ folded, pieces }: PasswordText): Piece[] {
  let passed = 0;
  return [...folded.matchAll(quotation)].flatMap(({ 0: whole, 1: inside = '', index }) => {
    const words = inside.trim().split(/\s+/);
    if (words.length < 2 || words.length > maxWords) return [];
    if (!/[a-z]{2}/.test(inside) || !/\d/.test(inside) || /[:/]|\d[a-z]/.test(inside)) return [];
    if (words.some((word) => notInside.has(word) || appNames.has(word))) return [];
    while ((pieces[passed]?.start ?? folded.length) <= index) passed++;
    const first = passed;
    while ((pieces[passed]?.end ?? folded.length) < index + whole.length) passed++;
    return pieces.slice(first, passed);
  });
}
