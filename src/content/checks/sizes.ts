import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';
import { listIntentParts, wholeAnswer } from './parts.ts';

/** Zalo refuses a longer text. */
const zaloLimit = 2000;
/** More than two screens of a small phone. */
const screenLimit = 900;
/** What a reader takes in at one look. */
const comfortable = 600;
const defaultMinExamples = 15;
/** Characters on a line of a small phone, and lines on two of its screens with the buttons below. */
const lineLength = 36;
const screenLines = 40;

/** Answers too long to read, steps too long for one action, too few examples to learn from. */
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
