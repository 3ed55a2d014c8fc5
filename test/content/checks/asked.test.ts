import { checkAsked } from '../../../src/content/checks/objects/asked.ts';
import type { AskedFile } from '../../../src/content/schema/asked.ts';
import type { YamlFile } from '../../../src/content/yaml-file.ts';
import { lineIn, readSample } from '../../intents/checks/sample-content.ts';

const content = readSample();

/** Each message is on the line of its heading, plus one and its index. */
function askedFile(object: string, value: AskedFile): YamlFile<AskedFile> {
  const lineOf = ([heading = '', index = 0]: readonly PropertyKey[]) =>
    10 * Object.keys(value).indexOf(String(heading)) + 2 + Number(index);
  return { file: `asked/${object}.yaml`, value, lineOf };
}

const lines = (count: number, about = 'thẻ') =>
  Array.from({ length: count }, (_, at) => `câu ${at} về ${about}`);

describe('the check of what residents ask', () => {
  it('finds nothing with ten messages about each object', () => {
    expect(checkAsked(content, [askedFile('bicycle-card', { fee: lines(10) })])).toEqual([]);
  });

  it('warns of an object without a file', () => {
    expect(checkAsked(content, [])).toEqual([
      {
        level: 'warning',
        file: 'objects/bicycle-card.yaml',
        line: lineIn('objects/bicycle-card.yaml', 'object: bicycle-card'),
        message: 'bicycle-card: nothing in asked/, so the classifier learns nothing about it',
      },
    ]);
  });

  it('refuses a file without its object', () => {
    const card = askedFile('bicycle-card', { fee: lines(10) });
    expect(checkAsked(content, [card, askedFile('boat', { fee: lines(10, 'thuyền') })])).toEqual([
      {
        level: 'error',
        file: 'asked/boat.yaml',
        line: 1,
        message: 'boat: no object of this name in objects/',
      },
    ]);
  });

  it('counts the messages of all headings', () => {
    const few = askedFile('bicycle-card', { fee: lines(5), where: lines(4, 'xe') });
    expect(checkAsked(content, [few])).toEqual([
      {
        level: 'warning',
        file: 'asked/bicycle-card.yaml',
        line: 1,
        message: 'bicycle-card: 9 messages, better at least 10',
      },
    ]);
  });

  it('warns of a message under two objects, without diacritics too', () => {
    const card = askedFile('bicycle-card', { fee: lines(10), where: ['bao lau co'] });
    const boat = askedFile('boat', { fee: lines(10, 'thuyền'), time: ['mấy giờ', 'Bao lâu có?'] });
    expect(checkAsked(content, [card, boat]).filter(({ level }) => level === 'warning')).toEqual([
      {
        level: 'warning',
        file: 'asked/boat.yaml',
        line: 13,
        message: 'boat: "Bao lâu có?" also stands under bicycle-card',
      },
    ]);
  });

  it('takes a message that stands twice under one object', () => {
    const twice = askedFile('bicycle-card', { fee: lines(10), time: lines(1) });
    expect(checkAsked(content, [twice])).toEqual([]);
  });
});
