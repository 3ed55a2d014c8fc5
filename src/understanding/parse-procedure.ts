import { type ProceduresFile, type SlotName, slotNames } from '../content/schema/procedure.ts';
import { standsAt } from '../nlu/text/stands-at.ts';

/** The procedures and slots in a text. */
export interface ProcedureReading {
  /** Ids of the procedures that each name in the text may mean, one list per name. */
  named: string[][];
  /** The slots that the text asks for, in the order of a guide. */
  slots: SlotName[];
  /** Number of words that are neither names, slots nor filler; with 0 the text is only about procedures. */
  unknown: number;
  /** The text announces the name with "thủ tục" or "hồ sơ": it asks for the whole procedure. */
  asksForAll: boolean;
  /** The text continues the last question ("còn …", "thế …"). */
  goesOn: boolean;
  /** Number of words in the text. */
  words: number;
  /** Number of words around names and slots. */
  around: number;
}

export type ReadProcedures = (text: string) => ProcedureReading;

/** Words that introduce the name of a procedure. */
const announcements = ['thủ tục', 'hồ sơ'];
/** First words of a question that continues the last one. */
const goingOn = ['còn', 'thế', 'vậy', 'và'];

interface Phrase<Meaning> {
  tokens: string[];
  meaning: Meaning;
}

/**
 * Finds names of procedures and slots in a text, in any spelling.
 * @param normalise the same as the classifier's, so that both see the same words
 */
export function createProcedureReader(
  file: ProceduresFile,
  normalise: (text: string) => string,
): ReadProcedures {
  const tokensOf = (text: string) => normalise(text).split(' ').filter(Boolean);
  const names = longestFirst(namesOf(file, tokensOf));
  const asks = longestFirst(
    slotNames.flatMap((slot) =>
      file.asks[slot].map((phrase) => ({ tokens: tokensOf(phrase), meaning: slot })),
    ),
  );
  const elsewhere = longestFirst(
    file.elsewhere.map((phrase) => ({ tokens: tokensOf(phrase), meaning: phrase })),
  );
  const announced = announcements.map(tokensOf);
  const goingOnWords = new Set(goingOn.flatMap(tokensOf));
  const filler = new Set(file.filler.split(/\s+/).filter(Boolean).flatMap(tokensOf));

  return (text: string): ProcedureReading => {
    const tokens: (string | undefined)[] = tokensOf(text);
    const words = tokens.length;
    const asksForAll = announced.some((phrase) => tokens.some((_, at) => standsAt(tokens, at, phrase)));
    const named = takeOut(tokens, names);
    const goesOn = goingOnWords.has(tokens[0] ?? '');
    const asksElse = takeOut(tokens, elsewhere).length;
    const slots = new Set(takeOut(tokens, asks));
    // "làm thế nào, cần gì" asks for the papers: *how* appears in nearly every question.
    if (slots.size > 1) slots.delete('how');
    return {
      named,
      slots: slotNames.filter((slot) => slots.has(slot)),
      unknown: asksElse + tokens.filter((token) => token !== undefined && !filler.has(token)).length,
      asksForAll,
      goesOn,
      words,
      around: tokens.filter((token) => token !== undefined).length,
    };
  };
}

function namesOf({ procedures }: ProceduresFile, tokensOf: (text: string) => string[]): Phrase<string[]>[] {
  const byName = new Map<string, Phrase<string[]>>();
  for (const [id, { aliases, name, button }] of Object.entries(procedures)) {
    for (const alias of [...aliases, name, button]) {
      const tokens = tokensOf(alias);
      const key = tokens.join(' ');
      const known = byName.get(key) ?? { tokens, meaning: [] };
      if (!known.meaning.includes(id)) known.meaning.push(id);
      byName.set(key, known);
    }
  }
  return [...byName.values()];
}

function longestFirst<Meaning>(phrases: Phrase<Meaning>[]): Phrase<Meaning>[] {
  return phrases.sort((a, b) => b.tokens.length - a.tokens.length);
}

/** The meanings of the phrases in a text, the longer phrases first. Removes their words from `tokens`. */
function takeOut<Meaning>(tokens: (string | undefined)[], phrases: Phrase<Meaning>[]): Meaning[] {
  const found: Meaning[] = [];
  const present = new Set(tokens);
  for (const { tokens: wanted, meaning } of phrases) {
    if (!present.has(wanted[0])) continue;
    for (let at = 0; at + wanted.length <= tokens.length; at += 1) {
      if (!standsAt(tokens, at, wanted)) continue;
      tokens.fill(undefined, at, at + wanted.length);
      if (!found.includes(meaning)) found.push(meaning);
    }
  }
  return found;
}
