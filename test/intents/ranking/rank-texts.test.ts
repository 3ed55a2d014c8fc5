import { createObjectDirectory } from '../../../src/content/objects/object-directory.ts';
import { createTextRanker, type RankedText } from '../../../src/intents/ranking/rank-texts.ts';
import type { NextExample } from '../../../src/nlu/needs/need.ts';
import { createPlaceNames } from '../../../src/team/places/place-names.ts';
import { createUnderstand } from '../../../src/understanding/create-understand.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const { directory, opened, words, asked } = officeKnowledge();
const objects = createObjectDirectory(directory);
const names = createPlaceNames(directory.areas);
const understand = createUnderstand({ directory, classifier: opened.classifier, names, words });
const ranker = createTextRanker({ directory, objects, asked });

function rank(text: string, last?: string, before?: string): RankedText[] {
  const u = understand({ text, secrets: [], now: Date.UTC(2026, 11, 1) });
  return ranker.rank(u, { last: objects.find(last ?? ''), words: before });
}

describe('ranking the texts of the office', () => {
  it('gives probabilities, the likeliest first', () => {
    const probabilities = rank('làm hộ chiếu cho con 9 tuổi cần giấy gì').map(
      ({ probability }) => probability,
    );
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
  });

  it('counts an answer that tells of several objects once', () => {
    const intents = rank('mất giấy khai sinh').flatMap(({ text }) => text.intent ?? []);
    expect(new Set(intents).size).toBe(intents.length);
  });

  it('stays with the object of the talk where the message names none', () => {
    const [best] = rank('bên Nhật thì nhờ ai làm được', 'passport', 'em dang o nhat muon doi ho chieu');
    expect(best?.text.object?.id).toBe('passport');
  });

  it('prefers the cell that was written for what is told', () => {
    const [best] = rank('em dang o nhat muon doi ho chieu');
    expect(best?.text.conditions).toContain('abroad');
  });

  it('reads all words of the talk when the last object may have been misread', () => {
    const before = 'em thuê trọ ở đây muốn đăng ký tạm trú';
    const likelihood = (words?: string) =>
      rank('nộp ở công an xã được không', 'passport', words)
        .filter(({ text }) => text.object?.id === 'temporary-residence')
        .reduce((sum, { probability }) => sum + probability, 0);
    expect(likelihood(before)).toBeGreaterThan(likelihood() * 2);
  });

  it('knows what others asked next, after an answer about the same object alone', () => {
    const next = asked.find((one) => 'after' in one && 'object' in one.asks && one.asks.object === one.after);
    const { text, after } = next as NextExample;
    const u = understand({ text, secrets: [], now: Date.UTC(2026, 11, 1) });
    const nearest = (last: string) =>
      Math.max(
        ...ranker
          .readSigns(u, { last: objects.find(last), words: undefined })
          .map(({ signs }) => signs.askedNext),
      );
    expect(nearest(after)).toBeCloseTo(1);
    expect(nearest('passport')).toBeLessThan(0.5);
  });
});
