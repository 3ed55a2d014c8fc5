import { createContext } from '../../src/actor/create-context.ts';
import { type ConversationState, freshState } from '../../src/conversation/state.ts';
import { loadWords } from '../../src/i18n.ts';
import { createBot } from '../../src/intents/create-bot.ts';
import type { OpenContext } from '../../src/intents/flow/bot-context.ts';
import type { Candidate } from '../../src/nlu/classifier/classifier.ts';
import type { ResidentTickets } from '../../src/ticket/resident-ticket-types.ts';
import { officeKnowledge } from '../helpers/office.ts';

const now = Date.parse('2026-10-12T09:00:00+07:00');
const words = loadWords();
const directory = officeKnowledge().directory;

async function ask(
  text: string,
  classify: () => Candidate[],
  state: Partial<ConversationState> = {},
): Promise<OpenContext> {
  const bot = createBot({
    directory,
    classifier: { classify },
    words,
    asked: [],
    contactImageUrl: 'https://bot.example.vn/contact-card.png',
  });
  const understanding = bot.understand({ text, secrets: [], now });
  const talk = { state: { ...freshState, ...state }, now };
  const open = createContext({
    message: { text, attachments: [], secrets: [], occurredAt: now, anonymous: false },
    understanding,
    state: talk.state,
    oaId: '1',
    now,
    translate: words.in('vi'),
    tickets: {} as ResidentTickets,
    answersEventId: 1,
    erasure: { request: async () => now, stop: async () => false },
  });
  await bot.ask(open, bot.readQuestion(understanding, talk));
  return open;
}

describe('the bot', () => {
  it('does not go in circles over an intent that the classifier knows and no flow answers', async () => {
    let asked = 0;
    const open = await ask('abracadabra', () => {
      asked += 1;
      if (asked > 3) throw new Error('asked again and again');
      return [{ intent: 'known-to-nobody', topic: 'smalltalk', probability: 0.9 }];
    });
    expect(open.drafts.map(({ intent, outcome }) => [intent, outcome])).toEqual([['fallback', 'clarify']]);
  });

  it('is reached by names while the classifier knows nothing', async () => {
    const title = directory.findIntent('etax-sign-in')?.title as string;
    const { drafts } = await ask(title, () => []);
    expect(drafts[0]).toMatchObject({ intent: 'etax-sign-in', outcome: 'answer' });
  });

  it('offers what has to be done after a death when a resident only says that somebody died', async () => {
    const open = await ask('con tôi mất rồi', () => [
      { intent: 'scam-gave-otp', topic: 'online-safety', probability: 0.3 },
      { intent: 'thanks', topic: 'smalltalk', probability: 0.2 },
    ]);
    const [draft] = open.drafts;
    expect(draft?.outcome).toBe('clarify');
    expect(draft?.content).toMatchObject({ text: expect.stringMatching(/^Xin chia buồn cùng gia đình/) });
    const buttons = draft?.content.kind === 'text' ? (draft.content.buttons ?? []) : [];
    const titles = buttons.map(({ title }) => title);
    expect(titles[0]).toBe(directory.findIntent('death-register')?.button);
    expect(titles.at(-1)).toBe('Gặp cán bộ');
  });

  it('says who helps instead with a question for somebody else, beside the nearest question that it can answer', async () => {
    const law = [{ intent: 'outside-law', topic: 'out-of-scope', probability: 0.9 }];
    const { drafts } = await ask('anh em kiện nhau chia di sản thì tòa xử bao lâu', () => law);
    const [draft] = drafts;
    expect(draft).toMatchObject({
      outcome: 'decline',
      content: { text: expect.stringMatching(/trợ giúp pháp lý/) },
    });
    const buttons = draft?.content.kind === 'text' ? (draft.content.buttons ?? []) : [];
    expect(buttons.map(({ title }) => title)).toEqual([
      directory.findIntent('legal-advice')?.button,
      words.in('vi')('bot:buttons.menu'),
      'Gặp cán bộ',
    ]);
  });

  it.each([
    ['chuyen truong cho con lop 4 tu bac ninh ve day thu tuc sao', 'object-school-transfer'],
    [
      'tra phạt nguội xe tải 29H ở đâu cho chuẩn, mấy trang trên gg mỗi trang ra 1 kiểu',
      'object-traffic-fine',
    ],
  ])('tells what it knows of a thing that the classifier calls out of scope: %s', async (text, intent) => {
    const elsewhere = [{ intent: 'outside-school', topic: 'out-of-scope', probability: 0.9 }];
    const { drafts } = await ask(text, () => elsewhere);
    expect(drafts[0]).toMatchObject({ intent, outcome: 'answer' });
  });

  describe('a few words that are likeliest out of scope', () => {
    const outside = (probability: number) => () => [
      { intent: 'outside-jobs', topic: 'out-of-scope', probability },
    ];
    const afterAnswer = { topic: 'one-stop-shop', lastAt: { answer: now - 60_000 } };

    it('continue the topic of the last answer, even when none of its answers fits', async () => {
      const { drafts } = await ask('vốn bao nhiêu', outside(0.75), afterAnswer);
      expect(drafts.map(({ intent }) => intent)).toEqual(['about-one-stop-shop']);
      expect(drafts[0]?.content).toMatchObject({ text: expect.stringContaining('một cửa của xã') });
    });

    it.each<[string, number, Partial<ConversationState>]>([
      ['surely about something else', 0.95, afterAnswer],
      ['after the talk about something else', 0.75, { ...afterAnswer, topic: 'smalltalk' }],
      ['long after the answer', 0.75, { ...afterAnswer, lastAt: { answer: now - 5 * 3_600_000 } }],
    ])('are declined %s', async (_, probability, state) => {
      const { drafts } = await ask('vốn bao nhiêu', outside(probability), state);
      expect(drafts.map(({ outcome }) => outcome)).toEqual(['decline']);
    });
  });
});
