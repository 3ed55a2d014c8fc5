import fc from 'fast-check';
import { minuteMs } from '../../../src/durations.ts';
import { freshChat, type MemberChat } from '../../../src/member/chat/chat-state.ts';
import { chooseRecipient, longText, pauseMs, withoutRelay } from '../../../src/member/relay/relay-rules.ts';

const now = Date.parse('2026-10-07T09:00:00+07:00');
const spoken = (ticket: number, ago = minuteMs) => ({ ticket, lastAt: now - ago });

describe("a member's text", () => {
  const cases: [string, Partial<MemberChat>, object, object][] = [
    ['goes to no resident without an open relay', {}, {}, { kind: 'nobody' }],
    [
      'stays pending after a claim, before the first message',
      { relays: [{ ticket: 412 }] },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'goes to the resident of the only open relay',
      { relays: [spoken(412)] },
      {},
      { kind: 'send', ticket: 412 },
    ],
    ['stays pending after a pause', { relays: [spoken(412, pauseMs)] }, {}, { kind: 'ask', tickets: [412] }],
    [
      'stays pending while two relays are open',
      { relays: [spoken(412), spoken(415)] },
      {},
      { kind: 'ask', tickets: [412, 415] },
    ],
    [
      'stays pending after the member lost one of two tickets: it may be meant for that one',
      { relays: [spoken(412), spoken(999)] },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'stays pending after the other of two relays was closed, paused or retracted',
      { relays: withoutRelay([spoken(412), spoken(415)], 415) },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'goes out after the member declined a ticket that they never wrote to',
      { relays: withoutRelay([spoken(412)], 415) },
      {},
      { kind: 'send', ticket: 412 },
    ],
    [
      'goes to no resident after the member lost the ticket',
      { relays: [spoken(999)] },
      {},
      { kind: 'nobody' },
    ],
    [
      'goes to the ticket that it names',
      { relays: [spoken(412), spoken(415)] },
      { picked: 415 },
      { kind: 'send', ticket: 415 },
    ],
    [
      'goes to the ticket that it names before any relay is open',
      {},
      { picked: 415 },
      { kind: 'send', ticket: 415 },
    ],
    [
      'goes to no resident when it names a ticket of another member',
      { relays: [] },
      { picked: 999 },
      { kind: 'nobody' },
    ],
    [
      'stays pending when it begins with the number of a ticket of another member',
      { relays: [spoken(412)] },
      { isMisaddressed: true },
      { kind: 'ask', tickets: [412] },
    ],
    [
      'joins a pending reply',
      { relays: [spoken(412)], pendingReply: { id: 'm1', lines: [], at: now } },
      {},
      { kind: 'ask', tickets: [412] },
    ],
    [
      'stays pending when it is very long',
      { relays: [spoken(412)] },
      { length: longText + 1 },
      { kind: 'ask', tickets: [412] },
    ],
  ];
  test.each(cases)('%s', (_title, chat, more, destination) => {
    const typed = { chat: { ...freshChat, ...chat }, own: [412, 415], length: 10, now, ...more };
    expect(chooseRecipient(typed)).toEqual(destination);
  });

  test('never goes to the resident of a ticket that the member does not have', () => {
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
