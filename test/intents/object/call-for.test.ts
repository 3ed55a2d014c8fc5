import { classifiedCall } from '../../../src/intents/flow/flow-shape.ts';
import { answers, objectAnswers } from '../../../src/intents/flow/flow-shapes.ts';
import { createCallFor } from '../../../src/intents/object/call-for.ts';
import type { Candidate } from '../../../src/nlu/classifier/classifier.ts';
import { needOf, passportObjects } from './passport.ts';

const callFor = createCallFor(passportObjects());

const candidate = (intent: string, probability: number): Candidate => ({
  ...{ intent, probability },
  topic: 'travel',
});

function call([first, ...rest]: [Candidate, ...Candidate[]], read: Parameters<typeof needOf>[0] = {}) {
  return callFor(first, { ...needOf(read), candidates: [first, ...rest] });
}

const passport = candidate('object-passport', 0.5);
const cells = (data: Parameters<typeof objectAnswers.call<'object-passport', 'tell'>>[2]) =>
  objectAnswers.call('object-passport', 'tell', data);

describe('an object that the classifier chose', () => {
  it('tells the asked cell', () => {
    expect(call([passport], { aspects: { where: 0.9 } })).toEqual({
      ...cells({ aspects: ['where'], conditions: [] }),
      confidence: 0.5,
    });
  });

  it('tells its card when nothing is asked of it', () => {
    expect(call([passport])).toMatchObject(cells({ aspects: [], conditions: [] }));
  });

  it('gives the answer of a topic where the asked cell is one', () => {
    expect(call([passport], { aspects: { how: 0.9 } })).toEqual({
      ...answers.call('passport-steps'),
      confidence: 0.5,
    });
  });

  it('is as sure as all that is about the object together', () => {
    const others = [candidate('passport-fee', 0.25), candidate('weather', 0.2)];
    expect(call([passport, ...others], { aspects: { where: 0.9 } })?.confidence).toBeCloseTo(0.75);
  });
});

describe('an answer of a topic that the classifier chose', () => {
  const lost = { aspects: { fee: 0.9 }, states: { lost: 0.8 } };

  it('gives way to the cell for the told state when it is unsure', () => {
    expect(call([candidate('passport-fee', 0.5)], lost)).toMatchObject(
      cells({ aspects: ['fee'], state: 'lost', conditions: [] }),
    );
  });

  it('gives way to the cell for a told condition when it is unsure', () => {
    const read = { aspects: { who: 0.9 }, conditions: { minor: 0.9 } };
    expect(call([candidate('passport-fee', 0.5)], read)).toMatchObject(
      cells({ aspects: ['who'], conditions: ['minor'] }),
    );
  });

  it.each([
    ['it is sure', 'passport-fee', 0.7, lost],
    ['the cell is for every state', 'passport-fee', 0.5, { aspects: { where: 0.9 } }],
    ['the narrower cell is unknown', 'passport-fee', 0.5, { ...lost, aspects: { papers: 0.9 } }],
    ['nothing is asked', 'passport-fee', 0.5, {}],
    ['it is about no object', 'weather', 0.5, lost],
  ])('is told as it stands when %s', (_, intent, probability, read) => {
    expect(call([candidate(intent, probability)], read)).toEqual(classifiedCall(intent, probability));
  });
});
