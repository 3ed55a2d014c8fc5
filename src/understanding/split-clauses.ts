/** Words after which another thing is asked or told, in any spelling. */
const joints =
  'và|va|với lại|voi lại|voi lai|với|vs|voi|còn|con nua|hay là|hay la|rồi|roi|xong|mà|ma|nhưng|nhung|thế|the';
const separators = new RegExp(
  `[?!;,.\\n:]+(?=\\s|$)|\\s[-–]\\s|(?<![\\p{L}])(?:${joints})(?![\\p{L}])`,
  'giu',
);
/** Shorter pieces belong to the one before: "và", "em với". */
const minWords = 3;

/**
 * The clauses of a message, in order: finer than its questions (`nlu/text/split-questions.ts`), because "nộp ở đâu, mất tiền
 * không" asks two things of one subject. Some clauses only tell.
 */
export function splitClauses(text: string): string[] {
  const clauses: string[] = [];
  let start = 0;
  for (const { index } of [...text.matchAll(separators), { index: text.length }]) {
    const clause = text.slice(start, index).replace(/^[\s\p{P}]+/u, '');
    if (clause.split(/\s+/).filter(Boolean).length < minWords) continue;
    clauses.push(clause.trim());
    start = index;
  }
  return clauses;
}
