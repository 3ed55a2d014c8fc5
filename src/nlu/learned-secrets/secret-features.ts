import { keyOf } from '../heads/example-order.ts';
import { isSyllable } from '../text/syllables.ts';
import type { SecretToken } from './secret-tokens.ts';

/** A secret may be named so many tokens before it, or after it. */
const before = 12;
const after = 8;
const neighbours = 3;
/** The longest gap inside a number that is written in groups, in characters. */
const maxGap = 3;
const maxDigits = 20;
const birthYear = /^(?:19[2-9]\d|20[0-2]\d)$/;
const date = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;
const sum = /^\d{1,3}(?:[.,]\d{3})+$/;

/** Numbers that stand for what a feature says. */
const names = {
  form: keyOf('form'),
  shape: keyOf('shape'),
  word: keyOf('word'),
  letters: keyOf('letters'),
  group: keyOf('group'),
  place: keyOf('place'),
  lead: keyOf('lead'),
  left: keyOf('left'),
  right: keyOf('right'),
  around: keyOf('around'),
  before: keyOf('before'),
  after: keyOf('after'),
  message: keyOf('message'),
  length: keyOf('length'),
  start: keyOf('start'),
  end: keyOf('end'),
};

/** Tokens that together are one number: "0912 345 678", "bốn tám hai"; any other token by itself. */
interface Group {
  first: number;
  last: number;
  /** Digits in all of it. */
  digits: number;
}

/**
 * What is said of one token and of the words around it, as hashes, each once. Every word counts alone and together with
 * the form of the token: after "mã" six digits are something else than three.
 */
export function secretFeatures(tokens: readonly SecretToken[], at: number): Uint32Array {
  const group = groupAround(tokens, at);
  const form = formOf(tokens, at, group);
  const features: number[] = [];
  const add = (name: number, value: number) => {
    features.push(join(name, value));
  };
  const formKey = keyOf(form);
  const addBoth = (name: number, value: number) => {
    const feature = join(name, value);
    features.push(feature, join(feature, formKey));
  };
  addToken(add, tokens, { at, group, form });
  addNeighbours(addBoth, tokens, group);
  addContext(addBoth, tokens, group);
  return eachOnce(Uint32Array.from(features));
}

type Add = (name: number, value: number) => void;

/** One number for two, in this order. */
function join(first: number, second: number): number {
  const mixed = Math.imul(first ^ (second + 0x9e3779b9 + (first << 6)), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function eachOnce(features: Uint32Array): Uint32Array {
  features.sort();
  let length = 0;
  for (let at = 0; at < features.length; at++) {
    if (at === 0 || features[at] !== features[at - 1]) features[length++] = features[at] as number;
  }
  return features.subarray(0, length);
}

function addToken(add: Add, tokens: readonly SecretToken[], { at, group, form }: Place): void {
  const token = tokens[at] as SecretToken;
  add(names.form, keyOf(form));
  add(names.shape, keyOf(token.shape));
  if (token.digits === 0) add(names.word, token.key);
  add(names.letters, keyOf(`${Math.min(token.letters, maxDigits)} ${token.digits}`));
  if (!token.isNumber) return;
  const ofGroup = tokens.slice(group.first, group.last + 1);
  const digits = ofGroup.map(({ plain }) => plain.replaceAll(/\D/g, '')).join('');
  add(names.group, keyOf(ofGroup.map((one) => one.digits || 'w').join('-')));
  add(names.place, keyOf(`${at - group.first} of ${group.last - group.first}`));
  add(names.lead, keyOf(`${form} ${digits.slice(0, 1)}`));
  add(names.lead, keyOf(`${form} ${digits.slice(0, 2)}`));
}

interface Place {
  at: number;
  group: Group;
  form: string;
}

function addNeighbours(add: Add, tokens: readonly SecretToken[], { first, last }: Group): void {
  const key = (at: number) => tokens[at]?.key ?? (at < 0 ? names.start : names.end);
  for (let distance = 1; distance <= neighbours; distance++) {
    add(join(names.left, distance), key(first - distance));
    add(join(names.right, distance), key(last + distance));
  }
  const left = join(key(first - 2), key(first - 1));
  add(names.left, left);
  add(names.left, join(key(first - 3), left));
  add(names.right, join(key(last + 1), key(last + 2)));
  add(names.around, join(key(first - 1), key(last + 1)));
}

function addContext(add: Add, tokens: readonly SecretToken[], { first, last }: Group): void {
  addWords(add, names.before, tokens.slice(Math.max(0, first - before), first));
  addWords(add, names.after, tokens.slice(last + 1, last + 1 + after));
  for (const { key } of tokens) add(names.message, key);
  add(names.length, Math.min(tokens.length >> 2, 8));
}

function addWords(add: Add, name: number, words: readonly SecretToken[]): void {
  words.forEach(({ key }, at) => {
    add(name, key);
    const previous = words[at - 1];
    if (previous) add(name, join(previous.key, key));
  });
}

function formOf(tokens: readonly SecretToken[], at: number, group: Group): string {
  const token = tokens[at] as SecretToken;
  const { plain } = token;
  if (token.isNumber) {
    const kind = birthYear.test(plain) ? 'y' : date.test(plain) ? 'd' : sum.test(plain) ? 's' : '';
    return `n${Math.min(group.digits, maxDigits)}${kind}`;
  }
  const hasSign = token.letters + token.digits < plain.length;
  const word = token.digits > 0 ? 'mixed' : isSyllable(plain) ? 'syllable' : 'foreign';
  return hasSign ? `${word}+` : word;
}

function groupAround(tokens: readonly SecretToken[], at: number): Group {
  let first = at;
  let last = at;
  if (tokens[at]?.isNumber) {
    while (goesOn(tokens[first - 1], tokens[first])) first--;
    while (goesOn(tokens[last], tokens[last + 1])) last++;
  }
  const digits = tokens.slice(first, last + 1).reduce((total, one) => total + (one.digits || 1), 0);
  return { first, last, digits };
}

function goesOn(token: SecretToken | undefined, next: SecretToken | undefined): boolean {
  return token?.isNumber === true && next?.isNumber === true && next.start - token.end <= maxGap;
}
