import type { KnownObject } from '../../../src/content/objects/known-object.ts';
import { chooseByNeed, type ReadNeed } from '../../../src/intents/object/choose-by-need.ts';
import { needOf, passportObjects } from './passport.ts';

const passport = passportObjects().find('passport') as KnownObject;

type Chosen = Omit<ReturnType<typeof chooseByNeed>, 'objects'>;

function choose(read: ReadNeed): Chosen {
  const { objects, ...chosen } = chooseByNeed(passport, read);
  expect(objects).toEqual([passport]);
  return chosen;
}

const cell = (...aspects: Chosen['aspects']): Chosen => ({ aspects, conditions: [] });

describe('the cells that a text asks for', () => {
  it.each<[string, Parameters<typeof needOf>[0], Chosen]>([
    ['the likeliest aspect', { aspects: { fee: 0.8, where: 0.15 } }, cell('fee')],
    ['no cell that has nothing to say', { aspects: { time: 0.8, fee: 0.15 } }, cell('fee')],
    ['no aspect that the grid does not have any more', { aspects: { smell: 0.8, fee: 0.2 } }, cell('fee')],
    ['a likely cell that is unknown', { aspects: { papers: 0.7, where: 0.2 } }, cell('papers')],
    ['rather a told cell than an unknown one', { aspects: { papers: 0.5, where: 0.29 } }, cell('where')],
    ['rather the asked aspect than a stand-in', { aspects: { 'on-behalf': 0.5, how: 0.4 } }, cell('how')],
    ['the stand-in of a likelier aspect', { aspects: { 'on-behalf': 0.7, how: 0.3 } }, cell('on-behalf')],
  ])('are %s', (_, need, chosen) => {
    expect(choose(needOf(need))).toEqual(chosen);
  });

  it.each<[string, Parameters<typeof needOf>[0], Chosen]>([
    [
      'a state that was learned',
      { aspects: { fee: 0.8 }, states: { lost: 0.5 } },
      { ...cell('fee'), state: 'lost' },
    ],
    [
      'an unlikely state that words tell',
      { aspects: { fee: 0.8 }, states: { lost: 0.1 }, state: 'lost' },
      { ...cell('fee'), state: 'lost' },
    ],
    ['no unlikely state without its words', { aspects: { fee: 0.8 }, states: { lost: 0.1 } }, cell('fee')],
    [
      'the aspect with a cell for it, rather than a likelier one',
      { aspects: { where: 0.5, fee: 0.4 }, states: { lost: 0.5 } },
      { ...cell('fee'), state: 'lost' },
    ],
    [
      'an unlikely aspect in no state',
      { aspects: { where: 0.5, fee: 0.29 }, states: { expired: 0.2 } },
      cell('where'),
    ],
    [
      'a condition and the aspect with a cell for it',
      { aspects: { where: 0.45, who: 0.2 }, conditions: { minor: 0.9 } },
      { aspects: ['who'], conditions: ['minor'] },
    ],
  ])('depend on the circumstances: %s', (_, need, chosen) => {
    const { aspects, ...circumstances } = choose(needOf(need));
    expect({ aspects: aspects.slice(-1), ...circumstances }).toEqual(chosen);
  });

  it('are rather one that holds in the told state than one that does not mention it', () => {
    const aspects = { who: 0.4, where: 0.28 };
    expect(choose(needOf({ aspects })).aspects).toEqual(['who']);
    expect(choose(needOf({ aspects, states: { expired: 0.9 } })).aspects).toContain('where');
  });

  it.each<[string, Parameters<typeof needOf>[0], Chosen['aspects']]>([
    ['as likely as this', { aspects: { fee: 0.5, where: 0.35 } }, ['where', 'fee']],
    ['less likely, not', { aspects: { fee: 0.6, where: 0.25 } }, ['fee']],
    [
      'less likely, with its words',
      { aspects: { fee: 0.8, where: 0.08 }, said: ['where'] },
      ['where', 'fee'],
    ],
    ['hardly likely, with its words, not', { aspects: { fee: 0.8, where: 0.04 }, said: ['where'] }, ['fee']],
    ['without a text of its own, not', { aspects: { fee: 0.5, how: 0.35 } }, ['fee']],
    ['beside an answer of a topic, not', { aspects: { how: 0.5, fee: 0.35 } }, ['how']],
    ['a third, not', { aspects: { fee: 0.34, where: 0.33, who: 0.32 } }, ['where', 'fee']],
  ])('are two when a second aspect is asked for: %s', (_, need, aspects) => {
    expect(choose(needOf(need)).aspects).toEqual(aspects);
  });

  it.each<[string, Parameters<typeof needOf>[0], Chosen]>([
    ['when nothing was learned', {}, cell()],
    ['when no aspect is likely', { aspects: { fee: 0.1, where: 0.1 } }, cell()],
    ['when the grid does not have the likely aspect any more', { aspects: { smell: 0.8, fee: 0.1 } }, cell()],
    ['when the asked aspect has no cell', { aspects: { penalty: 0.9 } }, cell()],
    [
      'for the conditions that are told',
      { aspects: { fee: 0.1 }, conditions: { minor: 0.6 } },
      { aspects: [], conditions: ['minor'] },
    ],
  ])('are the card %s', (_, need, chosen) => {
    expect(choose(needOf(need))).toEqual(chosen);
  });

  it.each<[string, Parameters<typeof needOf>[0], Chosen['conditions']]>([
    ['learned', { conditions: { minor: 0.5 } }, ['minor']],
    ['unlikely', { conditions: { minor: 0.3 } }, []],
    ['in words', { told: ['abroad'] }, ['abroad']],
    ['learned and in words', { conditions: { foreigner: 0.5 }, told: ['abroad'] }, ['foreigner', 'abroad']],
    ['the same both ways', { conditions: { minor: 0.5 }, told: ['minor'] }, ['minor']],
  ])('are for the conditions %s', (_, need, conditions) => {
    expect(choose(needOf(need)).conditions).toEqual(conditions);
  });
});
