import { createReadDeath } from '../../../src/nlu/signals/grief/read-death.ts';
import type { WeighSignal } from '../../../src/nlu/signals/learned-signal.ts';

const weighing =
  (probability: number, label = 'death'): WeighSignal =>
  () => ({ probability, label, hasCue: false });

describe('reading a death', () => {
  it.each([
    ['bố em vừa mất hôm qua', 'death'],
    ['ông cụ nhà tôi không qua khỏi', 'death'],
    ['em vừa mất mẹ', 'death'],
    ['mới chôn cất cho mẹ xong', 'death'],
    ['sắp 49 ngày của chồng em', 'death'],
    ['nhà em có tang', 'death'],
    ['bố tôi mất năm 1998', 'death-long-ago'],
    ['mẹ em mất điện thoại', undefined],
    ['so cu mat roi chu oi, sim nay con trai mua cho hoi tet', undefined],
    ['thẻ của bố em mất rồi', undefined],
    ['con chó nhà em chết rồi', undefined],
    ['nếu bố mất thì đất chia thế nào', undefined],
    ['người chết thì khai tử ở đâu', undefined],
    ['chết cười với trợ lý', undefined],
    ['bố em mất 3 tiếng xếp hàng', undefined],
  ] as const)('knows without a model, by grammar alone: %s', (text, death) => {
    expect(createReadDeath(() => undefined)(text)).toBe(death);
  });

  it.each([
    'Cháu nội tôi mới sinh tuần trước, làm giấy khai sinh ở đâu?',
    'con dâu tôi vừa sinh hôm qua',
    'vo em moi de duoc 3 hom',
  ])('hears no death in a birth, whatever the model says: %s', (text) => {
    expect(createReadDeath(weighing(0.99))(text)).toBeUndefined();
  });

  it('hears a death at a birth', () => {
    expect(createReadDeath(weighing(0.99))('chị gái em vừa sinh xong thì qua đời')).toBe('death');
  });

  it('hears what no rule says, when the model is nearly certain', () => {
    const text = 'ông lão đi bán muối rồi em ạ';
    expect(createReadDeath(weighing(0.999))(text)).toBe('death');
    expect(createReadDeath(weighing(0.9))(text)).toBeUndefined();
  });

  it.each(['chưa chú ơi, mai tôi mới đi', 'vợ em đẻ trong quê 3 tháng rồi giờ mới bế con ra'])(
    'hears nothing where the resident goes somewhere or takes a child there: %s',
    (text) => {
      expect(createReadDeath(weighing(0.999))(text)).toBeUndefined();
    },
  );

  it('hears a rule only when the model does not speak against it', () => {
    expect(createReadDeath(weighing(0.1))('bố em vừa mất hôm qua')).toBeUndefined();
  });

  it.each([
    'giay ra quan mat roi, con ba dong doi lam chung',
    'mình lỡ xây trước mất rồi thì sao',
    'mẹ tôi lỡ nộp mất rồi',
    'trot ky vao giay mat roi',
  ])(
    'never takes what was done too early, or a lost paper, for a death, however certain the model is: %s',
    (text) => {
      expect(createReadDeath(weighing(1))(text)).toBeUndefined();
    },
  );

  it.each(['em lo lắm, bố em mất rồi', 'ông vì bệnh nặng mất rồi', 'giấy tờ của bố em bố mất rồi'])(
    'hears a death beside a worry, a reason or a paper: %s',
    (text) => {
      expect(createReadDeath(weighing(1))(text)).toBe('death');
    },
  );

  it('never takes a lost thing for a death, however certain the model is', () => {
    expect(createReadDeath(weighing(1))('mẹ em mất đôi hoa tai')).toBeUndefined();
  });
});
