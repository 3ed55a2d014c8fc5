import { signalExamples } from '../../../src/nlu/signals/signal-examples.ts';

const examples = [{ text: 'bố em vừa mất', kind: 'death' }];
const cues = { died: ['qua đời'] };

test('ordinary messages are negative examples, and stand beside what is learned', () => {
  const all = signalExamples({ examples, ordinary: ['nộp thuế ở đâu'], meanings: {}, cues });
  expect(all).toEqual([
    { text: 'bố em vừa mất', kind: 'death' },
    { text: 'bố em vừa mất, nộp thuế ở đâu', kind: 'death' },
    { text: 'nộp thuế ở đâu, bố em vừa mất', kind: 'death' },
    { text: 'nộp thuế ở đâu', kind: undefined },
  ]);
});

test('an ordinary message with a cue may tell of it, so it teaches nothing', () => {
  expect(signalExamples({ examples, ordinary: ['ông qua đời cần giấy gì'], meanings: {}, cues })).toEqual(
    examples,
  );
});
