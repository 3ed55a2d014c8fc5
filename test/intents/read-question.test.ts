import type { IntentHandler } from '../../src/intents/intent-handler.ts';
import { createQuestionReader } from '../../src/intents/read-question.ts';
import type { Candidate, Classifier } from '../../src/nlu/classifier/classifier.ts';
import { type TestContext, testContext } from '../fakes/test-context.ts';

const birth: Candidate = { topic: 'civil-status', intent: 'birth', probability: 0.95 };
const landTax: Candidate = { topic: 'tax', intent: 'land-tax', probability: 0.9 };
const taxFee: Candidate = { topic: 'tax', intent: 'tax-fee', probability: 0.48 };
const idFee: Candidate = { topic: 'identity', intent: 'id-fee', probability: 0.5 };
const thanks: Candidate = { topic: 'smalltalk', intent: 'thanks', probability: 0.98 };
const weather: Candidate = { topic: 'out-of-scope', intent: 'weather', probability: 0.9 };

/** The first words that a text contains decide. */
const known: [string, Candidate[]][] = [
  ['khai sinh', [birth]],
  ['thuế đất', [landTax]],
  ['lệ phí', [idFee, taxFee]],
  ['cảm ơn', [thanks]],
  ['mưa', [weather]],
  ['1', [landTax]],
];
const classifier: Classifier = {
  classify: (text) => [...(known.find(([words]) => text.includes(words))?.[1] ?? [])],
};

const guide: IntentHandler = {
  topic: 'procedures',
  intents: ['guide'],
  readsParts: true,
  recognises: ({ message, state }) => {
    if (message.text.includes('thủ tục')) return { intent: 'guide', data: { slots: 'fee' } };
    const goesOn = state.intent === 'birth' && message.text.includes('bao lâu');
    return goesOn ? { intent: 'guide', data: { slots: 'time' } } : undefined;
  },
  handle: () => undefined,
};

function read(text: string, context: TestContext = {}) {
  const reader = createQuestionReader({
    handlers: [guide],
    classifier,
    findByName: () => undefined,
    nextOf: () => [],
    topicOf: (intent) => (intent === 'birth' ? 'civil-status' : undefined),
    namesSubject: () => false,
  });
  const reading = reader(testContext({ text, ...context }));
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

  it('takes a short question as going on with the topic of the last answer', () => {
    expect(read('lệ phí?')).toBe('clarify');
    expect(read('lệ phí?', { topic: 'tax', intent: 'land-tax', answeredAgoMs: 60_000 })).toEqual(['tax-fee']);
    expect(read('lệ phí?', { topic: 'tax', intent: 'land-tax', answeredAgoMs: 24 * 3_600_000 })).toBe(
      'clarify',
    );
  });

  it('does not give again what was not meant', () => {
    const context = { topic: 'civil-status', intent: 'birth', answeredAgoMs: 60_000 };
    expect(read('không phải, ý tôi là thuế đất', context)).toEqual(['land-tax']);
    expect(read('không phải, ý tôi là khai sinh', context)).toBe('not-understood');
  });
});
