import { languageOfText } from '../../src/nlu/text/detect-language.ts';
import { officeKnowledge } from '../helpers/office.ts';

const directory = officeKnowledge().directory;
const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const examplesIn = (language: 'vi' | 'en') =>
  directory
    .in(language)
    .topics.flatMap(({ topic }) => directory.in(language).listIntents(topic))
    .filter((intent) => intent.language === language)
    .flatMap(({ examples }) => examples);

describe('the language of a text', () => {
  it.each([
    'How do I sign in to iHanoi?',
    'hello, i need help with my tax',
    'what is vneid',
    'Where is the office of Hương Sơn?',
    "I don't understand Vietnamese",
    'Please, can you help me?',
    'can i pay my taxes with the phone',
    'WHERE TO FILE PAPERS',
    'I’m lost, which commune is this',
    'what should I do with this code [mã đã che]',
  ])('is English: %s', (text) => {
    expect(languageOfText(text)).toBe('en');
  });

  it.each([
    'làm căn cước cho con',
    'lam can cuoc cho con',
    'nop ho so o dau',
    'tôi muốn hỏi về app etax',
    'ho so cua me toi den dau roi',
  ])('is Vietnamese: %s', (text) => {
    expect(languageOfText(text)).toBe('vi');
  });

  it.each([
    'can ho so me',
    'do an so may',
    'me no me to',
    'so do',
    'in the can do',
    'my duc',
    'toi can help',
    'login etax',
    'app etax error',
    'thank you',
    'Thank you very much!',
    'thank you ad nhieu',
    'how to nop ho so online',
    'please giup toi voi',
    'ok',
    'hello',
    '',
    '👍',
    '12345',
    'file pdf',
  ])('is unclear: %s', (text) => {
    expect(languageOfText(text)).not.toBe('en');
  });

  it('is never English for messages of residents, with or without diacritics', () => {
    const written = examplesIn('vi');
    expect(written.length).toBeGreaterThan(10_000);
    const mistaken = [...written, ...written.map(withoutMarks)].filter(
      (text) => languageOfText(text) === 'en',
    );
    expect(mistaken).toEqual([]);
  });

  it('is English for nine of ten questions of visitors, and never Vietnamese', () => {
    const written = examplesIn('en').map((text) => languageOfText(text));
    expect(written.filter((language) => language === 'vi')).toEqual([]);
    expect(written.filter((language) => language === 'en').length / written.length).toBeGreaterThan(0.9);
  });
});
