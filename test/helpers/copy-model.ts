import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTrainingContent } from '../../src/cli/build/training-content.ts';
import { modelFileName } from '../../src/nlu/classifier/model-file.ts';

/**
 * Copies the model that the source code trained to where the compiled code looks for its own: both are the same code,
 * and training takes most of a minute.
 */
const [trained = '', compiled = ''] = process.argv.slice(2);
const { data } = readTrainingContent();
const shipped = join(compiled, 'model');
mkdirSync(shipped, { recursive: true });
copyFileSync(
  join(trained, modelFileName(data)),
  join(shipped, modelFileName(data, resolve(compiled, 'nlu'))),
);
