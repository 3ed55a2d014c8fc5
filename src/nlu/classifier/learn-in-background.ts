import { setImmediate as nextRound } from 'node:timers/promises';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics.ts';
import type { OpenedClassifier } from './load-classifier.ts';

interface LearningParts {
  logger: Logger;
  metrics: Metrics;
  /** Ends the training when the process stops. */
  signal: AbortSignal;
}

const meanwhile = {
  'older-data':
    'the content has changed since it was learned: an older model answers until this one is trained',
  nothing: 'no trained model was found: only names, buttons and numbers are understood until one is trained',
};

/**
 * Trains on the content that the model does not know yet while the classifier goes on answering; writes to
 * the log and the metrics.
 * @returns whether the classifier now knows the content; false if training failed or was stopped. Never
 * rejects
 */
export async function learnInBackground(
  { knows, learn }: OpenedClassifier,
  { logger, metrics, signal }: LearningParts,
): Promise<boolean> {
  if (knows === 'data') return true;
  metrics.set('model_outdated', 1);
  logger.info({ knows }, meanwhile[knows]);
  const startedAt = performance.now();
  // Passing the data to a thread takes a while; let the caller continue first.
  await nextRound();
  try {
    await learn(signal);
  } catch (error) {
    if (signal.aborted) return false;
    logger.error({ reason: messageOf(error) }, 'the content could not be learned; restart to try again');
    return false;
  }
  metrics.set('model_outdated', 0);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  logger.info({ seconds }, 'the content has been learned and is answered by from now on');
  return true;
}
