import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';
import { listIntentParts, wholeAnswer } from './parts.ts';

/** Characters; Zalo rejects a longer text. */
const zaloLimit = 2000;
/** Characters; more than two screens of a small phone. */
const screenLimit = 900;
/** Characters that a reader takes in at one look. */
const comfortable = 600;
const defaultMinExamples = 15;
/** Characters per line of a small phone, and lines on two of its screens including the buttons. */
const lineLength = 36;
const screenLines = 40;

/** Finds answers and steps that are too long, and intents with too few examples. */
export function checkSizes(content: Content, minExamples = defaultMinExamples): Finding[] {
  return listIntentParts(content).flatMap(({ intent, at }) => {
    const answer = wholeAnswer(intent);
    const { length } = answer;
    const lines = linesOf(answer);
    const findings: Finding[] = [];
    if (length > zaloLimit)
      findings.push(at(['answer'], 'error', `${length} characters, Zalo takes ${zaloLimit}`));
    else if (length > screenLimit) {
      findings.push(at(['answer'], 'error', `${length} characters, a small screen takes ${screenLimit}`));
    } else if (length > comfortable) {
      findings.push(at(['answer'], 'warning', `${length} characters, better at most ${comfortable}`));
    }
    if (lines > screenLines) {
      findings.push(at(['answer'], 'error', `${lines} lines on a small screen, at most ${screenLines}`));
    }
    if (intent.examples.length < minExamples) {
      const message = `${intent.examples.length} examples, at least ${minExamples} are needed`;
      findings.push(at(['examples'], 'error', message));
    }
    return findings;
  });
}

function linesOf(text: string): number {
  const lengths = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / lineLength)));
  return lengths.reduce((sum, lines) => sum + lines, 0);
}
