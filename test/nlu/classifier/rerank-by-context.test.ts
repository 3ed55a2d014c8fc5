import { inContext } from '../../../src/nlu/classifier/rerank-by-context.ts';

const sure = [
  { intent: 'safe-passwords', topic: 'online-safety', probability: 0.94 },
  { intent: 'wifi-password', topic: 'village-wifi', probability: 0.004 },
];
const talk = { topic: 'village-wifi', intent: 'wifi-where', next: ['wifi-password'] };
const firstOf = (...args: Parameters<typeof inContext>) => inContext(...args)[0]?.intent;

describe('a question in context', () => {
  it('is read as a follow-up of the last answer, though a few words look clear alone', () => {
    expect(firstOf(sure, 'mật khẩu là gì', talk)).toBe('wifi-password');
  });

  it('is not re-ranked if it names its own subject, is long, or has no context', () => {
    expect(firstOf(sure, 'mật khẩu là gì', { ...talk, namesSubject: true })).toBe('safe-passwords');
    expect(firstOf(sure, 'đặt mật khẩu thế nào cho người ta khỏi đoán ra được', talk)).toBe('safe-passwords');
    expect(inContext(sure, 'mật khẩu là gì', {})).toEqual(sure);
  });

  it('is no question if it is clearly thanks', () => {
    const thanks = [
      { intent: 'thanks', topic: 'smalltalk', probability: 0.99 },
      { intent: 'wifi-password', topic: 'village-wifi', probability: 0.002 },
    ];
    expect(firstOf(thanks, 'cảm ơn nhé', talk)).toBe('thanks');
  });

  it('is never read as the intent that the message rejects', () => {
    expect(firstOf(sure, 'không phải', { ...talk, notMeant: 'wifi-password' })).toBe('safe-passwords');
  });
});
