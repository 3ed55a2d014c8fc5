import type { Cells } from './read-cells.ts';

/** How many digits a mobile and a landline number have, with the 0 in front. */
const mobileDigits = 10;
const landlineDigits = 11;

/**
 * Reads a phone number as people and spreadsheets write it: with dots or spaces, `+84`, or without the leading 0 that a
 * spreadsheet dropped; a note says where the 0 was added. No fault and no note shows more than the ending.
 * @returns `0…`; undefined when the cell is empty, or after a fault
 */
export function readPhone(cells: Cells<'phone'>): string | undefined {
  const written = cells.text('phone');
  if (written === '') return undefined;
  const plain = written.replace(/[\s.()-]/g, '');
  const national = plain.replace(/^(?:\+|00)?84(?=\d{9,10}$)|^0/, '');
  if (/^(?:[35789]\d{8}|2\d{9})$/.test(national)) {
    if (plain === national) cells.note('lost-zero', { ending: national.slice(-3) });
    return `0${national}`;
  }
  const digits = national.length + 1;
  if (/[^\d+]/.test(plain)) cells.fault('phone-letters', { column: 'phone' });
  else if (digits !== mobileDigits && digits !== landlineDigits) {
    cells.fault('phone-length', { column: 'phone', digits });
  } else cells.fault('bad-phone', { column: 'phone' });
  return undefined;
}
