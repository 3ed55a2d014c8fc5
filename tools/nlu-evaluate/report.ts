import { costCurve } from './cost-curve.ts';
import { cheapestByRisk } from './cost-curve-svg.ts';
import { confusions, type Figures, figuresOf, hasRightTopic, topicRows } from './figures.ts';
import { type Judge, type Judged, judgeAll, type Question } from './judged.ts';
import type { FindNearest } from './nearest-example.ts';
import { writtenForms } from './written-forms.ts';

/** A table with heads and rows of text. */
export interface Table {
  title: string;
  heads: string[];
  rows: string[][];
}

const shownConfusions = 15;
const shownErrors = 40;

function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${(share * 100).toFixed(1)} %`;
}

/** The figures in words, one per line. */
export function summaryTable(figures: Figures): Table {
  const rows: [string, string][] = [
    ['messages', String(figures.messages)],
    ['topic right', percent(figures.topic)],
    ['  of those in scope', percent(figures.topicInScope)],
    ['  among the likeliest three', percent(figures.topicAmongThree)],
    ['  macro-F1', percent(figures.macroF1)],
    ['intent right', percent(figures.intent)],
    ['  among the likeliest three', percent(figures.intentAmongThree)],
    ['in scope and not asked back', percent(figures.answeredAtOnce)],
    ['answered about another topic', percent(figures.wronglyAnswered)],
    ['out of scope and declined', percent(figures.declined)],
    ['in scope and declined', percent(figures.wronglyDeclined)],
    [
      'time to read one, p50 / p99',
      `${figures.p50Microseconds.toFixed(0)} / ${figures.p99Microseconds.toFixed(0)} µs`,
    ],
  ];
  return { title: 'All', heads: ['', ''], rows };
}

export function topicTable(judged: readonly Judged[]): Table {
  return {
    title: 'By topic',
    heads: ['topic', 'messages', 'precision', 'recall', 'F1'],
    rows: topicRows(judged).map(({ topic, messages, precision, recall, f1 }) => [
      topic,
      String(messages),
      percent(precision),
      percent(recall),
      percent(f1),
    ]),
  };
}

export function actionTable(judged: readonly Judged[]): Table {
  const actions = [...new Set(judged.map(({ judgement }) => judgement.action))].sort((a, b) =>
    a.localeCompare(b),
  );
  return {
    title: 'By action',
    heads: ['action', 'messages', 'topic right'],
    rows: actions.map((action) => {
      const taken = judged.filter(({ judgement }) => judgement.action === action);
      const known = taken.filter(({ question }) => question.topic !== undefined);
      return [action, String(taken.length), percent(figuresOf(known).topic)];
    }),
  };
}

/** Figures for the same messages in other spellings and from other keyboards. */
export function writtenFormTable(questions: readonly Question[], judge: Judge): Table {
  return {
    title: 'By written form',
    heads: ['form', 'topic', 'macro-F1', 'intent', 'answered about another topic'],
    rows: writtenForms.map(({ name, write }) => {
      const rewritten = questions.map((question) => ({ ...question, text: write(question.text) }));
      const { topic, macroF1, intent, wronglyAnswered } = figuresOf(judgeAll(rewritten, judge));
      return [name, percent(topic), percent(macroF1), percent(intent), percent(wronglyAnswered)];
    }),
  };
}

export function confusionTable(judged: readonly Judged[], by: 'topic' | 'intent'): Table {
  return {
    title: `Taken for another ${by}`,
    heads: ['wanted', 'taken for', 'times'],
    rows: confusions(judged, by)
      .slice(0, shownConfusions)
      .map(({ wanted, taken, count }) => [wanted, taken, String(count)]),
  };
}

/** The most confident errors first, each with its most similar example. */
export function errorTable(judged: readonly Judged[], findNearest: FindNearest): Table {
  const errors = judged
    .filter((each) => each.question.topic !== undefined && !hasRightTopic(each))
    .sort((a, b) => b.judgement.confidence - a.judgement.confidence);
  return {
    title: 'Mistakes, the surest first',
    heads: ['message', 'wanted', 'taken for', 'confidence', 'nearest example', 'of', 'alike'],
    rows: errors.slice(0, shownErrors).map(({ question, judgement }) => {
      const nearest = findNearest(question.text);
      return [
        shortened(question.text),
        question.topic ?? '',
        judgement.intent ?? 'nothing',
        percent(judgement.confidence),
        shortened(nearest?.example.text ?? ''),
        nearest?.example.intent ?? '',
        percent(nearest?.shared),
      ];
    }),
  };
}

/** The cost of each pair of thresholds; `decide.ts` uses the chosen ones. */
export function costTable(judged: readonly Judged[]): Table {
  return {
    title: 'Cost of a message (asking back 1, handoff 2, wrong intent 2, wrongly declined 3, wrong topic 5)',
    heads: [
      'answer up to risk',
      'offer from',
      'cost',
      'answered',
      'wrong topic',
      'asked back',
      'not understood',
    ],
    rows: cheapestByRisk(costCurve(judged)).map((point) => [
      point.maxRisk.toFixed(1),
      point.minOffered.toFixed(1),
      point.cost.toFixed(3),
      percent(point.answered),
      percent(point.wrong),
      percent(point.clarified),
      percent(point.notUnderstood),
    ]),
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
