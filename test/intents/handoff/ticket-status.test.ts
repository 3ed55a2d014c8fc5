import { freshState } from '../../../src/conversation/state.ts';
import { minuteMs } from '../../../src/durations.ts';
import { ticketStatus } from '../../../src/intents/handoff/ticket-status.ts';
import type { BotContext } from '../../../src/intents/intent-handler.ts';
import { noon } from '../../helpers/actor-fixture.ts';

function isRecognised(text: string, lastAt: Record<string, number> = {}): boolean {
  const ctx = { message: { text }, state: { ...freshState, lastAt }, now: noon } as unknown as BotContext;
  return ticketStatus.recognises?.(ctx) !== undefined;
}

describe('asking for one’s own matter', () => {
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
  ])('%j does', (text) => expect(isRecognised(text)).toBe(true));

  it.each([
    'gọi cho tôi',
    'gọi lại giúp em',
    'khi nào gọi cấp cứu',
    'bao giờ có tiền',
    'sao gọi 113 không ai nghe',
    'gọi số mấy',
    'bao giờ trả lời',
    'bao lâu thì trả lời phản ánh trên mạng',
  ])('%j does not', (text) => expect(isRecognised(text)).toBe(false));

  it('of an answer right after it was opened, if nothing else was answered since', () => {
    const opened = noon - 5 * minuteMs;
    expect(isRecognised('bao giờ trả lời', { matter: opened })).toBe(true);
    expect(isRecognised('bao giờ trả lời', { matter: opened, answer: noon - minuteMs })).toBe(false);
    expect(isRecognised('bao giờ trả lời', { matter: noon - 31 * minuteMs })).toBe(false);
  });

  it('is read at once, however often its words come again', () => {
    const startedAt = performance.now();
    expect(isRecognised(`khi nào gọi${' cho tôi'.repeat(800)} x`)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
