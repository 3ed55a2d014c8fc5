import { collectPatterns } from './collect-patterns.ts';
import { isExponential } from './is-exponential.ts';

/** `npm run patterns`: refuses patterns that a short text can stop the process with. */
const patterns = await collectPatterns();
const refused = patterns.filter(isExponential);
for (const { file, source, flags } of refused) process.stderr.write(`src/${file}: /${source}/${flags}\n`);
process.stdout.write(`${patterns.length} patterns, ${refused.length} of them exponential.\n`);
process.exit(refused.length > 0 ? 1 : 0);
