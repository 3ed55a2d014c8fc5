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

Learns the weights of src/intents/ranking/weights.ts from the rounds in test/judge/ that have a wanted.jsonl and from
the conversations in test/flows/golden/. Prints how often the likeliest text is right, and one of the likeliest two: in
five parts, each ranked with weights learned from the other four; then the weights. Takes some minutes. DATA_DIR says
where the trained model is.
`;

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
  const cases = listCases(talks, { ranker, objects, understand });
  process.stdout.write(`${cases.length} messages to learn from\n`);
  showTable(cases);
  const weights = fitWeights(cases);
  for (const [at, name] of signNames.entries()) {
    process.stdout.write(`  ${name}: ${(weights[at] as number).toFixed(2)},\n`);
  }
}

function showTable(cases: readonly RankingCase[]): void {
  const talks = [...new Set(cases.map(({ talk }) => talk))];
  const foldOf = new Map(talks.map((talk, at) => [talk, at % folds]));
  const rows: Record<string, { messages: number; right: number; 'right among two': number }> = {};
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitWeights(cases.filter(({ talk }) => foldOf.get(talk) !== fold));
    for (const one of cases.filter(({ talk }) => foldOf.get(talk) === fold)) {
      const [best = 0, second = 0] = inOrder(one, weights);
      rows[one.kind] ??= { messages: 0, right: 0, 'right among two': 0 };
      const row = rows[one.kind] as (typeof rows)[string];
      row.messages++;
      row.right += best;
      row['right among two'] += Math.max(best, second);
    }
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
