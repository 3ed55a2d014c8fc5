import { costCurve } from '../../tools/nlu-evaluate/cost-curve.ts';
import { cheapestByRisk, costCurveSvg } from '../../tools/nlu-evaluate/cost-curve-svg.ts';
import { confusions, figuresOf, topicRows } from '../../tools/nlu-evaluate/figures.ts';
import type { Action, Judged } from '../../tools/nlu-evaluate/judged.ts';

interface Case {
  wanted: string;
  also?: string[];
  taken: string;
  action?: Action;
  probability?: number;
}

/** Topics and intents as `topic/intent`. */
function judged({ wanted, also, taken, action = 'answer', probability = 0.9 }: Case): Judged {
  const [topic = '', intent = ''] = wanted.split('/');
  const [takenTopic = '', takenIntent = ''] = taken.split('/');
  const best = { topic: takenTopic, intent: takenIntent, probability };
  const other = { topic, intent, probability: 1 - probability };
  return {
    question: { text: 'x', topic, intent, also },
    judgement: {
      ...best,
      confidence: probability,
      action,
      ms: 0.05,
      candidates: wanted === taken ? [best] : [best, other],
    },
  };
}

const cases = [
  judged({ wanted: 'tax/pay', taken: 'tax/pay' }),
  judged({ wanted: 'tax/pay', taken: 'tax/look-up' }),
  judged({ wanted: 'land/split', taken: 'tax/pay', also: ['tax'] }),
  judged({ wanted: 'land/split', taken: 'tax/pay', action: 'clarify', probability: 0.5 }),
  judged({ wanted: 'land/split', taken: 'tax/pay' }),
  judged({ wanted: 'out-of-scope/weather', taken: 'out-of-scope/bank', action: 'decline' }),
  judged({ wanted: 'out-of-scope/weather', taken: 'land/split' }),
  judged({ wanted: 'land/split', taken: 'out-of-scope/bank', action: 'decline' }),
];

describe('figuresOf', () => {
  const figures = figuresOf(cases);

  it('counts a topic as right when it is wanted or would do as well', () => {
    expect(figures.topic).toBe(4 / 8);
    expect(figures.topicInScope).toBe(3 / 6);
    expect(figures.topicAmongThree).toBe(1);
    expect(figures.intent).toBe(1 / 8);
  });

  it('counts what was answered wrongly, asked back and declined', () => {
    expect(figures.wronglyAnswered).toBe(2 / 8);
    expect(figures.answeredAtOnce).toBe(4 / 6);
    expect(figures.declined).toBe(1 / 2);
    expect(figures.wronglyDeclined).toBe(1 / 6);
  });

  it('gives no share of nothing', () => {
    expect(figuresOf([])).toMatchObject({ messages: 0, topic: undefined, declined: undefined });
  });
});

describe('topicRows', () => {
  it('gives precision and recall by topic', () => {
    const [land] = topicRows(cases);
    expect(land).toMatchObject({ topic: 'land', messages: 4, precision: 0, recall: 1 / 4 });
  });
});

describe('confusions', () => {
  it('lists what is taken for what, the most frequent first', () => {
    expect(confusions(cases, 'topic')[0]).toEqual({ wanted: 'land', taken: 'tax', count: 2 });
  });
});

describe('costCurve', () => {
  it('answers more with more risk, and costs more when it is wrong', () => {
    const curve = cheapestByRisk(costCurve(cases));
    const [careful, bold] = [curve[0], curve.at(-1)];
    expect(bold?.answered).toBeGreaterThan(careful?.answered ?? 1);
    expect(bold?.wrong).toBeGreaterThanOrEqual(careful?.wrong ?? 0);
    expect(Math.min(...costCurve(cases).map(({ cost }) => cost))).toBe(costCurve(cases)[0]?.cost);
  });

  it('is drawn with every share inside the picture', () => {
    const svg = costCurveSvg(costCurve(cases));
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toContain('NaN');
    expect(svg.match(/<polyline /g)).toHaveLength(3);
  });
});
