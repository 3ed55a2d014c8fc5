import { findAmounts } from '../../../src/nlu/entities/find-amounts.ts';
import { foldInPlace } from '../../../src/nlu/text/fold-in-place.ts';

const amountsIn = (text: string) =>
  findAmounts(foldInPlace(text), text, '2026-10-07').map(({ start, end, value }) => [
    text.slice(start, end),
    value,
  ]);

describe('amounts of money', () => {
  it.each([
    ['lệ phí 650.000 đồng', '650.000 đồng', '650000'],
    ['hết 500k', '500k', '500000'],
    ['hết 500 k', '500 k', '500000'],
    ['chuyển 2tr5 rồi', '2tr5', '2500000'],
    ['2 triệu', '2 triệu', '2000000'],
    ['1,5 triệu', '1,5 triệu', '1500000'],
    ['1 triệu rưỡi', '1 triệu rưỡi', '1500000'],
    ['một triệu rưỡi', 'một triệu rưỡi', '1500000'],
    ['1 triệu 200 nghìn đồng', '1 triệu 200 nghìn đồng', '1200000'],
    ['hai trăm năm mươi nghìn', 'hai trăm năm mươi nghìn', '250000'],
    ['nam tram nghin', 'nam tram nghin', '500000'],
    ['mười hai triệu', 'mười hai triệu', '12000000'],
    ['3 tỷ 2', '3 tỷ', '3000000000'],
    ['2.000đ một trang', '2.000đ', '2000'],
    ['20 ngàn', '20 ngàn', '20000'],
  ])('%s', (text, found, value) => {
    expect(amountsIn(text)).toEqual([[found, value]]);
  });

  it.each(['xã 2 k ạ', 'nhà có ba người', '15/10', 'triệu người', 'số 12', 'năm nay', 'chợ 4.0', 'k biết'])(
    '%s is no amount',
    (text) => {
      expect(amountsIn(text)).toEqual([]);
    },
  );

  it('takes time linear in the length of the text', () => {
    expect(amountsIn('hai '.repeat(30_000))).toEqual([]);
  });
});
