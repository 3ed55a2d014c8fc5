import { z } from 'zod';
import { replyButton } from '../../../src/intents/buttons.ts';
import {
  classifiedCall,
  defineContentFlow,
  defineFlow,
  type IntentCall,
} from '../../../src/intents/flow/flow-shape.ts';

const bicycles = defineFlow(
  { risk: 'remember', steps: { 'borrow/sure': 'bind' } },
  {
    borrow: {
      choose: z.object({ colours: z.array(z.string()), size: z.coerce.number().optional() }),
      sure: z.object({}),
    },
    'give-back': {},
  },
);
const guides = defineContentFlow('bind', { tell: z.object({ page: z.coerce.number() }) });

describe('the shape of a flow', () => {
  it('makes calls of an intent and of its steps', () => {
    expect(bicycles.call('give-back')).toEqual({ intent: 'give-back', data: {} });
    expect(bicycles.call('borrow', 'sure')).toEqual({ intent: 'borrow', step: 'sure', data: {} });
    expect(guides.call('any-topic', 'tell', { page: 2 })).toMatchObject({
      intent: 'any-topic',
      step: 'tell',
    });
  });

  it('parses what it has stored, with the same result a second time', () => {
    const call = bicycles.call('borrow', 'choose', { colours: ['red'], size: 26 });
    const stored = JSON.parse(JSON.stringify(call));
    expect(bicycles.parse(stored)).toEqual(call);
  });

  it.each([
    { intent: 'ride' },
    { intent: 'borrow', step: 'paint', data: {} },
    { intent: 'borrow', step: 'choose', data: { colours: 'red' } },
    { intent: 'toString' },
  ])('rejects %j', (stored) => {
    expect(bicycles.parse(stored)).toBeUndefined();
  });

  it('does not compile with a misspelt intent, step or data field', () => {
    const misspelt = () => [
      // @ts-expect-error
      bicycles.call('borow'),
      // @ts-expect-error
      bicycles.call('borrow', 'chose', { colours: [] }),
      // @ts-expect-error
      bicycles.call('give-back', 'sure'),
      // @ts-expect-error
      bicycles.call('borrow', 'choose', { colors: [] }),
      // @ts-expect-error
      bicycles.call('borrow', 'choose', { colours: [], sise: 3 }),
      // @ts-expect-error
      bicycles.call('borrow', 'choose', { colours: 'red' }),
      // @ts-expect-error
      bicycles.call('borrow', 'choose'),
      // @ts-expect-error
      guides.call('any-topic', 'tel', { page: 2 }),
      // @ts-expect-error: calls are made by a shape only
      replyButton('Mượn xe', { intent: 'borrow', step: undefined, data: {} }),
    ];
    expect(misspelt).toBeInstanceOf(Function);
  });

  it('lets a handler tell its calls apart by intent and step', () => {
    const sizeOf = (call: ReturnType<typeof bicycles.call>) =>
      call.intent === 'borrow' && call.step === 'choose' ? call.data.size : undefined;
    expect(sizeOf(bicycles.call('borrow', 'choose', { colours: [], size: 26 }))).toBe(26);
    expect(sizeOf(bicycles.call('borrow'))).toBeUndefined();
  });
});

describe('a call from the classifier', () => {
  it('carries its probability', () => {
    const call: IntentCall = classifiedCall('any-intent', 0.7);
    expect(call).toMatchObject({ intent: 'any-intent', data: {}, confidence: 0.7 });
  });
});
