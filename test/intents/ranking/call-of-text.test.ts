import { callsOfRanked } from '../../../src/intents/ranking/call-of-text.ts';
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

describe('the calls of the likeliest texts', () => {
  it('tell a cell, in the state and under the conditions that it was written for', () => {
    const lost = ranked(0.6, { state: 'lost', conditions: ['minor'] });
    expect(callsOfRanked([lost])?.call).toMatchObject({
      intent: 'object-passport',
      data: { aspects: ['fee'], state: 'lost', conditions: ['minor'] },
      confidence: 0.6,
    });
  });

  it('tell the answer of a topic', () => {
    const answer = ranked(0.6, { intent: 'passport-fee' });
    expect(callsOfRanked([answer])?.call).toMatchObject({ intent: 'passport-fee', confidence: 0.6 });
  });

  it('tell a second cell about the same case as well that is nearly as likely', () => {
    const calls = callsOfRanked([ranked(0.4, {}), ranked(0.3, { aspects: ['who'] })]);
    expect(calls?.call.data).toMatchObject({ aspects: ['fee', 'who'] });
    expect(calls?.perhaps).toBeUndefined();
  });

  it.each<[string, Partial<TellableText>]>([
    ['a cell in another state', { aspects: ['who'], state: 'lost' }],
    ['an answer', { aspects: [], object: undefined, intent: 'hours' }],
  ])('tell %s that is about as likely as what may be meant instead', (_, text) => {
    const calls = callsOfRanked([ranked(0.4, {}), ranked(0.2, text)]);
    expect(calls?.call.data).toMatchObject({ aspects: ['fee'] });
    expect(calls?.perhaps).toMatchObject(
      text.intent ? { intent: text.intent } : { data: { aspects: ['who'], state: 'lost' } },
    );
  });

  it.each<[string, RankedText]>([
    ['much less likely', ranked(0.09, { aspects: ['who'] })],
    ['not known', ranked(0.3, { aspects: ['papers'], isUnknown: true })],
  ])('leave out a second text that is %s', (_, second) => {
    const calls = callsOfRanked([ranked(0.4, {}), second]);
    expect(calls?.call.data).toMatchObject({ aspects: ['fee'] });
    expect(calls?.perhaps).toBeUndefined();
  });

  it('are missing where no text comes into question', () => {
    expect(callsOfRanked([])).toBeUndefined();
  });
});
