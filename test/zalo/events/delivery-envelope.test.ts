import { envelopeOf } from '../../../src/zalo/events/delivery-envelope.ts';

test('returns app and time as text, however the body wrote them', () => {
  expect(envelopeOf({ app_id: '7', timestamp: '1790131261007', more: {} })).toEqual({
    appId: '7',
    timestamp: '1790131261007',
  });
  expect(envelopeOf({ app_id: 7, timestamp: 1790131261007 })).toEqual({
    appId: '7',
    timestamp: '1790131261007',
  });
});

test.each([
  [null],
  ['probe'],
  [[]],
  [{}],
  [{ app_id: '7' }],
  [{ timestamp: '1' }],
  [{ app_id: {}, timestamp: '1' }],
])('%j is not an event', (json) => {
  expect(envelopeOf(json)).toBeUndefined();
});
