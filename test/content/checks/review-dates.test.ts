import { checkContent } from '../../../src/content/checks/check-content.ts';
import { checkReviewDates, soonestOf } from '../../../src/content/checks/review-dates.ts';
import { lineIn, readSample } from '../../intents/checks/sample-content.ts';

const topic = 'topics/bicycles.yaml';

describe('review dates', () => {
  it('are valid through their own day', () => {
    expect(checkReviewDates(readSample(), '2031-01-31', 'warning')).toEqual([]);
  });

  it('are found after their day, in facts and in answers', () => {
    const found = checkReviewDates(readSample(), '2031-02-01', 'warning');
    expect(found.map(({ message }) => message)).toEqual([
      ...['B01', 'B02', 'C01', 'S01'].map((id) => `${id}: should have been checked again by 2031-01-31`),
      'return-bicycle: should have been checked again by 2031-01-31',
    ]);
    expect(found.at(-1)).toMatchObject({ file: topic, line: lineIn(topic, 'reviewBy:') });
  });

  it.each([
    [false, 'warning'],
    [true, 'error'],
  ])('with release %s are a %s', (release, level) => {
    const found = checkContent(readSample(), { today: '2031-02-01', release });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((finding) => finding.level))).toEqual(new Set([level]));
  });

  it('are compared as days', () => {
    expect(soonestOf(['2031-01-31', '2030-12-31', '2031-01-02'])).toBe('2030-12-31');
    expect(soonestOf([])).toBeUndefined();
  });
});
