import { types } from 'pg';

const int8 = 20;

/** For the `types` option of `pg`: whole numbers of 8 bytes come back as numbers instead of text. */
export const numberTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8 && format !== 'binary') return toSafeNumber;
    return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
  },
};

/** @throws RangeError when the value is too large for a number to hold exactly */
function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 value is too large for a number');
  return value;
}
