import { answers, objectAnswers, smallTalk } from '../../../src/intents/flow/flow-shapes.ts';
import { createAskAll } from '../../../src/intents/object/also-asked.ts';
import { needOf, passportObjects } from './passport.ts';

const askAll = createAskAll(passportObjects());

/** A message whose clauses ask for these aspects, each as likely as given. */
function message(...clauses: Record<string, number>[]) {
  return {
    ...needOf({}),
    clauses: clauses.map((aspects) => ({ need: needOf({ aspects }).need, aspects: [] })),
  };
}
const tell = (...aspects: ('where' | 'fee' | 'who' | 'papers')[]) =>
  objectAnswers.call('object-passport', 'tell', { aspects, conditions: [] });

describe('what a message asks besides its first question', () => {
  it('is told with the cell that answers the first', () => {
    expect(askAll(tell('where'), message({ where: 0.9 }, { fee: 0.8 }))).toEqual([tell('where', 'fee')]);
  });

  it('is told after the answer of a topic', () => {
    expect(askAll(answers.call('passport-fee'), message({ fee: 0.9 }, { where: 0.8 }))).toEqual([
      answers.call('passport-fee'),
      objectAnswers.call('object-passport', 'tell', { aspects: ['where'], conditions: [], isBeside: true }),
    ]);
  });

  it.each([
    ['is unsure', message({ where: 0.9 }, { fee: 0.5 })],
    ['is told already', message({ where: 0.9 }, { where: 0.9 })],
    ['has no text', message({ where: 0.9 }, { papers: 0.9 })],
    ['is as general as "can I"', message({ where: 0.9 }, { can: 0.9 })],
  ])('is left out when it %s', (_, asked) => {
    expect(askAll(tell('where'), asked)).toEqual([tell('where')]);
  });

  it('is left out of the card of an object and of what is about no object', () => {
    const asked = message({ where: 0.9 }, { fee: 0.9 });
    expect(askAll(tell(), asked)).toEqual([tell()]);
    expect(askAll(smallTalk.call('thanks'), asked)).toEqual([smallTalk.call('thanks')]);
  });

  it('leaves the answer of a topic alone that answers the only question', () => {
    const only = message({ where: 0.9 });
    expect(askAll(answers.call('passport-fee'), only)).toEqual([answers.call('passport-fee')]);
  });
});
