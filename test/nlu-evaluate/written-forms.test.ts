import { writtenForms } from '../../tools/nlu-evaluate/written-forms.ts';

const text = 'Đăng ký chữ ký số ở đâu, có hoà nhập không? Làm thế nào';
const write = (name: string) => writtenForms.find((form) => form.name === name)?.write(text);

describe('writtenForms', () => {
  it.each([
    ['as is', text],
    ['no diacritics', 'Dang ky chu ky so o dau, co hoa nhap khong? Lam the nao'],
    ['teencode', 'đk chữ ký số ở đâu, có hoà nhập ko? lm tn'],
    ['Telex', 'Ddawng kys chuwx kys soos owr ddaau, cos hoaf nhaapj khoong? Lamf thees naof'],
    ['VNI', 'D9a8ng ky1 chu74 ky1 so61 o73 d9a6u, co1 hoa2 nha6p5 kho6ng? Lam2 the61 nao2'],
    ['NFD', text.normalize('NFD')],
    ['other tone place', text.replace('hoà', 'hòa')],
    ['tight punctuation', 'Đăng ký chữ ký số ở đâu,có hoà nhập không?Làm thế nào'],
  ])('%s', (name, written) => {
    expect(write(name)).toBe(written);
  });

  it('makes the same slips each time, one or two of them', () => {
    expect(write('one typo')).not.toBe(text);
    expect(write('one typo')).toBe(write('one typo'));
    expect(write('two typos')).not.toBe(write('one typo'));
  });
});
