import { aspectsFile } from '../../src/content/schema/aspects.ts';
import { objectFile } from '../../src/content/schema/object.ts';
import { createNormaliser } from '../../src/nlu/text/normalise.ts';
import { createObjectReader, type ObjectReading } from '../../src/understanding/read-object.ts';

const object = (id: string, names: string[], implied: string[] = []) =>
  objectFile.parse({
    ...{
      object: id,
      kind: 'procedure',
      topic: 't',
      name: names[0],
      button: id,
      names,
      implied,
      knows: 'desk',
    },
    say: {},
  });

const read = createObjectReader(
  {
    objects: [
      object('passport', ['hộ chiếu']),
      object('child-passport', ['hộ chiếu cho con']),
      object('signature', ['chữ ký số'], ['esign']),
    ],
    aspects: aspectsFile.parse({
      aspects: {
        fee: ['bao nhiêu tiền', 'mất tiền'],
        amount: ['được bao nhiêu tiền'],
        how: ['làm sao'],
        time: ['bao lâu'],
        validity: ['dùng được bao lâu'],
        'on-behalf': ['làm hộ'],
      },
      states: { expired: ['hết hạn'], lost: ['bị mất'] },
      beforeName: { lost: ['mất'] },
      conditions: { minor: ['cho con'], 'on-behalf': ['làm hộ'], foreigner: ['người nước ngoài'] },
      conditionPlaces: [
        { condition: 'abroad', words: ['ở', 'bên'], places: ['nhật', 'hàn quốc'] },
        { condition: 'foreigner', words: ['quốc tịch'], places: ['nhật'] },
      ],
      elsewhere: ['bao nhiêu mét'],
      filler: 'làm thì có ạ',
    }),
  },
  createNormaliser([]),
);

const part = (text: string, ...fields: (keyof ObjectReading)[]) => {
  const reading = read(text);
  return Object.fromEntries(fields.map((field) => [field, reading[field]]));
};

describe('an object in a text', () => {
  it.each([
    ['làm hộ chiếu', [['passport']]],
    ['lam ho chieu cho con', [['child-passport']]],
    ['HỘ CHIẾU với chữ ký số', [['signature'], ['passport']]],
    ['đăng ký esign', [['signature']]],
    ['hộ chiếu qua esign', [['passport']]],
    ['đi chợ', []],
  ])('is the longest name, else what is implied: %s', (text, named) => {
    expect(read(text).named).toEqual(named);
  });
});

describe('what a text asks', () => {
  it.each([
    ['hộ chiếu bao nhiêu tiền', ['fee']],
    ['hộ chiếu được bao nhiêu tiền', ['amount']],
    ['hộ chiếu dùng được bao lâu', ['validity']],
    ['hộ chiếu bao lâu, bao nhiêu tiền', ['fee', 'time']],
    ['làm sao, mất tiền không', ['fee']],
    ['làm sao', ['how']],
  ])('is the longest cue; how gives way to any other: %s', (text, aspects) => {
    expect(read(text).aspects).toEqual(aspects);
  });
});

describe('the state', () => {
  it.each([
    ['hộ chiếu hết hạn', 'expired'],
    ['bị mất hộ chiếu', 'lost'],
    ['mất hộ chiếu', 'lost'],
    ['làm hộ chiếu mất tiền', undefined],
    ['ông mất có hộ chiếu', undefined],
  ])('is told by a cue, or by one word before the name: %s', (text, state) => {
    expect(read(text).state).toBe(state);
  });
});

describe('a condition', () => {
  it('is told by a cue, which may be an aspect too', () => {
    expect(part('chữ ký số làm hộ cho con', 'aspects', 'conditions')).toEqual({
      aspects: ['on-behalf'],
      conditions: ['minor', 'on-behalf'],
    });
  });

  it.each(['hộ chiếu cho con', 'lam ho chieu'])('is not told by words of a name: %s', (text) => {
    expect(read(text).conditions).toEqual([]);
  });

  it.each([
    ['em dang o nhat', ['abroad']],
    ['chồng em bên Hàn Quốc', ['abroad']],
    ['rể tôi quốc tịch Nhật', ['foreigner']],
    ['chủ nhật có làm không', []],
  ])('tells a condition with a place: %s', (text, conditions) => {
    expect(read(text).conditions).toEqual(conditions);
  });
});

describe('the words that are not understood', () => {
  it('are neither names, cues nor filler', () => {
    expect(part('làm hộ chiếu thì bao lâu có ạ', 'unknown', 'telling')).toEqual({ unknown: 0, telling: 0 });
    expect(read('hộ chiếu màu xanh bao lâu').unknown).toBe(2);
    expect(read('hộ chiếu bao nhiêu mét').unknown).toBe(1);
  });

  it('are counted apart from those that tell the state and the conditions', () => {
    expect(part('hộ chiếu hết hạn của người nước ngoài', 'unknown', 'telling')).toEqual({
      unknown: 1,
      telling: 5,
    });
  });
});
