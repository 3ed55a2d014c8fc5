import { isAmount, type NumberMatch, numberPattern, scanNumbers, singly } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

/** 0912345678 and 02438471234 as people write them; not 2-2-4-2, which is a date with a number after it. */
const nationalShapes = [
  ...[
    '10',
    '4-3-3',
    '3-3-4',
    '4-6',
    '5-5',
    '3-7',
    '4-2-2-2',
    '2-2-2-2-2',
    '3-4-3',
    '4-4-2',
    '3-3-2-2',
    '3-2-2-3',
    '1-3-3-3',
    '7-3',
    '4-2-4',
  ],
  ...['11', '3-4-4', '4-3-4', '3-8', '4-7', '3-3-5', '3-2-3-3'],
  singly(10),
];
const national = numberPattern(nationalShapes, '\\(?');

/** Digits after the country code. */
const abroad = numberPattern(
  ['11', '2-9', '2-3-3-3', '2-2-3-4', '2-2-7', '2-3-6', '2-5-4', '2-3-2-2-2', '2-2-3-2-2', '2-10', '2-3-4-3'],
  '\\(?(?:\\+|00)?',
);
const withoutZero = numberPattern(['9', '3-3-3', '2-3-4', '3-2-2-2', singly(9)]);
/** "986 120 334, có số không ở đầu" */
const zeroAfter = /^[\s,]{0,3}(?:nho )?(?:co|them|thieu|mat)(?: con)? so (?:0|khong)/;
/** Landlines of offices are public. */
const office =
  '(?:van phong|uy ban|ubnd|\\bub\\b|cong an|co quan|mot cua|tram|benh vien|y te|truong|duong day|tong dai|hotline|chi cuc|kho bac|buu dien|so truc|truc ban|dien luc|dia chinh|phong|bo phan|ban quan ly|hop tac xa|toa an|can bo|may ban xa|\\bbo y te|\\bso (?:bo|xa|huyen|tinh|phuong|co quan))';
const mentionsOffice = new RegExp(`${office}[^\\n]{0,48}$`);
const ofOffice = new RegExp(`^[^\\d\\n]{0,24}${office}`);
/** One complains so of an office: "gọi 0237.3871.113 thì báo bận". */
const unanswered =
  /^[^\d\n]{0,16}(?:khong ai|ko ai|k ai|chang ai|bao ban|may ban(?! nha)|ban hoai|chuyen may|khong (?:bat|nghe|lien lac)|ko (?:bat|nghe)|co phai so)/;
/** "Máy bàn nhà tôi", "gọi cho bác" */
const ofHome =
  /(?:nha (?:toi|tui|em|e|chau|bac|minh|co|chu|ong|ba|con|la|rieng|me|bo)|cua (?:toi|tui|em|e|chau|bac|minh|con|co|chu|ong|ba|me|bo)|may nha|so nha|(?:goi|lien he|alo|bao)(?: lai)?(?: cho)? (?:toi|tui|em|chau|bac|minh|con|co|chu|ong|ba|me|bo|nha))[^\d\n]{0,24}$/;
const nearOffice = 80;
/** "05 17 22 38 41 44": two digits more, as in a row of numbers drawn. */
const rowAfter = /^[ ,-]{1,2}\d\d(?!\d)/;
const pairs = /^\d\d(?:\D{1,2}\d\d){4}$/;
const mentionsPhone =
  /(?:sdt|so dt|dien thoai|\bdt|zalo|goi|alo|lien he|phone|fone|phon|so may)[^\d\n]{0,20}$/;

const isNational = /^0(?:[35789]\d{8}|2\d{9}|1(?:2\d|6[2-9]|8[68]|99)\d{7})$/;
const isAbroad = /^(?:00)?840?(?:[35789]\d{8}|2\d{9})$/;
const isMobile = /^[35789]\d{8}$/;

/** Finds Vietnamese subscriber numbers, mobile and landline. Hotlines (1900…, 111) are public. */
export function detectPhones(folded: string): SecretSpan[] {
  return [
    // No amount begins with 0, so the word after the number is not checked: "0912345678 lần 2".
    ...scanNumbers(folded, national, (match) => isNational.test(match.digits) && !isPublic(folded, match)),
    ...scanNumbers(folded, abroad, (match) => isAbroad.test(match.digits) && !isAmount(folded, match.end)),
    ...scanNumbers(
      folded,
      withoutZero,
      (match) =>
        isMobile.test(match.digits) &&
        !isAmount(folded, match.end) &&
        (mentionsPhone.test(folded.slice(Math.max(0, match.start - 32), match.start)) ||
          zeroAfter.test(folded.slice(match.end, match.end + 32))),
    ),
  ].map(({ start, end }) => ({ kind: 'phone', start, end }));
}

/** The landline of an office, or a part of a row of numbers that is no phone. */
function isPublic(folded: string, { start, end, digits }: NumberMatch): boolean {
  if (pairs.test(folded.slice(start, end)) && rowAfter.test(folded.slice(end, end + 4))) return true;
  if (!digits.startsWith('02')) return false;
  const before = folded.slice(Math.max(0, start - nearOffice), start);
  const after = folded.slice(end, end + nearOffice);
  return (
    !ofHome.test(before) && (mentionsOffice.test(before) || ofOffice.test(after) || unanswered.test(after))
  );
}
