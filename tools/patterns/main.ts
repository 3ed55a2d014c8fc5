import { collectPatterns } from './collect-patterns.ts';
import { hasAmbiguousLoop } from './has-ambiguous-loop.ts';
import { isExponential } from './is-exponential.ts';

/** `npm run patterns`: refuses patterns that a short text can stop the process with. */
const patterns = await collectPatterns();
/** Files with a loop that a lookahead makes unambiguous, which the check does not see. */
const madeClear = ['nlu/phrases/do-for-me.ts', 'nlu/text/politeness.ts'];
const refused = patterns.filter(
  (pattern) => isExponential(pattern) || (!madeClear.includes(pattern.file) && hasAmbiguousLoop(pattern)),
);
for (const { file, source, flags } of refused) process.stderr.write(`src/${file}: /${source}/${flags}\n`);
process.stdout.write(`${patterns.length} patterns, ${refused.length} of them exponential.\n`);
process.exit(refused.length > 0 ? 1 : 0);
