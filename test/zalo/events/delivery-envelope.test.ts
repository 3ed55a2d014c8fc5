import { readdir, readFile } from 'node:fs/promises';
import { envelopeOf } from '../../../src/zalo/events/delivery-envelope.ts';

const read = (text: string) => envelopeOf(Buffer.from(text));

test('finds app and time as text, however the body wrote them', () => {
  const envelope = { appId: '4103557029146681245', timestamp: '1790131261007' };
  expect(read('{"app_id":"4103557029146681245","timestamp":"1790131261007","more":{}}')).toEqual(envelope);
  expect(read('{ "timestamp" : 1790131261007 ,\n"app_id":\t4103557029146681245 }')).toEqual(envelope);
});

test('finds in each sample body what parsing finds', async () => {
  const folder = new URL('../../fixtures/zalo-events/', import.meta.url);
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.json'))) {
    const body = await readFile(new URL(name, folder));
    const { app_id, timestamp } = JSON.parse(body.toString());
    expect([name, envelopeOf(body)]).toEqual([name, { appId: String(app_id), timestamp: String(timestamp) }]);
  }
});

test('reads neither texts nor inner objects as fields', () => {
  const text = JSON.stringify('"timestamp":"9","app_id":"9" \\');
  expect(
    read(`{"message":{"timestamp":"8","app_id":"8","text":${text}},"app_id":"7","timestamp":"1"}`),
  ).toEqual({ appId: '7', timestamp: '1' });
  expect(read(`{"text":${text},"key":"timestamp","app_id":"7","timestamp":"1"}`)).toEqual({
    appId: '7',
    timestamp: '1',
  });
});

test.each([
  'null',
  '"probe"',
  '[]',
  '{}',
  '',
  '{"app_id":"7"}',
  '{"timestamp":"1"}',
  '{"app_id":{},"timestamp":"1"}',
  '{"app_id":"7","timestamp":"1',
  `{"app_id":"${'7'.repeat(100)}","timestamp":"1"}`,
  '['.repeat(100_000),
])('%.40s is not an event', (text) => {
  expect(read(text)).toBeUndefined();
});
