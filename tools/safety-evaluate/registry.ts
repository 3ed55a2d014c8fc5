import type { Evaluator } from './evaluator.ts';
import { emergencyEvaluator } from './evaluators/emergency.ts';
import { erasureEvaluator } from './evaluators/erasure.ts';
import { scamEvaluator } from './evaluators/scam.ts';
import { secretEvaluators } from './evaluators/secret.ts';
import { griefEvaluator, grievanceEvaluator } from './evaluators/signals.ts';

/** One line for each evaluator. */
export const evaluators: Evaluator[] = [
  emergencyEvaluator,
  ...secretEvaluators,
  erasureEvaluator,
  scamEvaluator,
  griefEvaluator,
  grievanceEvaluator,
];
