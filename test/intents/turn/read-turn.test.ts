import { type ReadTurn, readTurn } from '../../../src/intents/turn/read-turn.ts';
import type { Decision } from '../../../src/nlu/classifier/decide.ts';
import { type TalkBefore, talkAfter } from '../../fakes/talk.ts';
import { needOf, passportObjects } from '../object/passport.ts';

const objects = passportObjects();
const general = { hours: ['office-hours'] };
const afterFee: TalkBefore = {
  intent: 'object-passport',
  object: 'passport',
  slot: 'fee',
  answeredAgoMs: 60_000,
};
const unclear: Decision = { kind: 'clarify', offered: [] };

type Asked = Parameters<typeof needOf>[0];

interface Turn extends Asked {
  act?: string;
  isQuestion?: boolean;
  candidates?: ReadTurn['candidates'];
  decided?: Decision;
  language?: ReadTurn['language'];
  before?: TalkBefore;
}

function read({
  act,
  language = 'vi',
  isQuestion = false,
  candidates = [],
  decided = unclear,
  before = afterFee,
  ...asked
}: Turn) {
  const { need, objects: reading } = needOf(asked);
  const acts = act === undefined ? [] : [{ name: act, probability: 0.6 }];
  const u: ReadTurn = { need: { ...need, acts }, objects: reading, isQuestion, candidates, language };
  const call = readTurn({ objects, general }, u, { talk: talkAfter(before), decided });
  return call && { intent: call.intent, ...(call.data as object) };
}

const answer = (intent: string, topic: string, probability: number): Decision => ({
  kind: 'answer',
  candidate: { intent, topic, probability },
});
const fee = { intent: 'object-passport', aspects: ['fee'], conditions: [] };

describe('a question that leans on the talk', () => {
  it('is about the object of the last answer', () => {
    expect(read({ act: 'follow-up', aspects: { fee: 0.8 } })).toEqual(fee);
  });

  it('is asked in the state and under the conditions that were told before', () => {
    const told = { object: 'passport', state: 'lost', conditions: ['minor'] };
    const lost = read({ act: 'follow-up', aspects: { fee: 0.8 }, before: { ...afterFee, told } });
    expect(lost).toEqual({ ...fee, state: 'lost', conditions: ['minor'] });
  });

  it('forgets what was told about another object', () => {
    const told = { object: 'car', state: 'lost', conditions: ['minor'] };
    expect(read({ act: 'follow-up', aspects: { fee: 0.8 }, before: { ...afterFee, told } })).toEqual(fee);
  });

  it('is told who knows, where the object says nothing of it', () => {
    const penalty = read({ act: 'follow-up', aspects: { penalty: 0.8 } });
    expect(penalty).toEqual({ intent: 'not-declared', object: 'passport', aspect: 'penalty' });
  });

  it('is told who can say what to do in such a case, where nothing is known of it', () => {
    const decided: Decision = { kind: 'not-understood', candidate: undefined };
    const asked = read({ act: 'follow-up', aspects: { fix: 0.9 }, decided });
    expect(asked).toEqual({ intent: 'told-more', object: 'passport' });
  });

  it('gets the answer that holds for all objects', () => {
    const candidates = [{ intent: 'office-hours', topic: 'office', probability: 0.4 }];
    expect(read({ act: 'follow-up', aspects: { hours: 0.8 }, candidates })).toEqual({
      intent: 'office-hours',
    });
  });

  it('is one also where the classifier knows no answer and it surely asks for something', () => {
    expect(read({ isQuestion: true, aspects: { fee: 0.8 } })).toEqual(fee);
    expect(read({ isQuestion: true, aspects: { fee: 0.3 } })).toBeUndefined();
  });

  it('comes from what has not the form of a question and surely asks for something', () => {
    expect(read({ act: 'inform', aspects: { fee: 0.9 } })).toEqual(fee);
  });

  it('is left to the classifier in English', () => {
    expect(read({ act: 'follow-up', aspects: { fee: 0.8 }, language: 'en' })).toBeUndefined();
  });

  it('comes from what tells trouble', () => {
    const lost = { aspects: { fix: 0.9, fee: 0.4 }, states: { lost: 0.9 } };
    expect(read({ act: 'inform', ...lost })).toMatchObject({ intent: 'object-passport', state: 'lost' });
  });

  it.each<[string, Decision]>([
    ['an answer about the same object', answer('passport-fee', 'travel', 0.6)],
    ['a sure answer about another object of the topic', answer('visa', 'travel', 0.95)],
    ['small talk', answer('thanks', 'smalltalk', 0.9)],
    ['a wish for a person', answer('human', 'human', 0.9)],
    [
      'a question for somebody else',
      { kind: 'decline', candidate: { intent: 'weather', topic: 'out-of-scope', probability: 0.9 } },
    ],
  ])('leaves the message to %s', (_, decided) => {
    expect(read({ act: 'follow-up', aspects: { fee: 0.8 }, decided })).toBeUndefined();
  });

  it('is none before an answer, or long after it', () => {
    const question = { act: 'follow-up', aspects: { fee: 0.8 } };
    expect(read({ ...question, before: {} })).toBeUndefined();
    expect(read({ ...question, before: { ...afterFee, answeredAgoMs: 5 * 3_600_000 } })).toBeUndefined();
  });
});

describe('something told of the own case', () => {
  it('gets the cell that is written for it', () => {
    expect(read({ act: 'inform', states: { lost: 0.9 } })).toEqual({ ...fee, state: 'lost' });
  });

  it('gets a word that it was heard, where no cell is written for it', () => {
    expect(read({ act: 'inform' })).toEqual({ intent: 'told-more', object: 'passport' });
  });

  it('gets no cell a second time', () => {
    const told = { object: 'passport', state: 'lost', conditions: [] };
    const again = read({ act: 'inform', states: { lost: 0.9 }, before: { ...afterFee, told } });
    expect(again).toEqual({ intent: 'told-more', object: 'passport' });
  });
});

describe('other turns', () => {
  it('corrects the case: the same is asked under the new condition', () => {
    expect(read({ act: 'correct', conditions: { minor: 0.9 } })).toMatchObject({ conditions: ['minor'] });
  });

  it('understands: gets a word back', () => {
    expect(read({ act: 'acknowledge' })).toEqual({ intent: 'acknowledge' });
  });

  it('did not understand: is asked what was unclear', () => {
    expect(read({ act: 'repair' })).toEqual({ intent: 'unclear', object: 'passport' });
  });
});
