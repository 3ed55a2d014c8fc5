import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelFileName, writeModelFile } from '../../../src/nlu/classifier/model-file.ts';
import { trainModel } from '../../../src/nlu/classifier/train-model.ts';
import { sampleData } from '../sample-data.ts';

const nluFolder = fileURLToPath(new URL('../../../src/nlu', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cau-noi-code-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const parts = (name: string) => name.replace('.bin', '').split('-').slice(1);

describe('the file name of a model', () => {
  it.each([
    ['an example', { examples: [...sampleData.examples, { text: 'xoá app', intent: 'remove', topic: 'x' }] }],
    ['a title', { titles: [] }],
    ['a brand', { brands: [] }],
    ['a synonym', { synonyms: { ...sampleData.synonyms, forget: ['quên'] } }],
  ])('changes its last part with %s', (_, change) => {
    const [code, data] = parts(modelFileName(sampleData));
    const [sameCode, otherData] = parts(modelFileName({ ...sampleData, ...change }));
    expect(sameCode).toBe(code);
    expect(otherData).not.toBe(data);
  });

  it.each([
    'text/abbreviations.ts',
    'text/spelling-correction.ts',
    'entities/find-dossiers.ts',
    'classifier/features.ts',
    'heads/train-head.ts',
  ])('changes its first part with %s', (file) => {
    cpSync(nluFolder, folder, { recursive: true });
    const [code, data] = parts(modelFileName(sampleData, folder));
    writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}\n// changed`);
    const [otherCode, sameData] = parts(modelFileName(sampleData, folder));
    expect(otherCode).not.toBe(code);
    expect(sameData).toBe(data);
  });

  it('stays the same with the code that finds secrets, which needs no model', () => {
    cpSync(nluFolder, folder, { recursive: true });
    const before = modelFileName(sampleData, folder);
    rmSync(join(folder, 'secrets/detect-phones.ts'));
    expect(modelFileName(sampleData, folder)).toBe(before);
  });

  it('is the same for the same code in another folder', () => {
    cpSync(nluFolder, join(folder, 'nlu'), { recursive: true });
    const before = modelFileName(sampleData, join(folder, 'nlu'));
    renameSync(join(folder, 'nlu'), join(folder, 'moved'));
    expect(modelFileName(sampleData, join(folder, 'moved'))).toBe(before);
    expect(modelFileName(sampleData)).toBe(before);
  });

  it('covers every file that training and reading a text load', () => {
    const loaded = filesLoadedBy(['training-worker.ts', 'create-classifier.ts'].map(inClassifier));
    expect(loaded.length).toBeGreaterThan(15);
    expect(loaded.filter((file) => !file.startsWith(`${nluFolder}/`))).toEqual([]);
  });
});

it('only the newest few old models are kept', () => {
  const model = trainModel(sampleData);
  for (let number = 0; number < 6; number += 1) writeModelFile(join(folder, `model-0-${number}.bin`), model);
  expect(readdirSync(folder)).toHaveLength(4);
});

function inClassifier(name: string): string {
  return join(nluFolder, 'classifier', name);
}

/** The files and all own modules that they import, directly or indirectly. */
function filesLoadedBy(files: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'/gms);
    for (const [, target = ''] of imports) visit(join(dirname(file), target));
  };
  files.forEach(visit);
  return [...found];
}
