import { checkAskedNext } from '../../../src/content/checks/objects/asked-next.ts';
import type { AskedNextFile } from '../../../src/content/schema/asked-next.ts';
import type { YamlFile } from '../../../src/content/yaml-file.ts';
import { readSample } from '../../intents/checks/sample-content.ts';

const content = readSample();

/** Each heading is on the line of its place, from 10 on. */
function nextFile(object: string, value: AskedNextFile): YamlFile<AskedNextFile> {
  const lineOf = ([heading = '']: readonly PropertyKey[]) => 10 + Object.keys(value).indexOf(String(heading));
  return { file: `asked-next/${object}.yaml`, value, lineOf };
}

const messagesOf = (...files: YamlFile<AskedNextFile>[]) =>
  checkAskedNext(content, files).map(({ level, line, message }) => `${level} ${line} ${message}`);

describe('the check of what residents ask next', () => {
  it('takes headings of the object, of another one and the answers of topics', () => {
    const headings = {
      fee: ['mấy tiền'],
      'bicycle-card/papers @minor': ['cần gì'],
      'borrow-bicycle': ['mượn'],
    };
    expect(messagesOf(nextFile('bicycle-card', headings))).toEqual([]);
  });

  it('finds an object and an answer that do not exist, with their lines', () => {
    const headings = { fee: ['mấy tiền'], 'boat/fee': ['thuyền mấy tiền'], 'rent-boat': ['thuê thuyền'] };
    expect(messagesOf(nextFile('bicycle-card', headings))).toEqual([
      'error 11 bicycle-card: "boat" is no object in objects/',
      'error 12 bicycle-card: "rent-boat" is no aspect of aspects.yaml and no answer of a topic',
    ]);
  });

  it('finds a file without its object', () => {
    expect(messagesOf(nextFile('boat', { fee: ['mấy tiền'] }))).toEqual([
      'error 1 boat: no object of this name in objects/',
    ]);
  });
});
