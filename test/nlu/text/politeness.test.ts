import { withoutCourtesies } from '../../../src/nlu/text/politeness.ts';

describe('withoutCourtesies', () => {
  it.each([
    ['da em chao anh chi a cho em hoi lam can cuoc o dau em cam on a', 'lam can cuoc o dau'],
    ['chau oi quen mat khau roi', 'quen mat khau roi'],
    ['alo can bo oi mat so do lam the nao', 'mat so do lam the nao'],
    ['cho bac hoi ve tien mai tang', 'tien mai tang'],
    ['em muon hoi la thue dat nop o dau a', 'thue dat nop o dau'],
    ['cam on chau the con le phi', 'the con le phi'],
    ['tach thua giup em voi', 'tach thua'],
  ])('removes the politeness from %j', (text, question) => {
    expect(withoutCourtesies(text)).toBe(question);
  });

  it.each([
    'xin chao',
    'cam on chau nhieu',
    'chau oi',
    'hoi truoc lam roi',
    'can bo hoi can cuoc lam gi',
    'muon xay nha',
    '',
  ])('leaves %j unchanged', (text) => {
    expect(withoutCourtesies(text)).toBe(text);
  });

  it.each([
    ['thanks', `toi cam on${' anh chi'.repeat(1_200)} x`],
    ['people before thanks', `toi${' anh chi'.repeat(1_200)} x`],
    ['a greeting', `chao${' anh chi'.repeat(1_200)}x`],
    ['people', `${'anh chi '.repeat(1_200)}x x`],
    ['soft words', `${'a '.repeat(5_000)}x x`],
    ['soft words before the end', `toi${' a'.repeat(5_000)} x x`],
    ['askings', `cho hoi${' mot chut'.repeat(1_000)}x`],
  ])('reads a long run of %s at once', (_what, text) => {
    const startedAt = performance.now();
    withoutCourtesies(text);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
