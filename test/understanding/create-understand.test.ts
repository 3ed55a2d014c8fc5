import { hourMs } from '../../src/durations.ts';
import { loadWords } from '../../src/i18n.ts';
import { createUnderstand } from '../../src/understanding/create-understand.ts';
import { officeContent, understandText } from '../fakes/understand.ts';

const land = { topic: 'land', intent: 'land-tax', probability: 0.9 };

function countingUnderstand() {
  const classified: string[] = [];
  const classify = (text: string) => {
    classified.push(text);
    return [land];
  };
  const understand = createUnderstand({ ...officeContent(), classifier: { classify }, words: loadWords() });
  return { classified, understand };
}

describe('what a message means on its own', () => {
  it('is computed once, on first read', () => {
    const { classified, understand } = countingUnderstand();
    const u = understand({ text: 'thuế đất', secrets: [], now: hourMs });
    expect(u.isQuestion).toBe(false);
    expect(classified).toEqual([]);
    expect([u.candidates, u.candidates]).toEqual([[land], [land]]);
    expect(classified).toEqual(['thuế đất']);
  });

  it('is the same object each time a part of it is read', () => {
    const u = understandText('khai sinh cần gì? thuế đất nộp ở đâu?');
    expect(u.place).toBe(u.place);
    expect(u.parts).toBe(u.parts);
  });

  it('leaves the placeholders of secrets out of what is classified', () => {
    const { classified, understand } = countingUnderstand();
    const u = understand({ text: 'mã là [mã OTP] à', secrets: ['otp'], now: hourMs });
    expect(u.candidates).toEqual([land]);
    expect(classified).toEqual(['mã là   à']);
    expect([u.text, u.secrets]).toEqual(['mã là [mã OTP] à', ['otp']]);
  });

  it.each([
    ['khai sinh cần gì? thuế đất nộp ở đâu?', ['khai sinh cần gì', 'thuế đất nộp ở đâu']],
    ['thuế đất nộp ở đâu', []],
  ])('has the questions of "%s" as parts', (text, parts) => {
    expect(understandText(text).parts.map((part) => part.text)).toEqual(parts);
  });

  it('has the corrected question, understood on its own', () => {
    const { correction } = understandText('không phải, ý tôi là bác muốn hỏi thuế');
    expect(correction?.text).toBe('bác muốn hỏi thuế');
    expect(correction?.address).toEqual({ you: 'bác', me: 'cháu' });
    expect(understandText('thuế đất').correction).toBeUndefined();
  });

  it.each([
    ['tôi ở An Mỹ, làm khai sinh cần gì', { placeId: 'xa-cu-an-my', village: undefined }],
    ['tôi ở thôn Bãi Giữa, làm khai sinh cần gì', { village: 'Bãi Giữa' }],
    ['tôi ở An Mỹ', undefined],
    ['tôi ở An Mỹ nay thuộc xã nào', undefined],
    ['mẹ tôi ở An Mỹ muốn làm thẻ', undefined],
  ])('knows the home mentioned in passing in "%s"', (text, home) => {
    expect(understandText(text).home).toEqual(home);
  });

  it('has the emergency that the detector finds, and none without a detector', () => {
    const emergency = { level: 'sure', kind: 'fire', others: [], hasCue: true } as const;
    expect(understandText('cháy nhà rồi', { emergency }).emergency).toEqual(emergency);
    expect(understandText('cháy nhà rồi').emergency.level).toBe('none');
  });

  it('reads the answer to a question for a place differently from a message that answers no question', () => {
    const { place, placeAnswer } = understandText('bãi giữa');
    expect(place).toBeUndefined();
    expect(placeAnswer).toMatchObject({ village: 'bãi giữa', saysVillage: false, pointsAtNothing: false });
  });

  it('counts days from when the message is read', () => {
    const now = Date.parse('2026-10-07T08:00:00+07:00');
    expect(understandText('mai nộp được không', { now }).entities).toMatchObject([{ value: '2026-10-08' }]);
  });
});
