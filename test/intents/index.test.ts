import { freshState } from '../../src/conversation/conversation-state.ts';
import { createContext } from '../../src/conversation/create-context.ts';
import { loadWords, localesFolder } from '../../src/i18n.ts';
import { createIntents } from '../../src/intents/index.ts';
import { createTopicDirectory } from '../../src/intents/topic-directory.ts';
import type { TicketDesk } from '../../src/ticket/ticket-desk.ts';

const now = Date.parse('2026-10-12T09:00:00+07:00');

describe('the intents', () => {
  it('do not go in circles over an intent that the classifier knows and nobody answers', async () => {
    let asked = 0;
    const intents = createIntents({
      directory: createTopicDirectory(`${localesFolder}/vi`),
      classifier: {
        classify() {
          asked += 1;
          if (asked > 3) throw new Error('asked again and again');
          return [{ intent: 'known-to-nobody', topic: 'smalltalk', probability: 0.9 }];
        },
      },
      fold: (text) => text,
      contactImageUrl: 'https://bot.example.vn/contact-card.png',
    });
    const open = createContext({
      message: { text: 'abracadabra', attachments: [], secrets: [], occurredAt: now, anonymous: false },
      state: freshState,
      oaId: '1',
      now,
      translate: loadWords().in('vi'),
      tickets: {} as TicketDesk,
      answersEventId: 1,
      requestErasure: async () => undefined,
    });
    await intents.ask(open);
    expect(open.drafts.map(({ intent, outcome }) => [intent, outcome])).toEqual([['fallback', 'clarify']]);
  });
});
