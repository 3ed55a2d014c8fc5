import { findDossiers } from '../../../src/nlu/entities/find-dossiers.ts';
import { foldInPlace } from '../../../src/nlu/text/fold-in-place.ts';

const codesIn = (text: string) =>
  findDossiers(foldInPlace(text), text, '2026-10-07').map(({ value }) => value);

describe('dossier codes', () => {
  it.each([
    ['mã 000.00.19.H26-240101-0001', '000.00.19.H26-240101-0001'],
    ['000 00 19 h26 240101 0001', '000.00.19.H26-240101-0001'],
    ['G01.899.108-240529-0123 sao chưa xong', 'G01.899.108-240529-0123'],
    ['H26.20.3-260101-00012', 'H26.20.3-260101-00012'],
  ])('%s', (text, code) => {
    expect(codesIn(text)).toEqual([code]);
  });

  it.each(['0912 345 678', 'yêu cầu 412', 'h26', 'ngày 24/01/01', 'KMXP-RTNV', '001085012345'])(
    '%s is no code',
    (text) => {
      expect(codesIn(text)).toEqual([]);
    },
  );
});
