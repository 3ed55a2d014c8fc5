import { createSuggester, type SuggestAnswers } from '../../src/console/suggestions/suggest-answers.ts';
import { officeKnowledge } from '../helpers/office.ts';

describe("suggested answers, from the office's content", () => {
  let suggest: SuggestAnswers;
  const now = Date.parse('2026-10-07T08:00:00+07:00');
  beforeAll(() => {
    const { directory, opened } = officeKnowledge();
    suggest = createSuggester({ directory, classifier: opened.classifier });
  });

  test.each([
    ['bố tôi 80 tuổi bị mất thẻ bảo hiểm y tế', /bảo hiểm/i],
    ['lam chu ky so the nao', /chữ ký số/i],
    ['đăng ký khai sinh cho cháu cần giấy gì', /khai sinh/i],
  ])('%s', (question, words) => {
    const suggestions = suggest(question, now);
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    const [first] = suggestions;
    expect(`${first?.title} ${first?.text}`).toMatch(words);
    expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length);
  });

  test('tell what they rest on', () => {
    const facts = suggest('lam chu ky so the nao', now).flatMap((one) => one.facts);
    expect(facts[0]?.statement).toBeTruthy();
    expect(facts[0]?.source).toBeTruthy();
  });

  test.each(['', ' ', '??'])('suggest nothing for "%s"', (question) => {
    expect(suggest(question, now)).toEqual([]);
  });

  test('leave out amounts that are too old to be told', () => {
    const fresh = suggest('lệ phí làm hộ chiếu bao nhiêu tiền', now);
    const later = suggest('lệ phí làm hộ chiếu bao nhiêu tiền', now + 20 * 365 * 86_400_000);
    expect(later.length).toBeLessThan(fresh.length);
  });
});
