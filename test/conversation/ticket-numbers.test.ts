import { ticketNumbersIn } from '../../src/conversation/ticket-numbers.ts';
import type { ReplyButton } from '../../src/message.ts';

const about = (ticket?: string): ReplyButton => ({
  kind: 'reply',
  title: 'Xem',
  text: '#Xem',
  meaning: { intent: 'member', step: 'details', ...(ticket === undefined ? {} : { data: { ticket } }) },
});

describe('the tickets that a message is about', () => {
  it('are those of its buttons and choices, each once', () => {
    const buttons = [about('101'), about(), { kind: 'call' as const, title: 'Gọi', phone: '102' }];
    const content = { kind: 'text' as const, text: '103', buttons, choices: [about('104'), about('101')] };
    expect(ticketNumbersIn(content)).toEqual([101, 104]);
  });

  it('are none when the message has no buttons', () => {
    expect(ticketNumbersIn({ kind: 'text', text: '#101' })).toEqual([]);
    expect(ticketNumbersIn({ kind: 'image', attachmentId: '101' })).toEqual([]);
  });
});
