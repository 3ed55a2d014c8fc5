import { createSealer } from '../../../src/encryption.ts';
import { openAttempt, openLink, sealAttempt, sealLink } from '../../../src/zalo/auth/consent.ts';

const sealer = createSealer(Buffer.alloc(32, 7));

test('a link is good for its OA until its time', () => {
  const key = sealLink(sealer, { oaId: '42', openUntil: 100 });
  expect([openLink(sealer, key, 99), openLink(sealer, key, 100)]).toEqual(['42', undefined]);
});

test.each([
  ['nothing', ''],
  ['a made-up value', 'v1.AAAA'],
  ['another sealed value', sealer.seal('1790000000000')],
  ['a cookie', sealAttempt(sealer, { state: 's', oaId: '42', openUntil: 100 })],
  [
    'a link of another installation',
    sealLink(createSealer(Buffer.alloc(32, 8)), { oaId: '42', openUntil: 100 }),
  ],
])('%s is no link', (_what, key) => {
  expect(openLink(sealer, key, 1)).toBeUndefined();
});

test('a link is no cookie', () => {
  expect(openAttempt(sealer, sealLink(sealer, { oaId: '42', openUntil: 100 }), 1)).toBeUndefined();
});
