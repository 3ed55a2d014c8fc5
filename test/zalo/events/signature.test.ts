import { isSignedBy, signDelivery } from '../../../src/zalo/events/signature.ts';
import {
  sampleAppId,
  sampleBody,
  sampleJson,
  sampleNames,
  sampleSecret,
  sampleSignatures,
} from '../sample-events.ts';

const signatures = sampleSignatures();

function partsOf(name: string) {
  return { appId: sampleAppId, body: sampleBody(name), timestamp: String(sampleJson(name).timestamp) };
}

test('every sample body has an expected signature', () => {
  expect(sampleNames).toHaveLength(53);
  expect(new Set(signatures.keys())).toEqual(new Set(sampleNames));
});

test.each(sampleNames)('signs %s as documented and accepts that signature', (name) => {
  const header = signatures.get(name) as string;
  expect(signDelivery({ ...partsOf(name), secret: sampleSecret })).toBe(header);
  expect(isSignedBy([sampleSecret], header, partsOf(name))).toBe(true);
});

test('agrees with the independent vector', () => {
  const signed = signDelivery({
    appId: 'X',
    body: Buffer.from('BODY'),
    timestamp: '1234567890',
    secret: 'Y',
  });
  expect(signed).toBe('mac=2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9');
});

test('rejects a signature made over the re-serialised body', () => {
  const header = 'mac=6b429486986be2b00fd26be4725e3c4f01508a40c555216aff8cb3ba7bcd65ca';
  expect(isSignedBy([sampleSecret], header, partsOf('user_send_text_unicode'))).toBe(false);
});

test.each([
  ['without its prefix', (mac: string) => mac.slice(4)],
  ['with a capital prefix', (mac: string) => mac.replace('mac=', 'MAC=')],
  ['in capitals', (mac: string) => mac.toUpperCase()],
  ['with spaces', (mac: string) => ` ${mac.replace('=', ' = ')} `],
])('accepts a signature %s', (_title, change) => {
  const header = change(signatures.get('follow') as string);
  expect(isSignedBy([sampleSecret], header, partsOf('follow'))).toBe(true);
});

test('accepts either of two secrets while a key is being reset', () => {
  const header = signatures.get('follow');
  expect(isSignedBy(['new-secret', sampleSecret], header, partsOf('follow'))).toBe(true);
  expect(isSignedBy([sampleSecret, 'new-secret'], header, partsOf('follow'))).toBe(true);
  expect(isSignedBy(['new-secret', 'other'], header, partsOf('follow'))).toBe(false);
  expect(isSignedBy([], header, partsOf('follow'))).toBe(false);
});

test.each([
  undefined,
  '',
  'mac=',
  'mac=00',
  `mac=${'z'.repeat(64)}`,
  `mac=${'0'.repeat(63)}`,
  `sha=${'0'.repeat(64)}`,
])('rejects the header %p without an error', (header) => {
  expect(isSignedBy([sampleSecret], header, partsOf('follow'))).toBe(false);
});

test.each([
  ['another body', { body: Buffer.from('{}') }],
  ['another time', { timestamp: '1' }],
  ['another app', { appId: '1' }],
])('rejects a signature made for %s', (_title, change) => {
  const header = signatures.get('follow');
  expect(isSignedBy([sampleSecret], header, { ...partsOf('follow'), ...change })).toBe(false);
});
