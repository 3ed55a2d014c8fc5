import { createFlow } from '../../src/intents/flow/flow.ts';
import { classifiedCall } from '../../src/intents/flow/flow-shape.ts';
import { objectAnswers } from '../../src/intents/flow/flow-shapes.ts';
import { createQuestionReader } from '../../src/intents/read-question.ts';
import type { Candidate } from '../../src/nlu/classifier/classifier.ts';
import { type TalkBefore, talkAfter } from '../fakes/talk.ts';
import { understandText } from '../fakes/understand.ts';

const birth: Candidate = { topic: 'civil-status', intent: 'birth', probability: 0.95 };
const landTax: Candidate = { topic: 'tax', intent: 'land-tax', probability: 0.9 };
const taxFee: Candidate = { topic: 'tax', intent: 'tax-fee', probability: 0.48 };
const idFee: Candidate = { topic: 'identity', intent: 'id-fee', probability: 0.5 };
const thanks: Candidate = { topic: 'smalltalk', intent: 'thanks', probability: 0.98 };
const weather: Candidate = { topic: 'out-of-scope', intent: 'weather', probability: 0.9 };

/** The first entry whose words the text contains decides. */
const known: [string, Candidate[]][] = [
  ['khai sinh', [birth]],
  ['thuế đất', [landTax]],
  ['lệ phí', [idFee, taxFee]],
  ['cảm ơn', [thanks]],
  ['mưa', [weather]],
  ['1', [landTax]],
];
const classify = (text: string) => [...(known.find(([words]) => text.includes(words))?.[1] ?? [])];

const guide = createFlow(objectAnswers, {
  name: 'guide',
  topic: 'procedures',
  intents: ['guide'],
  matchesParts: true,
  matches: ({ text }, { state }) => {
    if (text.includes('thủ tục'))
      return objectAnswers.call('guide', 'tell', { aspects: ['fee'], conditions: [] });
    const goesOn = state.intent === 'birth' && text.includes('bao lâu');
    return goesOn ? objectAnswers.call('guide', 'tell', { aspects: ['time'], conditions: [] }) : undefined;
  },
  handle: () => undefined,
});

function read(text: string, before: TalkBefore = {}) {
  const readQuestion = createQuestionReader({
    flows: [guide],
    isAnswered: () => true,
    callFor: ({ intent, probability }) => classifiedCall(intent, probability),
    readRanked: (_u, _talk, reading) => reading,
    nextOf: () => [],
    onceDeadOf: () => undefined,
    topicOf: (intent) => (intent === 'birth' ? 'civil-status' : undefined),
  });
  const reading = readQuestion(understandText(text, { classify }), talkAfter(before));
  return reading.kind === 'calls' ? reading.calls.map(({ intent }) => intent) : reading.kind;
}

describe('reading a question', () => {
  it.each([
    ['one clear question', 'khai sinh ở đâu', ['birth']],
    ['a bare number, whatever the classifier makes of it', '1', 'not-understood'],
    ['a long number', '9999999999999', 'not-understood'],
    ['two questions', 'khai sinh ở đâu? thuế đất nộp thế nào?', ['birth', 'land-tax']],
    ['the same question twice', 'khai sinh ở đâu? khai sinh thế nào?', ['birth']],
    [
      'a question for a flow beside another',
      'thủ tục này bao tiền? thuế đất thì sao?',
      ['guide', 'land-tax'],
    ],
    ['a part that goes on from the part before', 'khai sinh ở đâu? bao lâu có?', ['birth', 'guide']],
    ['two parts of one procedure', 'thủ tục này bao tiền? thủ tục đó?', ['guide']],
    ['a question with thanks after it', 'khai sinh ở đâu. cảm ơn nhé', ['birth']],
    ['thanks before a question that needs asking back', 'cảm ơn. lệ phí?', 'clarify'],
    ['only thanks', 'cảm ơn. cảm ơn nhé', ['thanks']],
    ['out of scope', 'mai có mưa không', 'decline'],
    ['unknown words', 'abc xyz', 'not-understood'],
    ['a secret beside a question', 'thuế đất, mã [mưa khai sinh]', ['land-tax']],
  ])('knows %s', (_, text, calls) => {
    expect(read(text)).toEqual(calls);
  });

  it('takes a short question as a continuation of the last topic', () => {
    expect(read('lệ phí?')).toBe('clarify');
    expect(read('lệ phí?', { topic: 'tax', intent: 'land-tax', answeredAgoMs: 60_000 })).toEqual(['tax-fee']);
    expect(read('lệ phí?', { topic: 'tax', intent: 'land-tax', answeredAgoMs: 24 * 3_600_000 })).toBe(
      'clarify',
    );
  });

  it('does not repeat an answer that the resident rejects', () => {
    const context = { topic: 'civil-status', intent: 'birth', answeredAgoMs: 60_000 };
    expect(read('không phải, ý tôi là thuế đất', context)).toEqual(['land-tax']);
    expect(read('không phải, ý tôi là khai sinh', context)).toBe('not-understood');
  });
});
