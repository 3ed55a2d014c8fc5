import { outcomeOfError } from '../../../src/zalo/send/outcome-of-error.ts';

/** 2026-10-05 22:30:10 in Vietnam. */
const now = Date.UTC(2026, 9, 5, 15, 30, 10);
const nextMinute = Date.UTC(2026, 9, 5, 15, 31);
const morning = Date.UTC(2026, 9, 5, 23);

function outcome(code: number, context: { detail?: string; hasButtons?: boolean } = {}) {
  return outcomeOfError({ code, detail: context.detail ?? '', hasButtons: context.hasButtons ?? false, now });
}

test.each([
  [-230, 'window-closed'],
  [-232, 'window-closed'],
  [-217, 'blocked'],
  [-227, 'blocked'],
  [-244, 'blocked'],
  [-213, 'unknown-person'],
  [-211, 'quota'],
  [-218, 'quota'],
  [-320, 'quota'],
  [-321, 'quota'],
  [-100, 'content'],
  [-201, 'content'],
  [-210, 'content'],
  [-233, 'content'],
  [-240, 'content'],
  [-248, 'content'],
  [-249, 'content'],
])('%p is refused for good: %s', (code, reason) => {
  expect(outcome(code)).toEqual({ kind: 'refused', reason, code, detail: '' });
});

test.each([-204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -238, -241, -242])(
  '%p needs a person',
  (code) => {
    expect(outcome(code, { detail: 'why' })).toEqual({ kind: 'operator', code, detail: 'why' });
  },
);

test('a limit of calls means waiting for the next minute', () => {
  expect(outcome(-32)).toMatchObject({ kind: 'later', retryAt: nextMinute });
});

test('a message not allowed at night waits until six in the morning', () => {
  expect(outcome(-234)).toMatchObject({ kind: 'later', retryAt: morning });
});

test.each([-200, -216, -220, -124, 401, -99999])('%p is retried a little later', (code) => {
  expect(outcome(code)).toEqual({ kind: 'later', code, detail: '' });
});

test.each([-201, -233])('%p about a message with buttons asks for the list instead', (code) => {
  expect(outcome(code, { hasButtons: true })).toMatchObject({ kind: 'refused', reason: 'buttons' });
});

test('an invalid user id is about the person, with or without buttons', () => {
  expect(outcome(-201, { detail: 'user_id is invalid!', hasButtons: true })).toMatchObject({
    reason: 'unknown-person',
  });
});
