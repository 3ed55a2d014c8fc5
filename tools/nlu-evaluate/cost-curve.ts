import {
  costs,
  type Decision,
  decide,
  outOfScope,
  type Thresholds,
} from '../../src/nlu/classifier/decide.ts';
import { isRightTopic } from './figures.ts';
import type { Judged, Question } from './judged.ts';

/** The results of a pair of thresholds on labelled messages. */
export interface CurvePoint extends Thresholds {
  /** Mean cost per message, in questions asked back. */
  cost: number;
  /** Shares of all messages. */
  answered: number;
  wrong: number;
  clarified: number;
  notUnderstood: number;
}

const risks = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 2.8];
const offers = [0.2, 0.3, 0.4, 0.5, 0.6];

/** All pairs of thresholds, cheapest first. Pure. */
export function costCurve(judged: readonly Judged[]): CurvePoint[] {
  const known = judged.filter(({ question }) => question.topic !== undefined);
  return risks
    .flatMap((maxRisk) => offers.map((minOffered) => pointAt(known, { maxRisk, minOffered })))
    .sort((a, b) => a.cost - b.cost);
}

function pointAt(judged: readonly Judged[], thresholds: Thresholds): CurvePoint {
  const point = { ...thresholds, cost: 0, answered: 0, wrong: 0, clarified: 0, notUnderstood: 0 };
  const one = 1 / judged.length;
  for (const { question, judgement } of judged) {
    const decision = decide(judgement.candidates, thresholds);
    point.cost += costOf(decision, question) * one;
    if (decision.kind === 'clarify') point.clarified += one;
    else if (decision.kind === 'not-understood') point.notUnderstood += one;
    else {
      point.answered += one;
      if (!isRightTopic(question, decision.candidate.topic)) point.wrong += one;
    }
  }
  return point;
}

function costOf(decision: Decision, question: Question): number {
  const { topic, intent } = question;
  switch (decision.kind) {
    case 'answer':
      if (!isRightTopic(question, decision.candidate.topic)) return costs.wrongTopic;
      return intent === undefined || decision.candidate.intent === intent ? 0 : costs.wrongIntent;
    case 'decline':
      return topic === outOfScope ? 0 : costs.wrongDecline;
    case 'clarify': {
      const isOffered = decision.offered.some((each) =>
        intent === undefined ? isRightTopic(question, each.topic) : each.intent === intent,
      );
      return costs.askBack + (isOffered ? 0 : costs.handoff);
    }
    case 'not-understood':
      return topic === outOfScope ? costs.askBack : costs.handoff;
  }
}
