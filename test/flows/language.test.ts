import { useResident } from '../helpers/use-resident.ts';

const wayBack = '(I answer in English now. To go back to Vietnamese, write: tiếng Việt)';

const visitor = useResident();
const { says } = visitor;

describe('English on request', () => {
  it.each([
    'English',
    'english please',
    'do you speak english',
    'tiếng Anh',
    'nói tiếng anh được không',
    'I want English',
  ])('is used from then on, with the topics: %s', async (text) => {
    const reply = await says(text);
    expect(reply.text).toContain('I will answer in English from now on');
    expect(reply.text).not.toContain(wayBack);
    expect(reply.buttons).toEqual([
      'File papers online',
      'iHanoi app',
      'Digital signature',
      'Taxes, eTax Mobile',
      'Talk to a person',
    ]);
    expect(await visitor.state()).toMatchObject({ language: 'en', languageAsked: true });
  });

  it('stays, even after a question in Vietnamese', async () => {
    await says('English');
    expect((await says('cài ihanoi ở đâu')).text).toContain('iHanoi comes only from the App Store');
    expect((await says('tôi muốn đăng nhập ihanoi bằng vneid thì làm thế nào')).text).toMatch(
      /sign in with VNeID/i,
    );
  });

  it.each(['tiếng Việt', 'tieng viet', 'answer in vietnamese please', 'trả lời bằng tiếng Việt đi'])(
    'ends with "%s"',
    async (text) => {
      await says('English');
      const reply = await says(text);
      expect(reply.text).toContain('từ giờ trả lời bằng tiếng Việt');
      expect(reply.buttons[0]).toBe('Nộp hồ sơ qua mạng');
      expect((await says('how do I install ihanoi')).text).toContain('iHanoi chỉ cài từ App Store');
    },
  );

  it('says once that an answer is not translated, and gives it in Vietnamese', async () => {
    await says('English');
    const { text } = await says('vneid là gì, dùng làm gì');
    expect(text.split('\n')[0]).toBe('(This answer is only available in Vietnamese.)');
    expect(text).toContain('VNeID');
  });
});

describe('the name of a language in a question', () => {
  it('does not change the language', async () => {
    await says('học tiếng anh ở đâu');
    await says('tiếng anh hay tiếng việt');
    expect(await visitor.state()).toMatchObject({ language: 'vi' });
  });
});

describe('a message plainly in English', () => {
  it('is answered in English, once with the way back to Vietnamese', async () => {
    const first = await says('Hello, how do I install the iHanoi app?');
    expect(first.text).toContain('iHanoi comes only from the App Store');
    expect(first.text.endsWith(wayBack)).toBe(true);
    expect(first.buttons.at(-1)).toBe('That did not help');
    const second = await says('how do I sign in to ihanoi');
    expect(second.text).toMatch(/sign in with VNeID/i);
    expect(second.text).not.toContain(wayBack);
  });

  it('gets buttons, steps and dates in English too', async () => {
    await says('where can I download ihanoi?');
    expect((await says('One step at a time')).text).toContain(
      'Step 1 of 3: Open the App Store or Google Play.',
    );
    expect((await says('what is the ihanoi app for?')).text).toMatch(/\(As of 20\d\d\.\)$/m);
  });

  it('is followed by Vietnamese after a sentence in Vietnamese, not after a name', async () => {
    await says('what is the ihanoi app for?');
    await says('Đục Khê');
    expect(await visitor.state()).toMatchObject({ language: 'en' });
    const { text } = await says('cho bác hỏi cài ihanoi ở đâu');
    expect(text).toContain('iHanoi chỉ cài từ App Store');
    expect(text).not.toContain('Vietnamese');
  });

  it('is not confused with Vietnamese without diacritics, nor with a word of thanks', async () => {
    await says('can ho so me');
    await says('thank you');
    expect(await visitor.state()).toMatchObject({ language: 'vi' });
  });
});
