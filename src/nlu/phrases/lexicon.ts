/**
 * Words that stand around what people ask, folded (lower case, no marks): what they call themselves and others, particles
 * and politeness. The matchers of this folder share them, each with what is special to it.
 */

/** Words for oneself that say nothing of age. */
const selves = ['toi', 'tui', 'minh'] as const;
/** Words of kin, for whom one speaks to as for oneself: the older ones, those of an age, the younger ones. */
export const elders = ['ong', 'ba', 'bac', 'co', 'chu'] as const;
export const peers = ['anh', 'chi'] as const;
export const juniors = ['em', 'con', 'chau'] as const;
/** All that people commonly call themselves. */
export const speakers = [...selves, ...elders, ...peers, ...juniors] as const;
/** Who is spoken to: the one behind the account. */
export const staff = ['can bo', 'ad'] as const;

/** Yes, said before something else out of politeness. */
export const assents = ['da', 'vang', 'a'] as const;
/** Said after something out of politeness. */
export const softeners = ['a', 'nhe', 'nha'] as const;
/** No, as people write it. */
export const negations = ['khong', 'ko', 'k'] as const;

/** A pattern for any of some words, one at a time: no list is made of others, so that a run is read in one way only. */
export function oneOf(...words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}

/** Some words but for a few. */
export function without<Word extends string>(words: readonly Word[], ...left: Word[]): Word[] {
  return words.filter((word) => !left.includes(word));
}
