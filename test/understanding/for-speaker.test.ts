import { needForSpeaker, objectsForSpeaker } from '../../src/understanding/for-speaker.ts';
import type { ObjectReading } from '../../src/understanding/read-object.ts';

const need = {
  aspects: [
    { name: 'on-behalf', probability: 0.6 },
    { name: 'fee', probability: 0.2 },
    { name: 'how', probability: 0.1 },
  ],
  states: [],
  conditions: [
    { name: 'on-behalf', probability: 0.5 },
    { name: 'elder', probability: 0.4 },
  ],
  acts: [],
};

describe('what a message needs that wants something done for the speaker', () => {
  it('is how it is done, and nothing about acting for somebody else', () => {
    const { aspects, conditions } = needForSpeaker(need, { kind: 'act' });
    expect(aspects.map(({ name }) => name)).toEqual(['how', 'fee']);
    expect(aspects[0]?.probability).toBeCloseTo(0.7);
    expect(conditions.map(({ name }) => name)).toEqual(['elder']);
  });

  it('is how to look it up', () => {
    expect(needForSpeaker(need, { kind: 'look-up' }).aspects[0]?.name).toBe('check');
  });

  it('names the same objects', () => {
    const read: ObjectReading = {
      named: [['birth-registration']],
      aspects: ['how', 'on-behalf'],
      state: undefined,
      conditions: ['on-behalf'],
      unknown: 1,
      telling: 0,
      asksForAll: false,
      goesOn: false,
      words: 5,
      around: 2,
    };
    expect(objectsForSpeaker(read, { kind: 'book' })).toEqual({ ...read, aspects: ['how'], conditions: [] });
  });
});
