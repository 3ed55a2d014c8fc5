import { deduplicationId, InvalidJobError, parseJob, toEnvelope } from '../../src/queue/envelope.ts';

const ada = { oaId: 'oa-1', personId: '100200300' };

test('restores a job as it was stored', () => {
  const stored = JSON.parse(JSON.stringify(toEnvelope('wake-conversation', ada, { key: 'k', dueAt: 5 })));
  expect(parseJob('wake-conversation', stored)).toEqual({
    name: 'wake-conversation',
    data: ada,
    key: 'k',
    dueAt: 5,
  });
});

test('drops fields outside the catalogue, so that nothing else gets into the queue', () => {
  const envelope = toEnvelope('wake-conversation', { ...ada, phone: '0912345678' } as never);
  expect(envelope).toEqual({ data: ada });
});

test.each([
  ['an unknown job', 'no-such-job', { data: {} }],
  ['no envelope', 'wake-conversation', null],
  ['data of another shape', 'wake-conversation', { data: { oaId: 5 } }],
  ['a name that every object has', 'constructor', { data: {} }],
])('refuses %s', (_what, name, stored) => {
  expect(() => parseJob(name, stored)).toThrow(InvalidJobError);
});

test.each(['', '123456', 'a:b', 'Xã Hồng Sơn', 'x'.repeat(5000)])(
  'makes a safe id from the key %#',
  (key) => {
    const id = deduplicationId('wake-conversation', { key });
    expect(id).toMatch(/^[a-z-]+-now-[\w-]{43}$/);
    expect(id).not.toBe(deduplicationId('match-signals', { key }));
    expect(id).not.toBe(deduplicationId('wake-conversation', { key, dueAt: 1 }));
    expect(id).not.toBe(deduplicationId('wake-conversation', { key: `${key}!` }));
  },
);
