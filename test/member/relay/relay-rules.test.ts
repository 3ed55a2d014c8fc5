import fc from 'fast-check';
import { minuteMs } from '../../../src/durations.ts';
import { freshChat, type MemberChat } from '../../../src/member/chat/chat-state.ts';
import {
  chooseRecipient,
  longText,
  pauseMs,
  withOwnRelays,
  withoutRelay,
} from '../../../src/member/relay/relay-rules.ts';

const now = Date.parse('2026-10-07T09:00:00+07:00');
const spoken = (ticket: number, ago = minuteMs) => ({ ticket, lastAt: now - ago });

const ownTicket = (number: number, lastResidentAt = 0) => ({ number, lastResidentAt, claimedAt: 0 });
const two = { own: [ownTicket(412), ownTicket(415)] };

const pending = { id: 1, text: 'a', attachments: [], typedAt: now, shownAt: now, shownIn: 1 };

describe("a member's text", () => {
  const cases: [string, Partial<MemberChat>, object, object][] = [
    ['is for nobody yet without an open relay', {}, {}, { kind: 'ask', ticket: undefined }],
    [
      'stays pending after a claim, before the first message',
      { relays: [{ ticket: 412 }] },
      {},
      { kind: 'ask', ticket: 412 },
    ],
    [
      'goes to the resident of the only open relay',
      { relays: [spoken(412)] },
      {},
      { kind: 'send', ticket: 412 },
    ],
    ['stays pending after a pause', { relays: [spoken(412, pauseMs)] }, {}, { kind: 'ask', ticket: 412 }],
    [
      'is for nobody yet with two open tickets, even in the middle of a talk with one',
      { relays: [spoken(412), spoken(415)] },
      two,
      { kind: 'ask', ticket: undefined },
    ],
    [
      'is for nobody yet beside a ticket that the member never wrote to',
      { relays: [spoken(412)] },
      two,
      { kind: 'ask', ticket: undefined },
    ],
    [
      'goes to the resident of the only talk that is not paused',
      { relays: [spoken(412)], paused: [{ ticket: 415, at: now }] },
      two,
      { kind: 'send', ticket: 412 },
    ],
    [
      'is for nobody yet after the resident of a paused talk wrote',
      { relays: [spoken(412)], paused: [{ ticket: 415, at: now - minuteMs }] },
      { own: [ownTicket(412), ownTicket(415, now)] },
      { kind: 'ask', ticket: undefined },
    ],
    [
      'stays pending for the ticket that the member has just opened to write to',
      { relays: [spoken(412), { ticket: 415, chosenAt: now - minuteMs }] },
      two,
      { kind: 'ask', ticket: 415 },
    ],
    [
      'is for nobody yet when another resident wrote after one was opened',
      { relays: [{ ticket: 415, chosenAt: now - minuteMs }] },
      { own: [ownTicket(412, now), ownTicket(415)] },
      { kind: 'ask', ticket: undefined },
    ],
    [
      'is for nobody yet long after one was opened',
      { relays: [{ ticket: 415, chosenAt: now - pauseMs }] },
      two,
      { kind: 'ask', ticket: undefined },
    ],
    [
      'is for nobody yet after the member lost the ticket they wrote to last: it may be meant for that one',
      { relays: [spoken(412), spoken(999)] },
      {},
      { kind: 'ask', ticket: undefined },
    ],
    [
      'stays pending after the other of two relays was closed, paused or retracted',
      { relays: withoutRelay([spoken(412), spoken(415)], 415) },
      {},
      { kind: 'ask', ticket: 412 },
    ],
    [
      'stays pending after the member lost the one of two tickets that they wrote to now',
      { relays: withOwnRelays([spoken(412), { ticket: 415 }], [412]) },
      {},
      { kind: 'ask', ticket: 412 },
    ],
    [
      'goes out after the member declined a ticket that they never wrote to',
      { relays: withoutRelay([spoken(412)], 415) },
      {},
      { kind: 'send', ticket: 412 },
    ],
    [
      'is for nobody yet after the member lost the ticket',
      { relays: [spoken(999)] },
      {},
      { kind: 'ask', ticket: undefined },
    ],
    [
      'goes to the ticket that it names',
      { relays: [spoken(412), spoken(415)] },
      { ...two, picked: 415 },
      { kind: 'send', ticket: 415 },
    ],
    [
      'stays pending for the ticket that it names when it may be a command',
      { relays: [spoken(412)] },
      { ...two, picked: 415, isMisaddressed: true },
      { kind: 'ask', ticket: 415 },
    ],
    [
      'goes to the ticket that it names before any relay is open',
      {},
      { ...two, picked: 415 },
      { kind: 'send', ticket: 415 },
    ],
    [
      'is for nobody yet when it names a ticket of another member',
      { relays: [] },
      { picked: 999 },
      { kind: 'ask', ticket: undefined },
    ],
    [
      'stays pending when it begins with the number of a ticket of another member',
      { relays: [spoken(412)] },
      { isMisaddressed: true },
      { kind: 'ask', ticket: 412 },
    ],
    [
      'stays pending beside another pending text',
      { relays: [spoken(412)], pending: [pending] },
      {},
      { kind: 'ask', ticket: 412 },
    ],
    [
      'stays pending when it is very long',
      { relays: [spoken(412)] },
      { length: longText + 1 },
      { kind: 'ask', ticket: 412 },
    ],
  ];
  test.each(cases)('%s', (_title, chat, more, destination) => {
    const typed = { chat: { ...freshChat, ...chat }, own: [ownTicket(412)], length: 10, now, ...more };
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
          const to = chooseRecipient({
            chat: { ...freshChat, relays },
            own: own.map((number) => ownTicket(number)),
            picked,
            length: 5,
            now,
          });
          expect([undefined, ...own]).toContain(to.ticket);
        },
      ),
    );
  });
});
