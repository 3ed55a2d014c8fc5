import { officeKnowledge } from '../helpers/office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const directory = officeKnowledge().directory.in('en');

/** Questions of visitors that are not among the examples, with the intent that answers them. */
const questions: [intent: string, text: string][] = [
  ['file-online-where', 'Hi, on which site can I submit my paperwork?'],
  ['which-device', 'Could I submit the form from my mobile phone?'],
  ['help-in-person', 'Is there somewhere I can go so that someone helps me?'],
  ['certified-copy-fee', 'How much do they charge for certifying copies of my passport?'],
  ['track-dossier', 'How can I see where my application is?'],
  ['lost-dossier-code', 'I have lost the code of my application'],
  ['how-long', 'How many days do I have to wait for the paper?'],
  ['on-behalf', 'May I submit the form for my mother?'],
  ['portal-sign-in', "I can't figure out how to log into the public services website"],
  ['ihanoi-what-is', 'What does the iHanoi app do?'],
  ['ihanoi-install', 'Where do I get iHanoi?'],
  ['ihanoi-report-problem', 'There is garbage everywhere on our road, how do I tell the city?'],
  ['ihanoi-how-long', 'When will I get an answer to my report?'],
  ['ihanoi-urgent', 'What number should I call in an emergency?'],
  ['ihanoi-vs-vneid', 'Is iHanoi different from VNeID?'],
  ['signature-register-vneid', 'How do I create a digital signature with VNeID?'],
  ['signature-cost', 'What is the price of a digital signature?'],
  ['signature-forgot-pin', "I don't know my digital signature PIN any more"],
  ['signature-papers-needed', 'Which documents should I bring for the digital signature?'],
  ['signature-which-procedures', 'For what procedures is a digital signature needed?'],
  ['etax-install', 'How can I download the eTax app?'],
  ['etax-forgot-password', 'I have forgotten the eTax Mobile password'],
  ['etax-pay-land-tax', 'How can I pay the tax for my land?'],
  ['household-tax-threshold', 'How much revenue can I have before I need to pay tax?'],
  ['etax-pay-for-someone', 'Can I pay the tax of my father?'],
];

describe('a visitor who writes English', () => {
  let whole: WholeBot;
  let visitor: Resident;
  beforeAll(async () => {
    whole = await startWholeBot();
  }, 60_000);
  beforeEach(async () => {
    visitor = await whole.newResident('Alex');
  });
  afterAll(async () => {
    await whole.stop();
  });

  async function hears(text: string) {
    await visitor.write(text);
    return (await visitor.news()).map((message) => ({
      text: message.text,
      buttons: message.buttons.map(({ title }) => title),
    }));
  }

  test('is answered, led through the steps and handed to a person, all in English', async () => {
    const [answer] = await hears('Hello! Where can I get the iHanoi app on my phone?');
    expect(answer?.text).toContain('iHanoi comes only from the App Store (iPhone) or Google Play (Android).');
    expect(answer?.text).toContain('To go back to Vietnamese, write: tiếng Việt');
    await visitor.tap('One step at a time');
    expect((await visitor.news())[0]?.text).toContain('Step 1 of 3');
    await visitor.tap('Next');
    expect((await visitor.news())[0]?.text).toContain('Step 2 of 3');
    const handoff = await hears('I want to talk to a person');
    expect(handoff[0]?.text).toMatch(/request \d+/);
  });

  test('is warned in English of a code in the message', async () => {
    const [warning] = await hears('what should I do with this code? my OTP is 481920');
    expect(warning?.text).toContain('Please never send a one-time code to anyone');
  });

  test("can use the account's own menu, which is in Vietnamese", async () => {
    await hears('English');
    expect((await hears('#chukyso'))[0]?.text).toContain('Personal digital signatures');
    expect((await hears('#xemcacmuc'))[0]?.text).toContain('What can I help with?');
  });

  test('reads an untranslated answer in Vietnamese, under a line that says so', async () => {
    await hears('English please');
    await visitor.write('đăng ký tạm trú thế nào');
    const [answer] = await visitor.news();
    expect(answer?.text.split('\n')[0]).toBe('(This answer is only available in Vietnamese.)');
    expect(answer?.text).toContain('"Đăng ký tạm trú"');
  });

  test('gets the right answer, or a choice that contains it, to most questions; wrong answers are rare', async () => {
    const outcomes = { right: 0, offered: 0, wrong: [] as string[] };
    for (const [id, question] of questions) {
      visitor = await whole.newResident();
      const intent = directory.findIntent(id);
      const replies = await hears(question);
      if (replies.some(({ text }) => text.startsWith(intent?.answer.trim() ?? '?'))) outcomes.right += 1;
      else if (replies.some(({ buttons }) => buttons.includes(intent?.button ?? '?'))) outcomes.offered += 1;
      else outcomes.wrong.push(question);
    }
    expect(outcomes.right).toBeGreaterThanOrEqual(questions.length * 0.75);
    expect(outcomes.wrong.length).toBeLessThanOrEqual(questions.length * 0.15);
  }, 60_000);
});
