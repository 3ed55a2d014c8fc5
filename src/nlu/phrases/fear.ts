import { foldInPlace } from '../text/fold-in-place.ts';

const fear =
  /(?<![a-z])(?:(?<!ho )so (?:lam|qua|hai)|rat so|dang so|run (?:lam|qua|ray)|cuu (?:toi|em|con|chau|minh|voi)|giup (?:toi|em|con|chau|minh) voi|met moi (?:qua|lam)|met (?:qua|lam)|kho (?:qua|lam)|buon (?:qua|lam)|khoc|chan (?:qua|lam|doi)|tuyet vong|khong biet (?:phai )?lam (?:sao|the nao|gi)|no (?:dang|lai|van|sap) |(?:no|han|ong ay|anh ta|chong|thang do|bo no)(?: \w+){0,2} (?:cam dao|pha|dap|duoi|chui|danh|dam|chem|o ngoai|quay lai|(?:den|ve) roi|dang (?:den|ve))|pha cua|cam dao|chay mau|dau (?:qua|lam)|dang tron|chet mat|mot minh|dua thoi|^chan(?=[ .!]*$)|bo tron|khong ai (?:giup|thuong|hieu))(?![a-z])/;
/** In characters; longer messages say what they want. */
const longestCry = 120;

/**
 * Whether a short message is a cry and not a question. Only meaningful after the resident spoke of danger.
 * Pure.
 */
export function saysFear(text: string): boolean {
  return text.length <= longestCry && fear.test(foldInPlace(text.normalize('NFC')).replaceAll(/ {2,}/g, ' '));
}
