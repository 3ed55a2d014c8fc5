import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAskedNext } from '../../../src/content/objects/asked-next.ts';
import { parseNextHeading } from '../../../src/content/schema/asked-next.ts';
import { createTopicDirectory } from '../../../src/content/topic-directory.ts';
import { writeSample } from '../../intents/checks/sample-content.ts';

describe('a heading of what is asked next', () => {
  const fee = { aspect: 'fee', state: 'lost', conditions: ['elder'] };

  it.each([
    ['fee lost @elder', { object: undefined, asks: fee }],
    ['land-gift/fee lost @elder', { object: 'land-gift', asks: fee }],
    ['ihanoi-track', { intent: 'ihanoi-track' }],
  ])('is of the object, of another one, or an answer: %s', (text, read) => {
    expect(parseNextHeading(text)).toEqual(read);
  });

  it.each(['', 'fee gone', 'land-gift/price', 'Fee', 'two words', 'a/b/fee'])('is not %j', (text) => {
    expect(parseNextHeading(text)).toBeUndefined();
  });
});

describe('what residents ask next', () => {
  it('is an example of what it asks, after the object of the file', () => {
    const file = 'papers @minor:\n  - thế con cháu thì mang gì\nborrow-bicycle:\n  - mượn luôn được không\n';
    expect(read('bicycle-card', file)).toEqual([
      {
        text: 'thế con cháu thì mang gì',
        after: 'bicycle-card',
        asks: { object: 'bicycle-card', aspect: 'papers', state: undefined, conditions: ['minor'] },
      },
      { text: 'mượn luôn được không', after: 'bicycle-card', asks: { intent: 'borrow-bicycle' } },
    ]);
  });

  it('teaches nothing about what does not exist', () => {
    expect(read('bicycle-card', 'boat/fee:\n  - mấy tiền\nrent-boat:\n  - thuê đâu\n')).toEqual([]);
    expect(read('boat', 'fee:\n  - mấy tiền\n')).toEqual([]);
  });

  it('is refused under a heading that is nothing, with file and line', () => {
    expect(() => read('bicycle-card', 'fee gone:\n  - mấy tiền\n')).toThrow(
      /asked-next\/bicycle-card\.yaml:\d+ fee gone: must be an aspect/,
    );
  });
});

function read(object: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'asked-next-'));
  try {
    writeSample(folder);
    mkdirSync(join(folder, 'asked-next'));
    writeFileSync(join(folder, 'asked-next', `${object}.yaml`), text);
    return readAskedNext(folder, createTopicDirectory(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
