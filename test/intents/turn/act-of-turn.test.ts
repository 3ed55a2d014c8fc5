import { actOfTurn } from '../../../src/intents/turn/act-of-turn.ts';

type Row = [what: string, acts: Record<string, number>, namesOther: boolean, act: string | undefined];

describe('what a message does right after an answer', () => {
  it.each<Row>([
    ['nothing that was learned', {}, false, undefined],
    ['a question of its own', { 'follow-up': 0.005 }, false, undefined],
    ['an act that is unlikely among first questions', { 'follow-up': 0.1 }, false, 'follow-up'],
    ['the likeliest of several acts', { inform: 0.2, 'follow-up': 0.1 }, false, 'inform'],
    ['a question that names another object', { 'follow-up': 0.05 }, true, undefined],
    ['a sure act that names another object', { correct: 0.8 }, true, 'correct'],
    ['a sure word of understanding', { acknowledge: 0.4, inform: 0.1 }, false, 'acknowledge'],
    [
      'an unsure one, heard as something told',
      { acknowledge: 0.2, inform: 0.18, repair: 0.15 },
      false,
      'inform',
    ],
  ])('is %s', (_, likely, namesOther, act) => {
    const acts = Object.entries(likely).map(([name, probability]) => ({ name, probability }));
    expect(actOfTurn({ acts }, { namesOther })).toBe(act);
  });
});
