import { freshState } from '../../../src/conversation/state.ts';
import { minuteMs } from '../../../src/durations.ts';
import { answers } from '../../../src/intents/flow/flow-shapes.ts';
import { createBelongsToTicket } from '../../../src/intents/handoff/belongs-to-ticket.ts';
import type { QuestionReading } from '../../../src/intents/read-question.ts';
import type { TicketSummary } from '../../../src/ticket/resident-ticket-types.ts';
import { understandText } from '../../fakes/understand.ts';
import { noon } from '../../helpers/actor-fixture.ts';

const belongs = createBelongsToTicket((intent) => (intent === 'none' ? undefined : intent));

const ticket: TicketSummary = {
  number: 101,
  status: 'new',
  kind: 'question',
  topic: 'vneid',
  createdAt: 0,
  isClaimed: false,
  lastAnswerAt: null,
};
const claimed: TicketSummary = { ...ticket, status: 'open', isClaimed: true };

interface Said {
  /** The topic of the answer that the message calls for; none when it is unclear. */
  topic?: string;
  beside?: TicketSummary;
  isQuestionAsked?: boolean;
}

function isAdded(text: string, { topic, beside = ticket, isQuestionAsked = false }: Said = {}): boolean {
  const question: QuestionReading = topic
    ? { kind: 'calls', calls: [answers.call(topic)] }
    : { kind: 'not-understood' };
  const state = { ...freshState, lastAt: isQuestionAsked ? { 'question-asked': 1 } : {} };
  return belongs(
    {
      input: { kind: 'question' },
      question,
      understanding: understandText(text),
      state,
      isHumanLane: beside.isClaimed,
      now: noon,
    },
    beside,
  );
}

describe('a message of a resident with an open ticket', () => {
  it('goes to it when the bot cannot answer it', () => {
    expect(isAdded('máy của em là samsung a12')).toBe(true);
  });

  it('does not when it asks something that the bot answers', () => {
    expect(isAdded('lệ phí tách hộ bao nhiêu?', { topic: 'residence' })).toBe(false);
    expect(isAdded('mức 2 làm thế nào?', { topic: 'vneid' })).toBe(false);
  });

  it('goes to it when it tells of the same subject, says more, or the bot asked what it is about', () => {
    expect(isAdded('nó cứ báo sai mật khẩu', { topic: 'vneid' })).toBe(true);
    expect(isAdded('xin nói thêm, giấy hẹn ngày 15', { topic: 'one-stop-shop' })).toBe(true);
    expect(isAdded('tách hộ cần gì?', { topic: 'residence', isQuestionAsked: true })).toBe(true);
  });

  it.each(['thôi không cần nữa', '5 điểm', 'không cho số đâu'])(
    '%j is done by the bot, and goes only to a member who answers',
    (text) => {
      expect(isAdded(text)).toBe(false);
      expect(isAdded(text, { beside: claimed })).toBe(true);
    },
  );

  it.each([
    'anh Bình có qua nhà tôi 7h nữa không?',
    'vậy có phải nộp lại từ đầu không?',
    'cái đó ở chỗ nào hả cháu?',
  ])('%j names no subject: a question to the member', (text) => {
    expect(isAdded(text, { topic: 'etax', beside: claimed })).toBe(true);
  });

  it('goes to the member who answers, unless it clearly asks about another topic', () => {
    expect(isAdded('bác quên mật khẩu etax rồi', { topic: 'etax', beside: claimed })).toBe(true);
    expect(isAdded('lệ phí tách hộ bao nhiêu?', { topic: 'residence', beside: claimed })).toBe(false);
    expect(isAdded('mức 2 làm thế nào?', { topic: 'vneid', beside: claimed })).toBe(true);
  });

  it('goes to the member within ten minutes of their message, unless it is a plain question', () => {
    const answered = (minutes: number) => ({ ...claimed, lastAnswerAt: noon - minutes * minuteMs });
    const told = 'sim nay con trai mua hôm trước, lệ phí tách hộ bao nhiêu?';
    expect(isAdded(told, { topic: 'residence', beside: answered(9) })).toBe(true);
    expect(isAdded(told, { topic: 'residence', beside: answered(11) })).toBe(false);
    expect(isAdded('lệ phí tách hộ bao nhiêu?', { topic: 'residence', beside: answered(9) })).toBe(false);
  });
});
