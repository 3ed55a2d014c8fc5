import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { TrainingData } from './classifier.ts';
import type { Model } from './model.ts';

const digestBytes = 32;
const keptFiles = 4;
const ownFolder = dirname(fileURLToPath(import.meta.url));

/** Where the model learned from this data is kept. The name changes with the data and with the code that learns. */
export function modelFile(data: TrainingData, folder: string): string {
  const hash = createHash('sha256').update(JSON.stringify(data)).update(process.version);
  for (const name of readdirSync(ownFolder)
    .filter((each) => /\.[jt]s$/.test(each))
    .sort()) {
    hash.update(readFileSync(join(ownFolder, name)));
  }
  return join(folder, `model-${hash.digest('hex').slice(0, 16)}.bin`);
}

/** @returns undefined when there is none or it is damaged */
export function readModelFile(file: string): Model | undefined {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(digestBytes);
    if (!bytes.subarray(0, digestBytes).equals(digestOf(content))) return undefined;
    return deserialize(content) as Model;
  } catch {
    return undefined;
  }
}

/**
 * A reader sees the old file or the new one, never a half. Of other data's models the newest few stay, so that two
 * versions or test runs side by side do not take turns training.
 */
export function writeModelFile(file: string, model: Model): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const content = serialize(model);
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, Buffer.concat([digestOf(content), content]));
  renameSync(unfinished, file);
  const newestFirst = readdirSync(folder)
    .filter((name) => /^model-[0-9a-f]+\.bin$/.test(name))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of newestFirst.slice(keptFiles)) rmSync(old, { force: true });
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
