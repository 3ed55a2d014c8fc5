/**
 * Words around questions, folded (lower case, no diacritics): pronouns, particles and politeness. The
 * matchers of this folder share them and add their own.
 */

/** Words for "I" that do not tell the speaker's age. */
const selves = ['toi', 'tui', 'minh'] as const;
/** Kinship terms, used for "I" and for "you": older, of the same age, younger. */
export const elders = ['ong', 'ba', 'bac', 'co', 'chu'] as const;
export const peers = ['anh', 'chi'] as const;
export const juniors = ['em', 'con', 'chau'] as const;
/** All words that residents commonly use for "I". */
export const speakers = [...selves, ...elders, ...peers, ...juniors] as const;
/** The person behind the account, as residents address them. */
export const staff = ['can bo', 'ad'] as const;

/** "Yes", used as politeness before something else. */
export const assents = ['da', 'vang', 'a'] as const;
/** Politeness particles at the end of a sentence. */
export const softeners = ['a', 'nhe', 'nha'] as const;
/** No, as people write it. */
export const negations = ['khong', 'ko', 'k'] as const;

/**
 * A pattern for one of some words. No alternative contains another alternation, so a run of words matches in
 * only one way (avoids catastrophic backtracking).
 */
export function oneOf(...words: readonly string[]): string {
  const alternatives = words.flatMap((word) => simpleChoice.exec(word)?.[1]?.split('|') ?? [word]);
  return `(?:${[...new Set(alternatives)].join('|')})`;
}

/** What `oneOf` returned for plain words: its words are taken over, so that none is in a choice twice. */
const simpleChoice = /^\(\?:([^()]*)\)$/;

/** A list without some of its words. */
export function without<Word extends string>(words: readonly Word[], ...left: Word[]): Word[] {
  return words.filter((word) => !left.includes(word));
}
