import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Example } from '../nlu/classifier.ts';
import { foldersBeside } from './translation.ts';

const conversationalFile = z.record(
  z.string(),
  z.strictObject({ topic: z.string(), examples: z.array(z.string()) }),
);

/** How people greet, thank and ask for a person; what they ask of others than us; what no answer of a topic tells. */
const files = ['conversational.yaml', 'out-of-scope.yaml', 'further-questions.yaml'];

/** What people write beside what the topics answer; each file where there is one, in the other languages as well. */
export function readConversationalExamples(folder: string): Example[] {
  return [folder, ...foldersBeside(folder).map(({ beside }) => beside)]
    .flatMap((one) => files.map((file) => join(one, file)))
    .filter((path) => existsSync(path))
    .flatMap(readExamples);
}

function readExamples(path: string): Example[] {
  const file = conversationalFile.parse(parse(readFileSync(path, 'utf8')));
  return Object.entries(file).flatMap(([intent, { topic, examples }]) =>
    examples.map((text) => ({ text, intent, topic })),
  );
}
