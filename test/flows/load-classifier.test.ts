import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClassifier } from '../../src/nlu/classifier/create-classifier.ts';
import { loadClassifier, openClassifier } from '../../src/nlu/classifier/load-classifier.ts';
import { sampleData } from '../nlu/sample-data.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cau-noi-model-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const load = (data = sampleData) => loadClassifier({ data, folders: [folder] });
const texts = ['quen mat khau etax', 'tai ap thue', 'khai sinh cho be', 'chao', 'xyz'];

describe('loadClassifier', () => {
  it('trains once, and classifies the same with the stored model', async () => {
    const first = await load();
    const second = await load();
    const inThisThread = createClassifier(sampleData);
    expect([first.trained, second.trained]).toEqual([true, false]);
    for (const text of texts) {
      expect(first.classifier.classify(text)).toEqual(inThisThread.classify(text));
      expect(second.classifier.classify(text)).toEqual(inThisThread.classify(text));
    }
  });

  it('trains again when the data has changed', async () => {
    await load();
    const more = { text: 'xoá app thuế', intent: 'remove', topic: 'tax-app' };
    const changed = await load({ ...sampleData, examples: [...sampleData.examples, more] });
    expect(changed.trained).toBe(true);
    expect(changed.classifier.classify('xoa app thue')[0]?.intent).toBe('remove');
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed in one byte',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 999 ? ~byte : byte))),
    ],
  ])('trains again when the file is %s', async (_, damage) => {
    const { classifier } = await load();
    const [name] = await readdir(folder);
    const file = join(folder, name as string);
    await writeFile(file, damage(await readFile(file)));
    const again = await load();
    expect(again.trained).toBe(true);
    expect(again.classifier.classify(texts[0] as string)).toEqual(classifier.classify(texts[0] as string));
  });

  it('works without a folder for models', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { classifier } = await loadClassifier({ data: sampleData, folders: [join(file, 'impossible')] });
    expect(classifier.classify('quên mật khẩu etax')[0]?.intent).toBe('forgot-password');
  });

  it('gives two concurrent loads the same classifier, and leaves one complete model', async () => {
    const [one, other] = await Promise.all([load(), load()]);
    for (const text of texts) expect(one.classifier.classify(text)).toEqual(other.classifier.classify(text));
    expect(await readdir(folder)).toHaveLength(1);
    expect((await load()).trained).toBe(false);
  });

  it('stops training at once on the signal', async () => {
    const stopping = new AbortController();
    const learning = openClassifier({ data: sampleData, folders: [folder] }).learn(stopping.signal);
    stopping.abort();
    await expect(learning).rejects.toThrow(/abort/i);
    expect(await readdir(folder)).toEqual([]);
  });
});
