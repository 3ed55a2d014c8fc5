import { answers, emergency } from '../../src/intents/flow/flow-shapes.ts';
import { isIncomplete } from '../../src/intents/is-incomplete.ts';
import type { QuestionReading } from '../../src/intents/read-question.ts';
import { understandText } from '../fakes/understand.ts';

const answered: QuestionReading = { kind: 'calls', calls: [answers.call('etax-pay-land-tax')] };
const isUnfinished = (text: string, question: QuestionReading) =>
  isIncomplete(understandText(text), question);
const askedBack: QuestionReading = { kind: 'clarify', offered: [] };
const notUnderstood: QuestionReading = { kind: 'not-understood' };

describe('the beginning of a question', () => {
  it.each([
    'cho hỏi',
    'cho em hoi chut',
    'Alo cho bác hỏi với',
    'dạ em muốn hỏi',
    'xin hỏi một việc',
    'cho hỏi cái này',
    'toi muon hoi mot chuyen',
    'cái thuế đất',
    'em muốn hỏi cái thuế đất',
    'về vụ sổ đỏ',
    'con cai app ihanoi',
  ])('%s: is recognised by its text, however sure its reading', (text) => {
    expect(isUnfinished(text, answered)).toBe(true);
  });

  it.each(['thẻ bảo hiểm', 'ba mươi sáu', 'hom qua'])('%s: has no answer on its own', (text) => {
    expect(isUnfinished(text, askedBack)).toBe(true);
    expect(isUnfinished(text, notUnderstood)).toBe(true);
    expect(isUnfinished(text, answered)).toBe(false);
  });
});

describe('a question that is complete', () => {
  it('is one of a resident in danger, however it begins', () => {
    const help = emergency.call('in-danger', 'help', { kind: 'domestic-violence' });
    const inDanger: QuestionReading = { kind: 'calls', calls: [help] };
    expect(isUnfinished('vụ chồng đánh cháu', inDanger)).toBe(false);
  });

  it('is a long text, whatever its end', () => {
    expect(isUnfinished(`cho hỏi${' cái'.repeat(25_000)}`, askedBack)).toBe(false);
    expect(isUnfinished(`cho hỏi${' ơi'.repeat(60)}`, askedBack)).toBe(false);
    expect(isUnfinished(`cho hỏi${' '.repeat(200)}với`, askedBack)).toBe(false);
  });

  it.each([
    'cho hỏi thuế đất nộp ở đâu',
    'cái thuế đất nộp ở đâu',
    'cái này là gì',
    'vụ sổ đỏ sao rồi?',
    'thế còn bảo hiểm?',
    'về cái giấy khai sinh của cháu tôi bị sai tên',
  ])('%s: waits for nothing', (text) => {
    expect(isUnfinished(text, askedBack)).toBe(false);
  });
});
