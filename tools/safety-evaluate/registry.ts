import type { Evaluator } from './evaluator.ts';
import { secretEvaluator } from './evaluators/secret.ts';

/** One line for each evaluator. */
export const evaluators: Evaluator[] = [secretEvaluator];
