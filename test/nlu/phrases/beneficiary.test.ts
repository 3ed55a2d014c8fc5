import { findBeneficiary } from '../../../src/nlu/phrases/beneficiary.ts';

describe('for whom a resident asks', () => {
  it.each([
    ['bố em 80 tuổi nằm liệt một chỗ', 'bố 80 tuổi'],
    ['me co 83 tuoi chua co the', 'me 83 tuoi'],
    ['bác hỏi giùm cô hàng xóm bị điếc', 'hàng xóm'],
    ['làm giấy cho cháu ngoại', 'cháu ngoại'],
    ['chồng chị mới mất', 'chồng'],
  ])('%j: %s', (text, whom) => expect(findBeneficiary(text)).toBe(whom));

  it.each(['ba muốn làm căn cước', 'cho con hỏi với', 'ông bị khóa VNeID', 'mẹ nó, hồ sơ lâu quá'])(
    '%j: themselves',
    (text) => expect(findBeneficiary(text)).toBeUndefined(),
  );
});
