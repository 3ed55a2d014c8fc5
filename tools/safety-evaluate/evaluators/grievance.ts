import { createGrievanceReader } from '../../../src/nlu/signals/grievance.ts';
import { createLabelEvaluator } from './label-evaluator.ts';
import { learnHeads } from './learned-heads.ts';

/** Complaints about services are no grievances. */
const same = { 'bribe-asked': 'bribe', 'wrong-to-team': 'team', service: 'none' };

export const grievanceEvaluator = createLabelEvaluator({
  name: 'grievance',
  same,
  createReader: () => {
    const readGrievance = createGrievanceReader(learnHeads('grievance'));
    return (text) => readGrievance(text)?.kind;
  },
  floor: 0.68,
  ceiling: 0.04,
});
