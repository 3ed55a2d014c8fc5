import type { Content } from '../content.ts';
import type { Finding } from '../content-finding.ts';
import { listIntentParts, wholeAnswer } from './intent-parts.ts';

/** Zalo refuses a longer text. */
const zaloLimit = 2000;
/** More than two screens of a small phone. */
const screenLimit = 900;
/** What a reader takes in at one look. */
const comfortable = 600;
const minExamples = 15;

/** Answers too long to read, steps too long for one action, too few examples to learn from. */
export function checkSizes(content: Content): Finding[] {
  return listIntentParts(content).flatMap(({ intent, at }) => {
    const length = wholeAnswer(intent).length;
    const findings: Finding[] = [];
    if (length > zaloLimit)
      findings.push(at(['answer'], 'error', `${length} characters, Zalo takes ${zaloLimit}`));
    else if (length > screenLimit) {
      findings.push(at(['answer'], 'error', `${length} characters, a small screen takes ${screenLimit}`));
    } else if (length > comfortable) {
      findings.push(at(['answer'], 'warning', `${length} characters, better at most ${comfortable}`));
    }
    if (intent.examples.length < minExamples) {
      const message = `${intent.examples.length} examples, at least ${minExamples} are needed`;
      findings.push(at(['examples'], 'error', message));
    }
    return findings;
  });
}
