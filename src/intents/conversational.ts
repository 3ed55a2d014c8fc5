import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Example } from '../nlu/classifier.ts';

const conversationalFile = z.record(
  z.string(),
  z.strictObject({ topic: z.string(), examples: z.array(z.string()) }),
);

/**
 * How people greet, thank and ask for a person: `<folder>/conversational.yaml`; and what they ask of others than us:
 * `<folder>/out-of-scope.yaml`, where there is one.
 */
export function readConversationalExamples(folder: string): Example[] {
  const outside = join(folder, 'out-of-scope.yaml');
  return [
    ...readExamples(join(folder, 'conversational.yaml')),
    ...(existsSync(outside) ? readExamples(outside) : []),
  ];
}

function readExamples(path: string): Example[] {
  const file = conversationalFile.parse(parse(readFileSync(path, 'utf8')));
  return Object.entries(file).flatMap(([intent, { topic, examples }]) =>
    examples.map((text) => ({ text, intent, topic })),
  );
}
