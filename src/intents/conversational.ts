import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Example } from '../nlu/classifier.ts';

const conversationalFile = z.record(
  z.string(),
  z.strictObject({ topic: z.string(), examples: z.array(z.string()) }),
);

/** Reads `<folder>/conversational.yaml`: how people greet, thank, ask for a person, and what is out of scope. */
export function readConversationalExamples(folder: string): Example[] {
  const file = conversationalFile.parse(parse(readFileSync(join(folder, 'conversational.yaml'), 'utf8')));
  return Object.entries(file).flatMap(([intent, { topic, examples }]) =>
    examples.map((text) => ({ text, intent, topic })),
  );
}
