/** The page's own module; plain JavaScript, so the test loads it by its path. */
interface LinkedText {
  splitLinks(text: string): { text: string; href?: string }[];
}
const address = new URL('../../../tools/simulator/phone/client/linked-text.js', import.meta.url);

let splitLinks: LinkedText['splitLinks'];
beforeAll(async () => {
  ({ splitLinks } = (await import(address.href)) as LinkedText);
});

const hrefs = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

test.each([
  ['a written-out address', 'vào https://dichvucong.gov.vn/a?b=1 nhé', ['https://dichvucong.gov.vn/a?b=1']],
  ['a bare name', 'trang dichvucong.gov.vn', ['https://dichvucong.gov.vn/']],
  [
    'two of them',
    'vneid.gov.vn hoặc ttpvhcc.hanoi.gov.vn',
    ['https://vneid.gov.vn/', 'https://ttpvhcc.hanoi.gov.vn/'],
  ],
  ['one that ends a sentence', '(xem http://a.vn/b).', ['http://a.vn/b']],
  ['a script', 'javascript:alert(1)', []],
  ['a file', 'file:///etc/passwd', []],
  ['a mail address', 'gửi a.b@c.vn', []],
  ['a number with dots', 'gọi 0768.221.221', []],
  ['a missing space after a full stop', 'xong.rồi nhé', []],
])('%s: %s', (_case, text, expected) => {
  expect(hrefs(text)).toEqual(expected);
});

test('the pieces make up the whole text again', () => {
  const text = '<b>x</b> dichvucong.gov.vn, http://a.vn. hết';
  expect(
    splitLinks(text)
      .map(({ text: piece }) => piece)
      .join(''),
  ).toBe(text);
});
