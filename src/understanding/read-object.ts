import type { ObjectFiles } from '../content/objects/object-directory.ts';
import {
  type AspectName,
  aspectNames,
  type ConditionName,
  conditionNames,
  type StateName,
  stateNames,
} from '../content/schema/grid.ts';
import { standsAt } from '../nlu/text/stands-at.ts';
import { createTakePhrases, type Phrase, type Taken } from './take-phrases.ts';

/** The objects in a text, and what it asks about them. */
export interface ObjectReading {
  /** Ids of the objects that each name in the text may mean, one list per name. */
  named: string[][];
  /** The aspects that the text asks for, in the order of a card. */
  aspects: AspectName[];
  /** The state that the text tells; with several, the one of the longest cue. */
  state: StateName | undefined;
  conditions: ConditionName[];
  /** Number of words that are neither names, cues nor filler; with 0 the text is only about objects. */
  unknown: number;
  /** Number of words, filler apart, that tell the state and the conditions. */
  telling: number;
  /** The text announces the name with "thủ tục" or "hồ sơ": it asks for the whole procedure. */
  asksForAll: boolean;
  /** The text continues the last question ("còn …", "thế …"). */
  goesOn: boolean;
  /** Number of words in the text. */
  words: number;
  /** Number of words around names and aspects. */
  around: number;
}

export type ReadObjects = (text: string) => ObjectReading;

/** Words that introduce the name of a procedure. */
const announcements = ['thủ tục', 'hồ sơ'];
/** First words of a question that continues the last one. */
const goingOn = ['còn', 'thế', 'vậy', 'và'];

type ToTokens = (text: string) => string[];

/**
 * Finds names of objects, aspects, states and conditions in a text, in any spelling.
 * @param normalise the same as the classifier's, so that both see the same words
 */
export function createObjectReader(
  { objects, aspects: lists }: Pick<ObjectFiles, 'objects' | 'aspects'>,
  normalise: (text: string) => string,
): ReadObjects {
  const tokensOf: ToTokens = (text) => normalise(text).split(' ').filter(Boolean);
  const takeNames = createTakePhrases(phrasesByName(objects, namesOf, tokensOf));
  const takeImplied = createTakePhrases(phrasesByName(objects, ({ implied }) => implied, tokensOf));
  const takeElsewhere = createTakePhrases(
    lists.elsewhere.map((cue) => ({ tokens: tokensOf(cue), meaning: cue })),
  );
  const takeAspects = createTakePhrases(phrasesOf(aspectNames, lists.aspects, tokensOf));
  const takeStates = createTakePhrases(phrasesOf(stateNames, lists.states, tokensOf));
  const takeConditions = createTakePhrases([
    ...phrasesOf(conditionNames, lists.conditions, tokensOf),
    ...lists.conditionPlaces.flatMap(({ condition, words, places }) =>
      words.flatMap((word) =>
        places.map((place) => ({ tokens: tokensOf(`${word} ${place}`), meaning: condition })),
      ),
    ),
  ]);
  const announced = announcements.map(tokensOf);
  const goingOnWords = new Set(goingOn.flatMap(tokensOf));
  const beforeName = new Map(
    stateNames.flatMap((state) =>
      (lists.beforeName[state] ?? []).flatMap((cue) => tokensOf(cue).map((token) => [token, state] as const)),
    ),
  );
  const filler = new Set(lists.filler.split(/\s+/).filter(Boolean).flatMap(tokensOf));
  const countUnknown = (tokens: readonly (string | undefined)[]) =>
    tokens.filter((token) => token !== undefined && !filler.has(token)).length;

  return (text) => {
    const tokens: (string | undefined)[] = tokensOf(text);
    const words = tokens.length;
    const asksForAll = announced.some((phrase) => tokens.some((_, at) => standsAt(tokens, at, phrase)));
    const withNames = [...tokens];
    const byName = takeNames(tokens);
    const names = byName.length > 0 ? byName : takeImplied(tokens);
    // "Làm hộ chiếu" is not done for somebody else; a condition within a name, as in "căn cước cho con", is no news.
    const conditions = takeConditions(withNames, (start, end) =>
      names.every(
        (name) =>
          end <= name.start ||
          start >= name.end ||
          (start <= name.start && end >= name.end && end - start > name.end - name.start),
      ),
    );
    const goesOn = goingOnWords.has(tokens[0] ?? '');
    const stateBefore = tokens
      .map((token, at) =>
        tokens[at + 1] === undefined && at + 1 < words ? beforeName.get(token ?? '') : undefined,
      )
      .find((state) => state !== undefined);
    const elsewhere = takeElsewhere(tokens).length;
    const aspects = new Set(meaningsOf(takeAspects(tokens)));
    // "làm thế nào, cần gì" asks for the papers: *how* appears in nearly every question.
    if (aspects.size > 1) aspects.delete('how');
    const rest = [...tokens];
    const [state = stateBefore] = meaningsOf(takeStates(rest));
    const untold = rest.map((token, at) => (withNames[at] === undefined ? undefined : token));
    const unknown = countUnknown(untold);
    return {
      named: [...new Set(meaningsOf(names))],
      aspects: aspectNames.filter((aspect) => aspects.has(aspect)),
      state,
      conditions: conditionNames.filter((condition) => meaningsOf(conditions).includes(condition)),
      unknown: elsewhere + unknown,
      telling: countUnknown(tokens) - unknown,
      asksForAll,
      goesOn,
      words,
      around: tokens.filter((token) => token !== undefined).length,
    };
  };
}

function meaningsOf<Meaning>(taken: readonly Taken<Meaning>[]): Meaning[] {
  return taken.map(({ meaning }) => meaning);
}

type Objects = ObjectFiles['objects'];

function namesOf({ names, name, button }: Objects[number]): string[] {
  return [...names, name, button];
}

/** One phrase for each name, with all the objects that bear it. */
function phrasesByName(
  objects: Objects,
  namesIn: (object: Objects[number]) => readonly string[],
  tokensOf: ToTokens,
): Phrase<string[]>[] {
  const byName = new Map<string, Phrase<string[]>>();
  for (const object of objects) {
    for (const name of namesIn(object)) {
      const tokens = tokensOf(name);
      const key = tokens.join(' ');
      const known = byName.get(key) ?? { tokens, meaning: [] };
      if (!known.meaning.includes(object.object)) known.meaning.push(object.object);
      byName.set(key, known);
    }
  }
  return [...byName.values()];
}

function phrasesOf<Name extends string>(
  names: readonly Name[],
  cues: Partial<Record<Name, string[]>>,
  tokensOf: ToTokens,
): Phrase<Name>[] {
  return names.flatMap((name) => (cues[name] ?? []).map((cue) => ({ tokens: tokensOf(cue), meaning: name })));
}
