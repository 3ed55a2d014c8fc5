import { toClaimForm } from '../../../../src/content/checks/claims/claim-form.ts';
import { claimsFree, claimsInText } from '../../../../src/content/checks/claims/claims-in-text.ts';

const claimed = (text: string) => claimsInText(toClaimForm(text), ['mức 1', 'mức 2']);

describe('the claims of an English text', () => {
  it.each([
    ['at most 3 working days', ['3 ngày']],
    ['within three working days', ['3 ngày']],
    ['1,000 dong from page 3 on', ['1000 đồng', '3']],
    ['100,000 dong per person a year', ['100000 đồng']],
    ['15.5 million dong a month', ['15,5 triệu']],
    ['above 1 billion dong', ['1 tỷ']],
    ['since 1 July 2025', ['1/7/2025']],
    ['by 31 October', ['31/10']],
    ['as of September 2024', ['9/2024']],
    ['after 3 pm', ['15 giờ']],
    ['until 12 pm', ['12 giờ']],
    ['nearly 90% were handled', ['90 %']],
    ['a child under 6 years', ['6 tuổi']],
    ['call 024.1022 and press 7', ['024.1022', '7']],
    ['with VNeID level 2', []],
    ['May I ask one person?', []],
  ])('%s', (text, numbers) => {
    expect([...claimed(text).numbers]).toEqual(numbers);
  });

  it('detects that something is free', () => {
    const free = ['the help is free', 'there is no fee', 'staff do not charge for it'];
    expect(free.filter((text) => !claimsFree(toClaimForm(text)))).toEqual([]);
    expect(claimsFree(toClaimForm('the fee is shown on the portal'))).toBe(false);
  });
});
