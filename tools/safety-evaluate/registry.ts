import type { Evaluator } from './evaluator.ts';
import { erasureEvaluator } from './evaluators/erasure.ts';
import { griefEvaluator } from './evaluators/grief.ts';
import { grievanceEvaluator } from './evaluators/grievance.ts';
import { scamEvaluator } from './evaluators/scam.ts';
import { secretEvaluator } from './evaluators/secret.ts';

/** One line for each evaluator. */
export const evaluators: Evaluator[] = [
  secretEvaluator,
  scamEvaluator,
  griefEvaluator,
  erasureEvaluator,
  grievanceEvaluator,
];
