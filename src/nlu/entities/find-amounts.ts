import type { Entity, EntityFinder } from './entity.ts';

interface Token {
  text: string;
  start: number;
  end: number;
}

const units: Record<string, number> = {
  ty: 1e9,
  ti: 1e9,
  trieu: 1e6,
  tr: 1e6,
  nghin: 1e3,
  ngan: 1e3,
  k: 1e3,
  dong: 1,
  d: 1,
  vnd: 1,
};
const digits: Record<string, number> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const thousand = 1_000;
/** Words of the longest number below 1,000, plus one to spare. */
const longestGroup = 6;
/** Ambiguous units: "2 k" may be "2 không", "4 d" anything. They count only directly after the number. */
const attached = new Set(['k', 'd', 'tr']);

/** Amounts of money in digits or words: "2tr5", "650.000 đồng", "một triệu rưỡi", "500k". In đồng. */
export const findAmounts: EntityFinder = (folded) => {
  const tokens = [...folded.matchAll(/\d+(?:[.,]\d+)*|[a-z]+|\S/g)].map(
    ({ 0: text, index }): Token => ({ text, start: index, end: index + text.length }),
  );
  const found: Entity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const sum = readSum(tokens, at);
    if (sum) {
      const { start } = tokens[at] as Token;
      const { end } = tokens[sum.to - 1] as Token;
      found.push({ kind: 'amount', start, end, value: String(sum.value) });
    }
    at = sum?.to ?? at + 1;
  }
  return found;
};

interface Read {
  value: number;
  /** Index of the token after it. */
  to: number;
}

/** A sum of numbers, each with a smaller unit than the one before: "1 triệu 200 nghìn". */
function readSum(tokens: readonly Token[], from: number): Read | undefined {
  let value = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let to = from;
  for (;;) {
    const group = readGroup(tokens, to);
    const unit = group && unitAt(tokens, group.to);
    if (!group || unit === undefined || unit >= smallest) break;
    value += group.value * unit;
    smallest = unit;
    to = group.to + 1;
  }
  if (to === from) return undefined;
  const rest = smallest >= thousand ? readRest(tokens, to, smallest) : undefined;
  value += rest?.value ?? 0;
  to = rest?.to ?? to;
  const isSaid = tokens[to]?.text === 'dong' || tokens[to]?.text === 'vnd';
  return value > 0 ? { value: Math.round(value), to: isSaid ? to + 1 : to } : undefined;
}

/** "Rưỡi" and the 5 of "2tr5" are fractions of the unit before them. */
function readRest(tokens: readonly Token[], at: number, unit: number): Read | undefined {
  const token = tokens[at];
  if (token?.text === 'ruoi') return { value: unit / 2, to: at + 1 };
  const isPart = token && /^\d{1,3}$/.test(token.text) && token.start === tokens[at - 1]?.end;
  return isPart ? { value: (Number(token.text) * unit) / 10 ** token.text.length, to: at + 1 } : undefined;
}

function unitAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  const unit = token && Object.hasOwn(units, token.text) ? units[token.text] : undefined;
  if (!token || !before || unit === undefined) return undefined;
  const isApart = attached.has(token.text) && token.start > before.end && before.text.length < 3;
  return isApart ? undefined : unit;
}

/** "650.000", "1,5", "120", or the words for a number below 1,000. */
function readGroup(tokens: readonly Token[], from: number): Read | undefined {
  const figure = tokens[from]?.text ?? '';
  if (/^\d/.test(figure)) return { value: toNumber(figure), to: from + 1 };
  let value = 0;
  let at = from;
  for (; at < Math.min(tokens.length, from + longestGroup); at++) {
    const word = tokens[at]?.text ?? '';
    if (word === 'linh' || word === 'le') continue;
    const next = tokens[at + 1]?.text;
    const digit = Object.hasOwn(digits, word) ? digits[word] : undefined;
    if (word === 'muoi') value += 10;
    else if (digit === undefined) break;
    else if (next === 'tram') value += 100 * digit;
    else if (next === 'muoi' || next === 'chuc') value += 10 * digit;
    else value += digit;
    if (digit !== undefined && (next === 'tram' || next === 'muoi' || next === 'chuc')) at++;
  }
  return at === from ? undefined : { value, to: at };
}

/** A dot or comma before three digits separates thousands; any other is a decimal separator. */
function toNumber(figure: string): number {
  const whole = /^\d{1,3}(?:[.,]\d{3})+$/.test(figure);
  return whole
    ? Number(figure.replaceAll(/[.,]/g, ''))
    : Number(figure.replace(',', '.').replaceAll(/\.(?=.*\.)/g, ''));
}
