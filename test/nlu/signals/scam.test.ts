import type { Classifier } from '../../../src/nlu/classifier/classifier.ts';
import { createGrievanceReader } from '../../../src/nlu/signals/grievance.ts';
import { createScamReader } from '../../../src/nlu/signals/scam.ts';

function always(intent: string, probability: number): Classifier {
  return { classify: () => [{ intent, topic: intent, probability }] };
}

describe('a scam that somebody tells', () => {
  it('has its stage when the detector is sure', () => {
    const readScam = createScamReader({ detector: always('some', 0.9), kinds: always('paid', 0.8) });
    expect(readScam('chuyển 5 triệu cho họ')).toEqual({ stage: 'paid', probability: 0.9 });
  });

  it('needs a cue of a stranger when the detector is less sure', () => {
    const readScam = createScamReader({ detector: always('some', 0.6), kinds: always('paid', 0.8) });
    expect(readScam('tiền điện tháng này cao')).toBeUndefined();
    expect(readScam('tôi bị lừa đảo')?.stage).toBe('paid');
  });

  it('is none in a text with nothing to go by', () => {
    const silent: Classifier = { classify: () => [] };
    expect(createScamReader({ detector: silent, kinds: silent })('…')).toBeUndefined();
  });
});

describe('a grievance that somebody tells', () => {
  it('is what the cues say, where they say something', () => {
    const read = createGrievanceReader({ detector: always('some', 0.1), kinds: always('officer', 0.9) });
    expect(read('họ đòi phong bì mới ký')?.kind).toBe('bribe');
    expect(read('đèn đường hỏng')).toBeUndefined();
  });

  it('is what was learned, where the detector is sure', () => {
    const read = createGrievanceReader({ detector: always('some', 0.7), kinds: always('team', 0.9) });
    expect(read('đèn đường hỏng')?.kind).toBe('team');
  });
});
