import { loadWords } from '../src/i18n.ts';

describe('the words', () => {
  const t = loadWords().in('vi');

  it('are filled in', () => {
    expect(t('bot:address.remembered', { word: 'bác' })).toContain('bác');
  });

  it.each(['bot:no.such.words', 'bot:thanks'])(
    'throw for %s rather than let a resident read a key',
    (key) => {
      expect(() => t(key)).toThrow(/no words|several texts/);
    },
  );
});
