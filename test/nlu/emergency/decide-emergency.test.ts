import { decideEmergency, type EmergencyEvidence } from '../../../src/nlu/emergency/decide-emergency.ts';

const levelOf = (evidence: Partial<EmergencyEvidence>) =>
  decideEmergency({ probability: 0, hasCue: false, wordCount: 8, ...evidence });

describe('the level of an emergency', () => {
  it('rises with the probability', () => {
    expect([0.05, 0.5, 0.99].map((probability) => levelOf({ probability }))).toEqual([
      'none',
      'likely',
      'sure',
    ]);
  });

  it('needs less probability with a reviewed cue', () => {
    expect(levelOf({ probability: 0.7 })).toBe('likely');
    expect(levelOf({ probability: 0.7, hasCue: true })).toBe('sure');
  });

  it('needs more probability in a few words without a cue', () => {
    expect(levelOf({ probability: 0.9, wordCount: 2 })).toBe('likely');
    expect(levelOf({ probability: 0.9, wordCount: 2, hasCue: true })).toBe('sure');
    expect(levelOf({ probability: 0.6, wordCount: 2 })).toBe('none');
  });

  it('is never sure for two words without a cue', () => {
    expect(levelOf({ probability: 0.999, wordCount: 2 })).toBe('likely');
    expect(levelOf({ probability: 0.999, wordCount: 3 })).toBe('sure');
  });
});
