import { createNameFinder } from '../../../src/nlu/entities/find-names.ts';
import { createEntityReader } from '../../../src/nlu/entities/read-entities.ts';

const read = createEntityReader([
  createNameFinder('app', [{ value: 'Ví Dụ Số', spellings: ['ví dụ số', 'vidu so', 'vds'] }]),
  createNameFinder('procedure', [
    { value: 'birth', spellings: ['khai sinh', 'giấy khai sinh'] },
    { value: 'birth-late', spellings: ['khai sinh muộn'] },
  ]),
]);
const entitiesIn = (text: string) =>
  read(text, '2026-10-07').map(({ kind, start, end, value }) => [kind, text.slice(start, end), value]);

describe('the entities of a message', () => {
  it('are in order, each with its position and its normal form', () => {
    expect(entitiesIn('mai 8h tôi nộp khai sinh muộn trên Ví-Dụ Số, phí 20k, gọi 0912 345 678 nhé')).toEqual([
      ['date', 'mai', '2026-10-08'],
      ['time', '8h', '08:00'],
      ['procedure', 'khai sinh muộn', 'birth-late'],
      ['app', 'Ví-Dụ Số', 'Ví Dụ Số'],
      ['amount', '20k', '20000'],
      ['phone', '0912 345 678', '0912345678'],
    ]);
  });

  it('are the same without diacritics and in NFD', () => {
    const text = 'sáng mai làm giấy khai sinh trên ví dụ số';
    const plain = 'sang mai lam giay khai sinh tren vi du so';
    const kinds = (written: string) => read(written, '2026-10-07').map(({ kind, value }) => [kind, value]);
    expect(kinds(plain)).toEqual(kinds(text));
    expect(kinds(text.normalize('NFD'))).toEqual(kinds(text));
  });

  it('include digits only once: a dossier contains no amount and no date', () => {
    expect(entitiesIn('mã 000.00.19.H26-240101-0001')).toEqual([
      ['dossier', '000.00.19.H26-240101-0001', '000.00.19.H26-240101-0001'],
    ]);
  });

  it('are none in a text that names nothing', () => {
    expect(entitiesIn('cho tôi hỏi với')).toEqual([]);
  });
});
