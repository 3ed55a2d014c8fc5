import type { KnownIntent } from '../../src/content/intent-types.ts';
import type { TopicDirectory } from '../../src/content/topic-directory.ts';
import { loadWords } from '../../src/i18n.ts';
import { createFindByName } from '../../src/understanding/find-by-name.ts';

const topics = [
  { topic: 'tax', title: 'Thuế nhà đất', button: 'Thuế', intents: ['tax-pay', 'tax-cost'] },
  {
    topic: 'land',
    title: 'Đất đai, nhà ở, nộp thuế (mới)',
    button: 'Sổ đỏ',
    intents: ['land-cost', 'land-book'],
  },
];
const questions: Record<string, { title: string; button: string }> = {
  'tax-pay': { title: 'Nộp thuế thế nào?', button: 'Nộp thuế' },
  'tax-cost': { title: 'Thuế đất bao nhiêu?', button: 'Bao nhiêu tiền' },
  'land-cost': { title: 'Làm sổ mất bao nhiêu?', button: 'Bao nhiêu tiền' },
  'land-book': { title: 'Sổ đỏ là gì?', button: 'Sổ đỏ' },
};
const directory = {
  language: 'vi',
  topics,
  in: () => directory,
  listIntents: (id: string) =>
    (topics.find(({ topic }) => topic === id)?.intents ?? []).map((intent) => ({
      id: intent,
      ...questions[intent],
    })),
} as unknown as TopicDirectory & { listIntents(topic: string): KnownIntent[] };

const findByName = createFindByName(directory, loadWords());
const topic = (id: string) => ({ kind: 'topic', topic: id });
const question = (intent: string) => ({ kind: 'question', intent });
const button = (name: string) => ({ kind: 'button', button: name });

describe('finding a topic or a question by its name', () => {
  it.each([
    ['#Thuế', topic('tax')],
    ['thue', topic('tax')],
    ['THUẾ NHÀ ĐẤT', topic('tax')],
    ['#Nộp thuế', question('tax-pay')],
    ['nop thue the nao', question('tax-pay')],
    ['#nopthue', question('tax-pay')],
    ['#nop_thue', question('tax-pay')],
    ['đất đai', topic('land')],
    ['nha o', topic('land')],
    ['#Gặp cán bộ', button('person')],
    ['#gapcanbo', button('person')],
    ['#xemcacmuc', button('menu')],
    ['#yeucaucuatoi', button('my_requests')],
  ])('%s means %j', (text, call) => {
    expect(findByName(text)).toEqual(call);
  });

  it.each(['nộp thuế ở đâu', 'thuế má gì đây', '', '#'])('leaves "%s" to the classifier', (text) => {
    expect(findByName(text)).toBeUndefined();
  });

  it('matches neither of two questions that share a button title', () => {
    expect(findByName('Bao nhiêu tiền')).toBeUndefined();
    expect(findByName('Làm sổ mất bao nhiêu')).toEqual(question('land-cost'));
  });

  it('prefers a topic to a question of the same name', () => {
    expect(findByName('Sổ đỏ')).toEqual(topic('land'));
  });
});
