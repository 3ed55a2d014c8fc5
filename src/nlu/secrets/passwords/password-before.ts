import { isSmall, type PasswordText, textAt } from './password-text.ts';
import type { Piece } from './read-pieces.ts';
import { lettersUpTo } from './spelt-letters.ts';

/** Maximum number of little words between a password and a name after it. */
const maxBack = 5;

/** A value before its name: "Lanlan@2003 là mk của em", "nhập Toiyeu vào ô mật khẩu". */
export function passwordsBefore(text: PasswordText, at: number): Piece[] {
  const name = ['khau', 'ma'].includes(textAt(text, at)) ? at - 1 : at;
  const letters = lettersUpTo(text, name);
  if (letters.length > 0) return letters;
  for (let before = name - 1; before >= Math.max(0, name - maxBack); before--) {
    const shape = text.shapes[before];
    if (shape !== undefined && shape !== 'foreign') return text.pieces.slice(before, before + 1);
    if (!isSmall(textAt(text, before))) return [];
  }
  return [];
}
