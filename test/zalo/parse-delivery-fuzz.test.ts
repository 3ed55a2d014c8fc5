import fc from 'fast-check';
import { parseDelivery } from '../../src/zalo/events/parse-delivery.ts';
import { WrongShapeError } from '../../src/zalo/events/wrong-shape-error.ts';
import { sampleJson, sampleNames, sampleOaId } from './sample-events.ts';

const options = { isConnectedOa: (id: string) => id === sampleOaId };

/** Places in a body, as paths, without the root. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

function replaceAt(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const record = copy as Record<string, unknown>;
  record[key] = replaceAt(record[key], rest, replacement);
  return copy;
}

const mutatedBody = fc.constantFrom(...sampleNames).chain((name) => {
  const json = sampleJson(name);
  return fc
    .tuple(fc.constantFrom(...pathsOf(json)), fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })))
    .map(([path, replacement]) => replaceAt(json, path, replacement));
});

function outcomeOf(json: unknown): 'event' | 'refused' {
  try {
    const event = parseDelivery(json, options);
    expect(event.deliveryKey.length).toBeLessThanOrEqual(300);
    expect(JSON.stringify(event)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    expect(Number.isSafeInteger(event.occurredAt)).toBe(true);
    return 'event';
  } catch (error) {
    if (error instanceof WrongShapeError) return 'refused';
    throw error;
  }
}

test('a mutated body becomes a storable event or the one clear error', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(mutatedBody, (json) => {
      seen.add(outcomeOf(json));
    }),
    { numRuns: 3000, seed: 20261 },
  );
  expect(seen).toEqual(new Set(['event', 'refused']));
});

test('any JSON becomes a storable event or the one clear error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      outcomeOf(json);
    }),
    { numRuns: 1000, seed: 20262 },
  );
});
