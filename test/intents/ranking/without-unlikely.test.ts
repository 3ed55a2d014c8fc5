import { createObjectDirectory } from '../../../src/content/objects/object-directory.ts';
import { classifiedCall } from '../../../src/intents/flow/flow-shape.ts';
import { objectAnswers } from '../../../src/intents/flow/flow-shapes.ts';
import type { RankedText } from '../../../src/intents/ranking/rank-texts.ts';
import type { TellableText } from '../../../src/intents/ranking/tellable-text.ts';
import { withoutUnlikely } from '../../../src/intents/ranking/without-unlikely.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const { directory } = officeKnowledge();
const objects = createObjectDirectory(directory);
const isContent = (intent: string) => intent !== 'human';

const passport = objects.find('passport');
const tellPassport = objectAnswers.call(passport?.intent ?? '', 'tell', { aspects: ['fee'], conditions: [] });
const postage = classifiedCall('postage', 0.9);
const track = classifiedCall('track-dossier', 0.9);

const plain: Omit<TellableText, 'intent'> = {
  number: 0,
  object: undefined,
  aspects: [],
  state: undefined,
  conditions: [],
  isGeneral: false,
  isUnknown: false,
  text: '',
};

/** The texts of a message, with how likely each is. */
function ranked(likelihoods: Record<string, number>): RankedText[] {
  return Object.entries(likelihoods).map(([intent, probability]) =>
    intent === 'passport fee'
      ? { text: { ...plain, object: passport, aspects: ['fee'], intent: undefined }, probability }
      : { text: { ...plain, intent }, probability },
  );
}

describe('of the answers for several sentences', () => {
  it('one that the whole message hardly asks for is left out', () => {
    const texts = ranked({ 'passport fee': 0.9, postage: 0.001 });
    expect(withoutUnlikely([postage, tellPassport], texts, { objects, isContent })).toEqual([tellPassport]);
  });

  it('those that it asks for stay, in their order', () => {
    const texts = ranked({ 'passport fee': 0.6, postage: 0.3 });
    expect(withoutUnlikely([postage, tellPassport], texts, { objects, isContent })).toEqual([
      postage,
      tellPassport,
    ]);
  });

  it('what is no answer of the content stays', () => {
    const person = { ...postage, intent: 'human' };
    const texts = ranked({ 'track-dossier': 0.9 });
    expect(withoutUnlikely([track, person], texts, { objects, isContent })).toEqual([track, person]);
  });

  it('one is left, however unlikely all are', () => {
    const texts = ranked({ postage: 0.01, 'track-dossier': 0.002 });
    expect(withoutUnlikely([postage, track], texts, { objects, isContent })).toEqual([postage]);
  });
});
