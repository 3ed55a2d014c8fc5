import { createAdjustableClock } from '../../src/clock.ts';
import { createWakeLines, type WakeLines } from '../../src/webhook/wake-lines.ts';
import { createRateLimiter } from '../../src/zalo/api/rate-limiter.ts';

const oaId = 'oa';
const clockAt = (now: number) => createAdjustableClock({ now: () => now });
const takePeople = (lines: WakeLines, count: number) => lines.take(count).map(({ data }) => data.personId);

describe('the lines of wakes', () => {
  test('emergencies and members go first, then the one who has waited longest', () => {
    const lines = createWakeLines({ clock: clockAt(0) });
    lines.add({ oaId, personId: 'a' }, false);
    lines.add({ oaId, personId: 'b' }, false);
    lines.add({ oaId, personId: 'a' }, false);
    lines.add({ oaId, personId: 'danger' }, true);
    expect(takePeople(lines, 5)).toEqual(['danger', 'a', 'b']);
    expect(lines.isEmpty()).toBe(true);
  });

  test('people who write again and again wait behind those who do not, and still get on', () => {
    const lines = createWakeLines({ clock: clockAt(0) });
    lines.add({ oaId, personId: 'flooder' }, false);
    expect(takePeople(lines, 5)).toEqual(['flooder']);
    lines.add({ oaId, personId: 'flooder' }, false);
    for (let i = 0; i < 9; i += 1) lines.add({ oaId, personId: `p${i}` }, false);
    expect(takePeople(lines, 5)).toEqual(['p0', 'p1', 'p2', 'p3', 'flooder']);
  });

  test('after a quiet minute a person is like any other', () => {
    const clock = clockAt(0);
    const lines = createWakeLines({ clock });
    lines.add({ oaId, personId: 'back' }, false);
    lines.take(5);
    clock.advance(60_000);
    lines.add({ oaId, personId: 'back' }, false);
    for (let i = 0; i < 9; i += 1) lines.add({ oaId, personId: `p${i}` }, false);
    expect(takePeople(lines, 5)[0]).toBe('back');
  });
});

/** 1,000 people who each write every three seconds, and a new bystander every five, for three minutes. */
test('a bystander beside 1,000 flooders waits no longer than three seconds at Zalo’s limit of 4,000 calls', () => {
  const clock = clockAt(0);
  const lines = createWakeLines({ clock });
  const limiter = createRateLimiter({ clock, perAppLimit: 4000 });
  const [stepMs, perStep, minutes] = [50, 5, 3];
  /** Replies that wait for the next minute, at most one for each person, and since when each message waits. */
  const queued = new Map<string, number>();
  const since = new Map<string, number>();
  const waits: number[] = [];
  let refused = 0;

  function reply(personId: string): void {
    const retryAt = limiter.take(oaId, personId);
    if (retryAt !== undefined) {
      refused += 1;
      queued.set(personId, retryAt);
      return;
    }
    queued.delete(personId);
    if (personId.startsWith('bystander')) waits.push(clock.now() - (since.get(personId) ?? 0));
  }

  function write(personId: string): void {
    since.set(personId, clock.now());
    lines.add({ oaId, personId }, false);
  }

  for (let step = 0; step * stepMs < minutes * 60_000; step += 1) {
    for (let flooder = step % 60; flooder < 1000; flooder += 60) write(`flooder-${flooder}`);
    if (step % 100 === 50 && clock.now() > 10_000) write(`bystander-${step}`);
    for (const [personId, retryAt] of queued) if (retryAt <= clock.now()) reply(personId);
    for (const personId of takePeople(lines, perStep)) if (!queued.has(personId)) reply(personId);
    clock.advance(stepMs);
  }

  expect(refused).toBeGreaterThan(0);
  expect(waits.length).toBeGreaterThan(30);
  expect(Math.max(...waits)).toBeLessThanOrEqual(3_000);
});
