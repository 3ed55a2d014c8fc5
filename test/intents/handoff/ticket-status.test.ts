import type { ConversationState } from '../../../src/conversation/state.ts';
import { minuteMs } from '../../../src/durations.ts';
import { ticketStatus } from '../../../src/intents/handoff/ticket-status.ts';
import { talkAfter } from '../../fakes/talk.ts';
import { understandText } from '../../fakes/understand.ts';
import { noon } from '../../helpers/actor-fixture.ts';

function isMatched(text: string, lastAt: ConversationState['lastAt'] = {}): boolean {
  return ticketStatus.matches?.(understandText(text), { ...talkAfter({ lastAt }), now: noon }) !== undefined;
}

describe('asking about one’s own ticket', () => {
  it.each([
    'khi nào gọi',
    'bao giờ gọi lại',
    'bao giờ gọi lại cho tôi',
    'Bao giờ thì có người gọi lại cho bác ạ?',
    'mấy giờ cán bộ gọi',
    'gọi lại khi nào',
    'sao chưa thấy ai gọi',
    'mãi không thấy gọi lại',
    'vẫn chưa có ai liên hệ',
    'yêu cầu 412 xong chưa',
    'yêu cầu của tôi đến đâu rồi',
  ])('%j does', (text) => expect(isMatched(text)).toBe(true));

  it.each([
    'gọi cho tôi',
    'gọi lại giúp em',
    'khi nào gọi cấp cứu',
    'bao giờ có tiền',
    'sao gọi 113 không ai nghe',
    'gọi số mấy',
    'bao giờ trả lời',
    'bao lâu thì trả lời phản ánh trên mạng',
  ])('%j does not', (text) => expect(isMatched(text)).toBe(false));

  it('does right after the resident opened a ticket, unless the bot answered something since', () => {
    const opened = noon - 5 * minuteMs;
    expect(isMatched('bao giờ trả lời', { ticket: opened })).toBe(true);
    expect(isMatched('bao giờ trả lời', { ticket: opened, answer: noon - minuteMs })).toBe(false);
    expect(isMatched('bao giờ trả lời', { ticket: noon - 31 * minuteMs })).toBe(false);
  });

  it('is read quickly, however often its words repeat', () => {
    const startedAt = performance.now();
    expect(isMatched(`khi nào gọi${' cho tôi'.repeat(800)} x`)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
