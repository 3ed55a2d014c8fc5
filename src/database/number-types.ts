import { types } from 'pg';

const int8 = 20;

/** For the `types` option of `pg`: 8-byte integers come back as numbers instead of text. */
export const numberTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8 && format !== 'binary') return toSafeNumber;
    return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
  },
};

/** @throws RangeError when the value is too large for an exact number */
function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an int8 value is too large for a number');
  return value;
}
