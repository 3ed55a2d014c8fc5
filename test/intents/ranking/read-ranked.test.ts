import { classifiedCall } from '../../../src/intents/flow/flow-shape.ts';
import { laterTurn, smallTalk } from '../../../src/intents/flow/flow-shapes.ts';
import type { RankedText } from '../../../src/intents/ranking/rank-texts.ts';
import { createReadRanked } from '../../../src/intents/ranking/read-ranked.ts';
import type { QuestionReading } from '../../../src/intents/read-question.ts';
import { type TalkBefore, talkAfter } from '../../fakes/talk.ts';
import { understandText } from '../../fakes/understand.ts';
import { passportObjects } from '../object/passport.ts';

const objects = passportObjects();
const afterFee: TalkBefore = { intent: 'object-passport', object: 'passport', answeredAgoMs: 60_000 };
const before = classifiedCall('passport-steps', 0.9);

interface Asked {
  probability: number;
  reading: QuestionReading;
  talk?: TalkBefore;
  text?: string;
}

/** Reads a message whose likeliest text is the fee of a passport. */
function readingOf({ probability, reading, talk = afterFee, text = 'mất bao nhiêu cho cháu' }: Asked) {
  const fee: RankedText = {
    probability,
    text: {
      ...{ number: 0, object: objects.find('passport'), aspects: ['fee'], state: undefined, conditions: [] },
      ...{ intent: undefined, isUnknown: false, isGeneral: false, text: 'Lời.' },
    },
  };
  const where: RankedText = { probability: 0.9, text: { ...fee.text, number: 1, aspects: ['where'] } };
  const ranker = {
    rank: (u: { unmasked: string }) => [/^(?:và )?nộp ở đâu/.test(u.unmasked) ? where : fee],
    readSigns: () => [],
  };
  const topics: Record<string, string> = { 'passport-steps': 'travel', 'tax-steps': 'tax' };
  const topicOf = (intent: string) => topics[intent];
  const readRanked = createReadRanked({ ranking: { ranker }, objects, topicOf });
  return readRanked(understandText(text), talkAfter(talk), reading);
}

function read(asked: Asked) {
  const found = readingOf(asked);
  return found.kind === 'calls' ? found.calls.map(({ intent }) => intent) : found.kind;
}

describe('the text that a message asks for', () => {
  it.each<[string, QuestionReading]>([
    ['another text', { kind: 'calls', calls: [before] }],
    [
      'a word that it was heard',
      { kind: 'calls', calls: [laterTurn.call('told-more', 'object', { object: 'passport' })] },
    ],
    ['a question back', { kind: 'clarify', offered: [] }],
    ['nothing', { kind: 'not-understood' }],
  ])('is told in place of %s', (_, reading) => {
    expect(read({ probability: 0.7, reading })).toEqual(['object-passport']);
  });

  it.each<[string, QuestionReading, QuestionReading['kind']]>([
    ['a question back', { kind: 'clarify', offered: [] }, 'clarify'],
    ['nothing', { kind: 'not-understood' }, 'not-understood'],
  ])('is left untold in place of %s if it is unlikely', (_, reading, kind) => {
    expect(read({ probability: 0.1, reading })).toBe(kind);
  });

  it('has to be likelier where no talk leads to it', () => {
    const reading: QuestionReading = { kind: 'clarify', offered: [] };
    expect(read({ probability: 0.4, reading })).toEqual(['object-passport']);
    expect(read({ probability: 0.4, reading, talk: {} })).toBe('clarify');
  });

  it('has to be likely to leave the topic of the classifier, where no talk leads to it', () => {
    const reading: QuestionReading = { kind: 'calls', calls: [classifiedCall('tax-steps', 0.6)] };
    expect(read({ probability: 0.4, reading, talk: {} })).toEqual(['tax-steps']);
    expect(read({ probability: 0.95, reading, talk: {} })).toEqual(['object-passport']);
    expect(read({ probability: 0.4, reading })).toEqual(['object-passport']);
  });

  it('is what may be meant instead where it does not replace the answer, but not within a talk', () => {
    const reading: QuestionReading = { kind: 'calls', calls: [classifiedCall('tax-steps', 0.6)] };
    const perhaps = { intent: 'object-passport' };
    expect(readingOf({ probability: 0.15, reading, talk: {} })).toMatchObject({ ...reading, perhaps });
    expect(readingOf({ probability: 0.05, reading, talk: {} })).toEqual(reading);
    expect(readingOf({ probability: 0.15, reading })).not.toHaveProperty('perhaps');
  });

  it('is never told in place of a word of thanks, or of several answers', () => {
    expect(read({ probability: 1, reading: { kind: 'calls', calls: [smallTalk.call('thanks')] } })).toEqual([
      'thanks',
    ]);
    const both: QuestionReading = { kind: 'calls', calls: [before, before] };
    expect(read({ probability: 1, reading: both })).toEqual(['passport-steps', 'passport-steps']);
  });

  it('is told with what another clause asks for, also in place of several answers', () => {
    const text = 'cho cháu hỏi mất bao nhiêu, và nộp ở đâu';
    const told = [{ data: { aspects: ['fee'] } }, { data: { aspects: ['where'], isBeside: true } }];
    const one: QuestionReading = { kind: 'calls', calls: [before] };
    const both: QuestionReading = { kind: 'calls', calls: [before, before] };
    expect(readingOf({ probability: 0.9, reading: one, text })).toMatchObject({ calls: told });
    expect(readingOf({ probability: 0.9, reading: both, text })).toMatchObject({ calls: told });
  });

  it('takes the place of no answer that is about something else than content', () => {
    const text = 'cho cháu hỏi mất bao nhiêu, và nộp ở đâu';
    const reading: QuestionReading = { kind: 'calls', calls: [before, smallTalk.call('thanks')] };
    expect(read({ probability: 0.9, reading, text })).toContain('thanks');
  });

  it('is left to the classifier in English', () => {
    const reading: QuestionReading = { kind: 'calls', calls: [before] };
    const text = 'How much does a passport cost for my child, please?';
    expect(read({ probability: 1, reading, text })).toEqual(['passport-steps']);
  });
});
