import { chooseFirstWords, isRightFor } from '../../../src/intents/emergency/first-words.ts';
import { officeContent } from '../../fakes/understand.ts';

const kinds = officeContent().directory.emergencies;

describe('the first words in an emergency', () => {
  it('are those of the kind when it is clear', () => {
    expect(chooseFirstWords(['fire'], kinds)).toMatchObject({ fitting: 'fire', first: ['fire'] });
  });

  it('are those of a candidate whose line is right for all', () => {
    expect(chooseFirstWords(['traffic', 'injury'], kinds).fitting).toBe('traffic');
    expect(chooseFirstWords(['poisoning', 'unconscious'], kinds).fitting).toBe('unconscious');
  });

  it('name the number of each candidate, and an ambulance, when no line is right for all', () => {
    const { fitting, first } = chooseFirstWords(['drowning', 'missing'], kinds);
    expect(fitting).toBeUndefined();
    expect(first).toEqual(['fire', 'police', 'ambulance']);
  });

  it('list the help lines to call, the first ones of the candidates before all others', () => {
    const { call } = chooseFirstWords(['missing', 'drowning'], kinds);
    expect(call).toEqual(['police', 'fire', 'ambulance', 'children']);
  });

  it('leave out a kind that the office does not know', () => {
    expect(chooseFirstWords(['dragon', 'fire'], kinds).fitting).toBe('fire');
  });

  it('share a number with every kind for which they count as right', () => {
    for (const [id, { alike }] of Object.entries(kinds)) {
      for (const other of alike) {
        expect(isRightFor(id, other, kinds)).toBe(true);
        expect([id, kinds[other]?.call]).toEqual([id, expect.arrayContaining([kinds[id]?.call[0]])]);
      }
    }
  });

  it('never tell to touch somebody who is under current, or to sit still in a fire', () => {
    expect(Object.keys(kinds).filter((id) => isRightFor(id, 'electric-shock', kinds))).toEqual([
      'electric-shock',
    ]);
    expect(Object.keys(kinds).filter((id) => isRightFor(id, 'fire', kinds))).toEqual(['gas', 'fire']);
  });
});
