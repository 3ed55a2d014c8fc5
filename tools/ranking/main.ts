import { modelFolder } from '../../src/cli/build/training-content.ts';
import { readEnvironment } from '../../src/config.ts';
import { readKnowledge } from '../../src/content/knowledge.ts';
import { createObjectDirectory } from '../../src/content/objects/object-directory.ts';
import { createTextRanker } from '../../src/intents/ranking/rank-texts.ts';
import { signNames } from '../../src/intents/ranking/signs.ts';
import { createPlaceNames } from '../../src/team/places/place-names.ts';
import { createUnderstand } from '../../src/understanding/create-understand.ts';
import { fitWeights, probabilitiesOf } from './fit-weights.ts';
import { listCases, type RankingCase } from './list-cases.ts';
import { readConversations, readRounds } from './read-wanted.ts';

const help = `npm run ranking

Learns the weights of src/intents/ranking/weights.ts from the rounds in test/judge/ that have a wanted.jsonl, but for
rounds 2 and 5, and from the conversations in test/flows/golden/. Prints how often the likeliest text is right, and one
of the likeliest two: in five parts, each ranked with weights learned from the other four; then in rounds 2 and 5, which
are only measured; then the weights. Takes some minutes. DATA_DIR says where the trained model is.
`;

/** What is learned must show on talks that it was not learned from. */
const onlyMeasured = /^round-[25]\//;

const folds = 5;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(help);
  const { directory, opened, words, asked } = readKnowledge({
    modelFolders: [modelFolder(readEnvironment())],
  });
  if (opened.knows !== 'data') await opened.learn();
  const objects = createObjectDirectory(directory);
  const names = createPlaceNames(directory.areas);
  const understand = createUnderstand({ directory, classifier: opened.classifier, names, words });
  const ranker = createTextRanker({ directory, objects, asked });
  const talks = [...readRounds('test/judge'), ...readConversations('test/flows/golden')];
  const all = listCases(talks, { ranker, objects, understand });
  const cases = all.filter(({ talk }) => !onlyMeasured.test(talk));
  process.stdout.write(`${cases.length} messages to learn from\n`);
  showCrossValidated(cases);
  const weights = fitWeights(cases);
  process.stdout.write('\nRounds that are only measured\n');
  showTable(all.filter(({ talk }) => onlyMeasured.test(talk)).map((one) => ({ one, weights })));
  for (const [at, name] of signNames.entries()) {
    process.stdout.write(`  ${name}: ${(weights[at] as number).toFixed(2)},\n`);
  }
}

function showCrossValidated(cases: readonly RankingCase[]): void {
  const talks = [...new Set(cases.map(({ talk }) => talk))];
  const foldOf = new Map(talks.map((talk, at) => [talk, at % folds]));
  const inFold = (fold: number) => (one: RankingCase) => foldOf.get(one.talk) === fold;
  const judged = Array.from({ length: folds }, (_, fold) => {
    const weights = fitWeights(cases.filter((one) => !inFold(fold)(one)));
    return cases.filter(inFold(fold)).map((one) => ({ one, weights }));
  });
  showTable(judged.flat());
}

/** How often the likeliest text is right, by kind of message, each ranked with its weights. */
function showTable(judged: readonly { one: RankingCase; weights: Float64Array }[]): void {
  const rows: Record<string, { messages: number; right: number; 'right among two': number }> = {};
  for (const { one, weights } of judged) {
    const [best = 0, second = 0] = inOrder(one, weights);
    rows[one.kind] ??= { messages: 0, right: 0, 'right among two': 0 };
    const row = rows[one.kind] as (typeof rows)[string];
    row.messages++;
    row.right += best;
    row['right among two'] += Math.max(best, second);
  }
  for (const [kind, { messages, right, 'right among two': two }] of Object.entries(rows)) {
    const share = (count: number) => `${((count / messages) * 100).toFixed(1)} %`;
    process.stdout.write(`${kind}: ${messages} messages, right ${share(right)}, among two ${share(two)}\n`);
  }
}

/** Whether each text of a case is right, the likeliest text first. */
function inOrder(one: RankingCase, weights: Float64Array): number[] {
  const probabilities = probabilitiesOf(one, weights);
  return [...one.isRight]
    .map((isRight, at) => ({ isRight, probability: probabilities[at] as number }))
    .sort((a, b) => b.probability - a.probability)
    .map(({ isRight }) => isRight);
}

await main();
