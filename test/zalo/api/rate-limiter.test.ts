import { createAdjustableClock } from '../../../src/clock.ts';
import { createRateLimiter } from '../../../src/zalo/api/rate-limiter.ts';

const minute = 60_000;

function limiterAt(now: number, perAppLimit?: number) {
  const clock = createAdjustableClock({ now: () => now });
  return { clock, limiter: createRateLimiter({ clock, ...(perAppLimit ? { perAppLimit } : {}) }) };
}

function takeMany(limiter: { take(oaId: string): number | undefined }, oaId: string, times: number) {
  return Array.from({ length: times }, () => limiter.take(oaId)).filter((retryAt) => retryAt === undefined)
    .length;
}

test('allows 4000 calls a minute for all OAs together and returns when to continue', () => {
  const { clock, limiter } = limiterAt(10 * minute + 5);
  expect(takeMany(limiter, 'a', 3000) + takeMany(limiter, 'b', 3000)).toBe(4000);
  expect(limiter.take('a')).toBe(11 * minute);
  clock.advance(minute - 5);
  expect(limiter.take('a')).toBeUndefined();
});

test('leaves the more to others, the more messages a person had this minute', () => {
  const { clock, limiter } = limiterAt(0, 100);
  const messages = (personId: string, times: number) =>
    Array.from({ length: times }, () => limiter.take('a', personId)).filter((at) => at === undefined).length;
  expect(messages('flooder', 100)).toBe(50);
  expect(limiter.take('a', 'flooder')).toBe(minute);
  expect(messages('bystander', 3)).toBe(3);
  expect(limiter.take('a')).toBeUndefined();
  clock.advance(minute);
  expect(messages('flooder', 1)).toBe(1);
});

test('learns the limit of an OA from its headers, and only for that OA', () => {
  const { clock, limiter } = limiterAt(0);
  limiter.learn('a', { 'x-ratelimit-limit': '3', 'x-ratelimit-remain': '1' });
  expect(takeMany(limiter, 'a', 9)).toBe(1);
  expect(takeMany(limiter, 'b', 9)).toBe(9);
  clock.advance(minute);
  expect(takeMany(limiter, 'a', 9)).toBe(3);
});

test('a late answer does not restore calls that were used since', () => {
  const { limiter } = limiterAt(0);
  limiter.learn('a', { 'x-ratelimit-remain': '2' });
  limiter.take('a');
  limiter.learn('a', { 'x-ratelimit-remain': '2' });
  expect(takeMany(limiter, 'a', 9)).toBe(1);
});

test.each<[Record<string, string>]>([
  [{}],
  [{ 'x-ratelimit-limit': 'many' }],
  [{ 'x-ratelimit-limit': '-1' }],
])('headers %p change nothing', (headers) => {
  const { limiter } = limiterAt(0);
  limiter.learn('a', headers);
  expect(takeMany(limiter, 'a', 50)).toBe(50);
});

test('a limit of 0 counts for this minute only', () => {
  const { clock, limiter } = limiterAt(0);
  limiter.learn('a', { 'x-ratelimit-limit': '0', 'x-ratelimit-remain': '0' });
  expect(limiter.take('a')).toBe(minute);
  clock.advance(minute);
  expect(limiter.take('a')).toBeUndefined();
});

test('a closed budget reopens with the next minute', () => {
  const { clock, limiter } = limiterAt(30_000, 10);
  expect(limiter.close('a', 'oa')).toBe(minute);
  expect(limiter.take('a')).toBe(minute);
  expect(limiter.take('b')).toBeUndefined();
  limiter.close('a', 'app');
  expect(limiter.take('b')).toBe(minute);
  clock.advance(30_000);
  expect(limiter.take('a')).toBeUndefined();
});
