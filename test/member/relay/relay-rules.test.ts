import fc from 'fast-check';
import { minuteMs } from '../../../src/durations.ts';
import { freshChat, type MemberChat } from '../../../src/member/chat/chat-state.ts';
import { chooseRecipient, longText, pauseMs, withoutRelay } from '../../../src/member/relay/relay-rules.ts';

const now = Date.parse('2026-10-07T09:00:00+07:00');
const spoken = (ticket: number, ago = minuteMs) => ({ ticket, lastAt: now - ago });

describe("the recipient of a member's text", () => {
  const cases: [string, Partial<MemberChat>, object, object][] = [
    ['to nobody without an open relay', {}, {}, { kind: 'nobody' }],
    [
      'are held after a claim, before the first word',
      { relays: [{ ticket: 412 }] },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'go on to the resident of the one open relay',
      { relays: [spoken(412)] },
      {},
      { kind: 'send', ticket: 412 },
    ],
    ['are held after a pause', { relays: [spoken(412, pauseMs)] }, {}, { kind: 'ask', tickets: [412] }],
    [
      'are held while two relays are open',
      { relays: [spoken(412), spoken(415)] },
      {},
      { kind: 'ask', tickets: [412, 415] },
    ],
    [
      'are held when one of the two they wrote to is theirs no more: they may be meant for that one',
      { relays: [spoken(412), spoken(999)] },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'are held when the other of two has just been closed, paused or taken back',
      { relays: withoutRelay([spoken(412), spoken(415)], 415) },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'go on after a ticket was declined that they never wrote to',
      { relays: withoutRelay([spoken(412)], 415) },
      {},
      { kind: 'send', ticket: 412 },
    ],
    ['go to nobody when the ticket is theirs no more', { relays: [spoken(999)] }, {}, { kind: 'nobody' }],
    [
      'go to the ticket that they name',
      { relays: [spoken(412), spoken(415)] },
      { picked: 415 },
      { kind: 'send', ticket: 415 },
    ],
    ['to a ticket named before any relay is open', {}, { picked: 415 }, { kind: 'send', ticket: 415 }],
    ['are no ticket’s when the number is not theirs', { relays: [] }, { picked: 999 }, { kind: 'nobody' }],
    [
      'are held when they begin with the number of a ticket that is not theirs',
      { relays: [spoken(412)] },
      { isMisaddressed: true },
      { kind: 'ask', tickets: [412] },
    ],
    [
      'join what is held already',
      { relays: [spoken(412)], pendingReply: { id: 'm1', lines: [], at: now } },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'are held when they are very long',
      { relays: [spoken(412)] },
      { length: longText + 1 },
      { kind: 'ask', tickets: [412] },
    ],
  ];
  test.each(cases)('%s', (_title, chat, more, destination) => {
    const typed = { chat: { ...freshChat, ...chat }, own: [412, 415], length: 10, now, ...more };
    expect(chooseRecipient(typed)).toEqual(destination);
  });

  test('is never the resident of a ticket that the member does not have', () => {
    const ticket = fc.integer({ min: 101, max: 108 });
    const relay = fc.record({
      ticket,
      lastAt: fc.option(fc.integer({ min: now - 2 * pauseMs, max: now }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(relay, { maxLength: 5 }),
        fc.uniqueArray(ticket),
        fc.option(ticket, { nil: undefined }),
        (relays, own, picked) => {
          const to = chooseRecipient({ chat: { ...freshChat, relays }, own, picked, length: 5, now });
          const tickets = to.kind === 'send' ? [to.ticket] : to.kind === 'ask' ? to.tickets : [];
          expect(tickets.filter((one) => !own.includes(one))).toEqual([]);
        },
      ),
    );
  });
});
