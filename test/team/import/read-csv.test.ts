import * as fc from 'fast-check';
import { readCsv } from '../../../src/team/import/read-csv.ts';

const cellsOf = (text: string) => readCsv(text).records.map(({ cells }) => cells);

describe('a CSV file', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2;3',
      [
        ['a', 'b'],
        ['1,5', '2;3'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a line that names the separator',
      'sep=|\r\na|b,c\r\n1|2',
      [
        ['a', 'b,c'],
        ['1', '2'],
      ],
    ],
    [
      'line ends of any kind',
      'a,b\r\n1,2\r3,4\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'quotes',
      'a,b\n"1,2","say ""x"""',
      [
        ['a', 'b'],
        ['1,2', 'say "x"'],
      ],
    ],
    [
      'line ends in quotes',
      'a,b\n"1\n2",3',
      [
        ['a', 'b'],
        ['1\n2', '3'],
      ],
    ],
    [
      'a separator in the quotes of the heading',
      '"a;;;;b",c\n1,2',
      [
        ['a;;;;b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n,,1\n2,,',
      [
        ['a', 'b', 'c'],
        ['', '', '1'],
        ['2', '', ''],
      ],
    ],
    [
      'spaces around cells',
      ' a , b\n 1 ,2 ',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty lines',
      '\na,b\n\n,,,\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'comment lines',
      'a,b\n# what a is,and b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a quote within a word',
      'a,b\n5" wide,2',
      [
        ['a', 'b'],
        ['5" wide', '2'],
      ],
    ],
    ['one column', 'a\n1\n2', [['a'], ['1'], ['2']]],
    ['nothing', '', []],
  ])('may have %s', (_what, text, expected) => {
    expect(readCsv(text)).toMatchObject({ faults: [] });
    expect(cellsOf(text)).toEqual(expected);
  });

  it('counts the lines on which records begin', () => {
    const { records } = readCsv('sep=,\na,b\n\n"1\r\n2",3\n4,5');
    expect(records.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  it.each([
    ['is never closed', 'a,b\n1,"2\n3,4', 2],
    ['is closed too early', 'a,b\n1,2\n"3"x,4', 3],
  ])('is faulty when a quotation %s', (_what, text, line) => {
    expect(readCsv(text).faults).toContainEqual({ line, kind: 'bad-quotes' });
  });

  it('is read back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ộ', ',', ';', '"', '\n', '\r', '\t', ' ', '0') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    void fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (body, separator) => {
        const all = [['x', 'y'], ...body];
        const text = all.map((cells) => cells.map(quoted).join(separator)).join('\r\n');
        const meant = all
          .map((cells) => cells.map((one) => one.trim()))
          .filter((cells) => cells.some((one) => one !== ''));
        expect(readCsv(text).faults).toEqual([]);
        expect(cellsOf(text)).toEqual(meant);
      }),
    );
  });
});
