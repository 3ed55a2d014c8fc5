import { createRandom, type Random } from './random.ts';

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;
/** More examples than this would not fit beside a 32-bit number into the 53 bits of a double. */
const maxExamples = 2 ** 20;

/** A 32-bit number that stands for a text. */
export function keyOf(text: string): number {
  let hash = fnvOffset;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime);
  return hash >>> 0;
}

/** Numbers in [0, 1) that depend on the example and the pass alone. */
export function randomOf(key: number, pass: number): Random {
  return createRandom(mix(key, pass));
}

/**
 * The positions of the examples in the order of a pass: as if shuffled, but an example keeps its place between two
 * others whatever else is added. So a new sentence moves the readings of few others (a shuffle of all moved 8 %).
 * @param keys one of each example, at most 2^20
 * @param pass 0 for the first
 */
export function orderOfPass(keys: Uint32Array, pass: number): Uint32Array {
  const places = Float64Array.from(keys, (key, at) => mix(key, -1 - pass) * maxExamples + at).sort();
  return Uint32Array.from(places, (place) => place % maxExamples);
}

/** A 32-bit number of which every bit depends on both. */
function mix(key: number, pass: number): number {
  let mixed = key ^ Math.imul(pass, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
