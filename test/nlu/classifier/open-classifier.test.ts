import { mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainingData } from '../../../src/nlu/classifier/classifier.ts';
import { openClassifier } from '../../../src/nlu/classifier/load-classifier.ts';
import { modelFileName, writeModelFile } from '../../../src/nlu/classifier/model-file.ts';
import type { TrainInBackground } from '../../../src/nlu/classifier/train-in-worker.ts';
import { trainModel } from '../../../src/nlu/classifier/train-model.ts';
import { sampleData } from '../sample-data.ts';

/** An office removes an answer and writes a new one. */
const editedData: TrainingData = {
  ...sampleData,
  examples: [
    ...sampleData.examples.filter(({ intent }) => intent !== 'forgot-password'),
    { text: 'xoá app thuế', intent: 'remove', topic: 'tax-app' },
    { text: 'gỡ ứng dụng thuế khỏi máy', intent: 'remove', topic: 'tax-app' },
  ],
};
/** The same meanings as in the sample, under other numbers. */
const reorderedData: TrainingData = {
  ...sampleData,
  synonyms: { greet: ['chào', 'alo'], ...sampleData.synonyms },
};

let own: string;
let shipped: string;
let trainings: number;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'cau-noi-own-'));
  shipped = mkdtempSync(join(tmpdir(), 'cau-noi-shipped-'));
  trainings = 0;
});
afterEach(() => {
  for (const folder of [own, shipped]) rmSync(folder, { recursive: true });
});

const train: TrainInBackground = async (data, signal) => {
  signal?.throwIfAborted();
  trainings += 1;
  return trainModel(data);
};
const open = (data = sampleData) => openClassifier({ data, folders: [own, shipped], train });

function put(folder: string, data: TrainingData, minute = 0): string {
  const file = join(folder, modelFileName(data));
  writeModelFile(file, trainModel(data));
  utimesSync(file, minute * 60, minute * 60);
  return file;
}

describe('an opened classifier', () => {
  it('uses the shipped model if it knows the content, and trains nothing', () => {
    put(shipped, sampleData);
    const { classifier, knows } = open();
    expect([knows, classifier.classify('quen mat khau etax')[0]?.intent]).toEqual([
      'data',
      'forgot-password',
    ]);
    expect([trainings, readdirSync(own)]).toEqual([0, []]);
  });

  it('answers with the older model when the content has changed, and with the new one once trained', async () => {
    put(shipped, sampleData);
    const { classifier, knows, learn } = open(editedData);
    const best = (text: string) => classifier.classify(text)[0]?.intent;
    expect([knows, trainings]).toEqual(['older-data', 0]);
    expect([best('quen mat khau etax'), best('tai app thue')]).toEqual(['forgot-password', 'install']);
    expect(classifier.classify('xoa app').map(({ intent }) => intent)).not.toContain('remove');
    await learn();
    expect(best('xoa app')).toBe('remove');
    expect(classifier.classify('quen mat khau etax').map(({ intent }) => intent)).not.toContain(
      'forgot-password',
    );
    expect(open(editedData).knows).toBe('data');
  });

  it('weighs the signals that its model learned', () => {
    const grief = {
      examples: [
        ...['bố em mất hôm qua', 'mẹ cháu mất rồi', 'ông nhà vừa mất', 'bà ngoại mất sáng nay'].map(
          (text) => ({
            text,
            kind: 'death',
          }),
        ),
        ...['tải app thuế', 'quên mật khẩu etax', 'đăng nhập thế nào', 'cài ihanoi'].map((text) => ({
          text,
          kind: undefined,
        })),
      ],
      meanings: {},
      cues: {},
      ordinary: [],
    };
    const taught = { ...sampleData, signals: { grief } };
    put(shipped, taught);
    const { classifier } = open(taught);
    expect(classifier.weighSignal?.('grief', 'bố em mất hôm qua')?.label).toBe('death');
    expect(classifier.weighSignal?.('grievance', 'bố em mất hôm qua')).toBeUndefined();
  });

  it('reads texts with the synonyms of its model, not with the current ones', () => {
    put(shipped, sampleData);
    const asTrained = open().classifier.classify('lắp etax');
    expect(open(reorderedData).classifier.classify('lắp etax')).toEqual(asTrained);
  });

  it('uses the newest of several older models', () => {
    put(shipped, sampleData, 1);
    put(own, editedData, 2);
    expect(open(reorderedData).classifier.classify('xoa app')[0]?.intent).toBe('remove');
  });

  it('skips an older model that is damaged', () => {
    put(shipped, sampleData, 1);
    writeFileSync(put(own, editedData, 2), 'damaged');
    expect(open(reorderedData).classifier.classify('quen mat khau')[0]?.intent).toBe('forgot-password');
  });

  it('never uses a model of other code, whatever its data', () => {
    const file = put(own, sampleData);
    renameSync(file, file.replace(/model-.{16}/, 'model-0123456789abcdef'));
    expect(open().knows).toBe('nothing');
    expect(open(editedData).knows).toBe('nothing');
  });

  it('understands nothing without a model until one is trained', async () => {
    const { classifier, knows, learn } = open();
    expect([knows, classifier.classify('quen mat khau etax')]).toEqual(['nothing', []]);
    expect(classifier.explain('quen mat khau etax', 'forgot-password')).toEqual([]);
    await learn();
    expect(classifier.classify('quen mat khau etax')[0]?.intent).toBe('forgot-password');
  });

  it('stores nothing when training is stopped', async () => {
    await expect(open().learn(AbortSignal.abort())).rejects.toThrow();
    expect(readdirSync(own)).toEqual([]);
  });
});
