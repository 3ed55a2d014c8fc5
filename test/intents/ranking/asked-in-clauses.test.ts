import { textsOfClauses } from '../../../src/intents/ranking/asked-in-clauses.ts';
import type { RankedText } from '../../../src/intents/ranking/rank-texts.ts';
import type { TellableText } from '../../../src/intents/ranking/tellable-text.ts';
import { understandText } from '../../fakes/understand.ts';
import { passportObjects } from '../object/passport.ts';

const passport = passportObjects().find('passport');
const topicOf = (intent: string) => ({ 'passport-steps': passport?.topic, 'water-fee': 'water' })[intent];

function ranked(number: number, probability: number, text: Partial<TellableText> = {}): RankedText {
  const plain = {
    number,
    object: passport,
    aspects: [],
    state: undefined,
    conditions: [],
    intent: undefined,
  };
  return { probability, text: { ...plain, isUnknown: false, isGeneral: false, text: 'Lời.', ...text } };
}
const where = ranked(1, 0.5, { aspects: ['where'] });
const fee = ranked(2, 0.8, { aspects: ['fee'] });
const water = ranked(3, 0.9, { object: undefined, intent: 'water-fee' });

/** Reads a message: the texts of its clauses are ranked as given. */
function read(
  ofWhole: RankedText[],
  ofClauses: Record<string, RankedText>,
  message = 'con đi Nhật nên cần hộ chiếu, nộp ở đâu, mất bao nhiêu tiền',
) {
  const u = understandText(message);
  const of = (text: string) => Object.entries(ofClauses).find(([words]) => text.includes(words))?.[1];
  const ranker = {
    rank: (clause: { unmasked: string }) => [of(clause.unmasked) ?? ranked(9, 0.1)],
    readSigns: () => [],
  };
  return textsOfClauses(u, { ranker, ranked: ofWhole, topicOf }).map(({ text }) => text.number);
}

describe('what the clauses of a message ask for', () => {
  it('is told after the likeliest text of the message', () => {
    expect(read([where], { 'ở đâu': where, 'bao nhiêu': fee })).toEqual([1, 2]);
  });

  it('is told alone where two clauses ask for other texts than the whole message seems to', () => {
    const unlikely = ranked(4, 0.2, { aspects: ['what'] });
    expect(read([unlikely], { 'ở đâu': { ...where, probability: 0.9 }, 'bao nhiêu': fee })).toEqual([1, 2]);
    expect(read([{ ...unlikely, probability: 0.5 }], { 'ở đâu': { ...where, probability: 0.9 } })).toEqual([
      4, 1,
    ]);
  });

  it.each<[string, RankedText]>([
    ['is told already', where],
    ['is unsure', { ...fee, probability: 0.5 }],
    ['is not known', ranked(2, 0.8, { aspects: ['fee'], isUnknown: true })],
    ['is about another subject, of which the message as a whole says nothing', water],
  ])('is left out when it %s', (_, ofClause) => {
    expect(read([where], { 'bao nhiêu': ofClause })).toEqual([]);
  });

  it('may be about another subject that the message asks for as well', () => {
    expect(read([where, { ...water, probability: 0.05 }], { 'bao nhiêu': water })).toEqual([1, 3]);
  });

  it('is told alone where each clause asks for another text, as after a turn to another subject', () => {
    const lastSubject = { ...water, probability: 0.9 };
    const asked = { 'ở đâu': { ...where, probability: 0.95 }, 'bao nhiêu': fee };
    expect(read([lastSubject], asked, 'hộ chiếu nộp ở đâu, mất bao nhiêu tiền')).toEqual([1, 2]);
    expect(read([lastSubject], asked, 'giấy này nộp ở đâu, mất bao nhiêu tiền')).toEqual([]);
  });

  it('is left out when the answer of a topic tells it', () => {
    const [intent = '', aspects = []] = Object.entries(passport?.answers ?? {})[0] ?? [];
    const answer = ranked(5, 0.9, { intent });
    const told = ranked(6, 0.9, { aspects: aspects.slice(0, 1) });
    expect(read([answer], { 'bao nhiêu': told })).toEqual([]);
    expect(read([answer], { 'bao nhiêu': ranked(6, 0.9, { ...told.text, state: 'lost' }) })).toEqual([5, 6]);
  });
});
