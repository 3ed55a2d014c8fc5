import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { TrainingData } from './classifier.ts';
import type { Model } from './model.ts';

const digestBytes = 32;
const keptFiles = 4;
const modelName = /^model-[0-9a-f]+-[0-9a-f]+\.bin$/;

/**
 * All code that affects features and training is in this folder: the classifier and everything that reads
 * texts. Secrets are found before and without a model (test/architecture.test.ts).
 */
const nluFolder = fileURLToPath(new URL('..', import.meta.url));

/** Contains the model that `npm run build` puts beside the compiled code. */
export const shippedModelFolder = fileURLToPath(new URL('../../model/', import.meta.url));

/**
 * The file name of the model for this data, `model-<code>-<data>.bin`: one part is a hash of the code that
 * trains and reads, the other of the data. Compiled code and its source have different names.
 */
export function modelFileName(data: TrainingData, codeFolder: string = nluFolder): string {
  return `${codePrefix(codeFolder)}${shortDigest(JSON.stringify(data))}.bin`;
}

function codePrefix(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !name.startsWith('secrets'))
    .sort();
  const code = files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  return `model-${shortDigest(JSON.stringify(code))}-`;
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * The newest undamaged model that the same code trained, on any data.
 * @param name file name of the model that is missing
 * @param folders missing ones are skipped
 */
export function readNewestModel(name: string, folders: readonly string[]): Model | undefined {
  const prefix = name.slice(0, name.lastIndexOf('-') + 1);
  const files = folders.flatMap(listModels).filter((file) => basename(file).startsWith(prefix));
  for (const file of newestFirst(files)) {
    const model = readModelFile(file);
    if (model) return model;
  }
  return undefined;
}

/** @returns undefined if the file is missing or damaged */
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
 * A reader sees the old file or the new one, never a partial one. The newest few other models stay, so that
 * two versions or test runs side by side do not retrain in turns.
 */
export function writeModelFile(file: string, model: Model): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const content = serialize(model);
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, Buffer.concat([digestOf(content), content]));
  renameSync(unfinished, file);
  for (const old of newestFirst(listModels(folder)).slice(keptFiles)) rmSync(old, { force: true });
}

function listModels(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => modelName.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function newestFirst(files: readonly string[]): string[] {
  const changedAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return files
    .map((file) => ({ file, at: changedAt(file) }))
    .sort((a, b) => b.at - a.at)
    .map(({ file }) => file);
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
