import type { KnownIntent } from '../../src/content/intent-types.ts';
import type { TopicDirectory } from '../../src/content/topic-directory.ts';
import { loadWords } from '../../src/i18n.ts';
import { createFindByName } from '../../src/intents/find-by-name.ts';
import { foldText } from '../../src/nlu/text/fold-text.ts';

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
  topics,
  listIntents: (id: string) =>
    (topics.find(({ topic }) => topic === id)?.intents ?? []).map((intent) => ({
      id: intent,
      ...questions[intent],
    })),
} as unknown as TopicDirectory & { listIntents(topic: string): KnownIntent[] };

const t = loadWords().in('vi');
const find = createFindByName(directory, foldText);
const findByName = (text: string) => find(text, t);
const opensTopic = (topic: string) => ({ intent: 'menu', step: 'topic', data: { topic } });

describe('finding a topic or a question by its name', () => {
  it.each([
    ['#Thuế', opensTopic('tax')],
    ['thue', opensTopic('tax')],
    ['THUẾ NHÀ ĐẤT', opensTopic('tax')],
    ['#Nộp thuế', { intent: 'tax-pay', data: {} }],
    ['nop thue the nao', { intent: 'tax-pay', data: {} }],
    ['#nopthue', { intent: 'tax-pay', data: {} }],
    ['#nop_thue', { intent: 'tax-pay', data: {} }],
    ['đất đai', opensTopic('land')],
    ['nha o', opensTopic('land')],
    ['#Gặp cán bộ', { intent: 'human', data: {} }],
    ['#gapcanbo', { intent: 'human', data: {} }],
    ['#xemcacmuc', { intent: 'menu', data: {} }],
    ['#yeucaucuatoi', { intent: 'ticket-status', data: {} }],
  ])('%s means %j', (text, call) => {
    expect(findByName(text)).toEqual(call);
  });

  it.each(['nộp thuế ở đâu', 'thuế má gì đây', '', '#'])('leaves "%s" to the classifier', (text) => {
    expect(findByName(text)).toBeUndefined();
  });

  it('means neither of two questions on whose buttons the same words stand', () => {
    expect(findByName('Bao nhiêu tiền')).toBeUndefined();
    expect(findByName('Làm sổ mất bao nhiêu')).toEqual({ intent: 'land-cost', data: {} });
  });

  it('puts a topic before a question of the same name', () => {
    expect(findByName('Sổ đỏ')).toEqual(opensTopic('land'));
  });
});
