import { freshState } from '../../src/conversation/conversation-state.ts';
import { createContext, type OpenContext } from '../../src/conversation/create-context.ts';
import { loadWords, localesFolder } from '../../src/i18n.ts';
import { createIntents } from '../../src/intents/index.ts';
import { createTopicDirectory } from '../../src/intents/topic-directory.ts';
import type { Candidate } from '../../src/nlu/classifier.ts';
import type { TicketDesk } from '../../src/ticket/ticket-desk.ts';

const now = Date.parse('2026-10-12T09:00:00+07:00');
const directory = createTopicDirectory(`${localesFolder}/vi`);

async function ask(text: string, classify: () => Candidate[]): Promise<OpenContext> {
  const intents = createIntents({
    directory,
    classifier: { classify },
    fold: (folded) => folded,
    contactImageUrl: 'https://bot.example.vn/contact-card.png',
  });
  const open = createContext({
    message: { text, attachments: [], secrets: [], occurredAt: now, anonymous: false },
    state: freshState,
    oaId: '1',
    now,
    translate: loadWords().in('vi'),
    tickets: {} as TicketDesk,
    answersEventId: 1,
    requestErasure: async () => undefined,
  });
  await intents.ask(open);
  return open;
}

describe('the intents', () => {
  it('do not go in circles over an intent that the classifier knows and nobody answers', async () => {
    let asked = 0;
    const open = await ask('abracadabra', () => {
      asked += 1;
      if (asked > 3) throw new Error('asked again and again');
      return [{ intent: 'known-to-nobody', topic: 'smalltalk', probability: 0.9 }];
    });
    expect(open.drafts.map(({ intent, outcome }) => [intent, outcome])).toEqual([['fallback', 'clarify']]);
  });

  it('offer what has to be done after a death to who only says that somebody died', async () => {
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
});
