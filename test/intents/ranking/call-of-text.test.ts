import { callOfRanked } from '../../../src/intents/ranking/call-of-text.ts';
import type { RankedText } from '../../../src/intents/ranking/rank-texts.ts';
import type { TellableText } from '../../../src/intents/ranking/tellable-text.ts';
import { passportObjects } from '../object/passport.ts';

const passport = passportObjects().find('passport');

function ranked(probability: number, text: Partial<TellableText>): RankedText {
  const plain = { number: 0, object: passport, state: undefined, conditions: [], intent: undefined };
  return {
    probability,
    text: { ...plain, aspects: ['fee'], isUnknown: false, isGeneral: false, text: 'Lời.', ...text },
  };
}

describe('the call of the likeliest text', () => {
  it('tells its cell, in the state and under the conditions that it was written for', () => {
    const lost = ranked(0.6, { state: 'lost', conditions: ['minor'] });
    expect(callOfRanked([lost])).toMatchObject({
      intent: 'object-passport',
      data: { aspects: ['fee'], state: 'lost', conditions: ['minor'] },
      confidence: 0.6,
    });
  });

  it('tells the answer of a topic', () => {
    const answer = ranked(0.6, { intent: 'passport-fee' });
    expect(callOfRanked([answer])).toMatchObject({ intent: 'passport-fee', confidence: 0.6 });
  });

  it('tells a second cell as well that is nearly as likely', () => {
    const aspects = callOfRanked([ranked(0.4, {}), ranked(0.3, { aspects: ['who'] })])?.data;
    expect(aspects).toMatchObject({ aspects: ['fee', 'who'] });
  });

  it.each<[string, RankedText]>([
    ['much less likely', ranked(0.1, { aspects: ['who'] })],
    ['about another state', ranked(0.3, { aspects: ['who'], state: 'lost' })],
    ['about another object', ranked(0.3, { aspects: ['who'], object: undefined, intent: 'hours' })],
    ['not known', ranked(0.3, { aspects: ['papers'], isUnknown: true })],
  ])('leaves out a second text that is %s', (_, second) => {
    expect(callOfRanked([ranked(0.4, {}), second])?.data).toMatchObject({ aspects: ['fee'] });
  });

  it('is missing where no text comes into question', () => {
    expect(callOfRanked([])).toBeUndefined();
  });
});
