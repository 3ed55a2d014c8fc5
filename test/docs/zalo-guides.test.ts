import { readFileSync } from 'node:fs';
import { answerMessage } from '../../src/actor/answer-message.ts';
import { createContext } from '../../src/actor/create-context.ts';
import { readMessage } from '../../src/actor/read-message.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { freshState } from '../../src/conversation/state.ts';
import { loadWords } from '../../src/i18n.ts';
import { createBot } from '../../src/intents/create-bot.ts';
import type { MessageEvent } from '../../src/message.ts';
import { foldText } from '../../src/nlu/text/fold-text.ts';
import {
  echoNames,
  residentMessageNames,
  singleNames,
  visitorMessageNames,
} from '../../src/zalo/events/event-names.ts';
import { createFakeResidentTickets } from '../fakes/fake-resident-tickets.ts';
import { officeKnowledge } from '../helpers/office.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const english = read('docs/zalo-setup.md');
const vietnamese = read('docs/cai-dat-zalo.md');

/** Rows of a guide's tables whose cells hold a pasted text: title, text to send, the same squeezed, what it opens. */
function menuRows(guide: string): string[][] {
  return guide
    .split('\n')
    .filter((line) => /^\| [^|]+ \| `#/.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')));
}

const menu = menuRows(english);

describe('the menu to paste', () => {
  it('is the same in both guides', () => {
    expect(menu.length).toBeGreaterThanOrEqual(6);
    expect(menuRows(vietnamese)).toEqual(menu.map((cells) => cells.slice(0, 3)));
  });

  it('says what its titles say, short enough for a phone and for the form', () => {
    for (const [title = '', text = '', squeezed = ''] of menu) {
      expect(text).toBe(`#${title}`);
      expect(title.length).toBeLessThanOrEqual(20);
      expect(squeezed).toMatch(/^#[a-z0-9]{1,39}$/);
      expect(squeezed).toBe(`#${foldText(title).replaceAll(' ', '')}`);
    }
  });

  const openings = menu.flatMap(([, text = '', squeezed = '', opens = '']) => [
    [text, opens],
    [squeezed, opens],
  ]);
  it.each(openings)('%s opens %s for somebody who was told nothing yet', async (text, opens) => {
    expect(await openedBy(text as string)).toBe(opens);
  });
});

const directory = officeKnowledge().directory;
const words = loadWords();
const bot = createBot({
  directory,
  // A pasted text must be understood for certain, whatever the classifier has learnt.
  classifier: { classify: () => [] },
  words,
  asked: [],
  contactImageUrl: 'https://bot.example.vn/contact-card.png',
});
const now = Date.parse('2026-10-12T09:00:00+07:00');
const stored = { id: 1, receivedAt: now, phoneEncrypted: null };

/** Has a resident's first message answered as the conversation's actor does. @returns intent, and topic of a menu */
async function openedBy(text: string): Promise<string> {
  const event: MessageEvent = {
    kind: 'message',
    eventName: 'user_send_text',
    deliveryKey: 'k',
    oaId: '1',
    personId: 'p',
    messageId: 'm',
    occurredAt: now,
    text,
    attachments: [],
  };
  const turn = { covered: [], last: { ...stored, event }, recentMessages: [] };
  const reading = readMessage({ bot, conversation: { state: freshState }, turn, now });
  if (!reading) throw new Error('a message is read');
  const open = createContext({
    understanding: reading.understanding,
    message: { text, attachments: [], secrets: [], occurredAt: now, anonymous: false },
    state: freshState,
    oaId: '1',
    now,
    translate: words.in('vi'),
    tickets: createFakeResidentTickets(now),
    answersEventId: 1,
    erasure: { request: async () => now, stop: async () => false },
  });
  await answerMessage(bot, open, reading);
  const intent = open.drafts[0]?.intent ?? 'nothing';
  const { topic } = open.state();
  return topic ? `${intent}/${topic}` : intent;
}

describe('the events to tick', () => {
  const named = (guide: string) => new Set(guide.match(/`(?:user|oa|anonymous)_[a-z_]+`|`(?:un)?follow`/g));

  it('are the same in both guides', () => {
    expect(named(vietnamese)).toEqual(named(english));
  });

  it('are those that the bot does something with', () => {
    const useful = [...residentMessageNames, ...singleNames, ...echoNames, ...visitorMessageNames]
      // Templates are never sent, and the name stands in two lists of events only.
      .filter((name) => name !== 'oa_send_template');
    expect(named(english)).toEqual(new Set(useful.map((name) => `\`${name}\``)));
  });
});

describe('what the guides have people do', () => {
  it('names commands that there are, with their options', async () => {
    const guides = english + vietnamese;
    const calls = [...guides.matchAll(/npm run cli -- ([a-z:-]+)([^`\n]*)/g)];
    expect(calls.length).toBeGreaterThan(5);
    for (const [, command = '', rest = ''] of calls) {
      let help = '';
      const write = (text: string) => {
        help += text;
      };
      const exitCode = await runCommand([command, '--help'], {
        open: () => Promise.reject(new Error('no')),
        write,
      });
      expect([command, exitCode]).toEqual([command, 0]);
      for (const option of rest.match(/--[a-z-]+/g) ?? []) expect(help).toContain(option);
    }
  });

  it('names results of deliveries that are counted by these names', () => {
    const source = read('src/webhook/accept-delivery.ts');
    const results = ['unknown-oa', 'new', 'bad-signature', 'unsigned', 'wrong-app'];
    expect(
      results.filter((result) => !english.includes(`\`${result}\``) || !source.includes(`'${result}'`)),
    ).toEqual([]);
  });

  it('names alarms and states that the program has', () => {
    expect(read('src/alarm.ts')).toContain("'sending-stopped'");
    expect(read('src/alarm.ts')).toContain("'silence'");
    expect(read('src/database/schema.ts')).toContain("'needs-authorisation'");
  });
});
