import type { KnownObject } from '../../src/content/objects/known-object.ts';
import { cellName } from '../../src/content/objects/list-cells.ts';
import type { ObjectDirectory } from '../../src/content/objects/object-directory.ts';
import type { TextRanker } from '../../src/intents/ranking/rank-texts.ts';
import { signNames } from '../../src/intents/ranking/signs.ts';
import type { TellableText } from '../../src/intents/ranking/tellable-text.ts';
import type { Understand } from '../../src/understanding/understanding.ts';
import type { WantedTalk } from './read-wanted.ts';

/** A message with all texts that come into question, and which of them are right. */
export interface RankingCase {
  talk: string;
  kind: 'message' | 'first turn' | 'later turn' | 'other';
  weight: number;
  /** The signs of each text, one text after the other, in the order of `signNames`. */
  signs: Float64Array;
  /** For each text, 1 or 0. */
  isRight: Uint8Array;
}

interface CaseParts {
  ranker: TextRanker;
  objects: ObjectDirectory;
  understand: Understand;
}

const someDay = Date.UTC(2026, 11, 1, 3);
const maxWordsLength = 400;

/** The cases of talks, each turn in the talk as it would stand had all turns before it been answered right. */
export function listCases(talks: readonly WantedTalk[], parts: CaseParts): RankingCase[] {
  return talks.flatMap((talk) => {
    let last: KnownObject | undefined;
    let words: string | undefined;
    return talk.turns.flatMap(({ text, wanted }, at) => {
      const u = parts.understand({ text, secrets: [], now: someDay });
      const texts = parts.ranker.readSigns(u, { last, words });
      const isRight = wanted?.isRight;
      const right = isRight
        ? texts.map((one) => isRight({ name: nameOf(one.text), words: one.text.text }))
        : [];
      const meant = objectOf(wanted?.best, parts.objects) ?? texts[right.indexOf(true)]?.text.object;
      words =
        meant && meant !== last ? text : [words, text].filter(Boolean).join('. ').slice(-maxWordsLength);
      last = meant ?? last;
      if (!right.includes(true))
        return isRight && talk.weight === 1 ? [{ ...place(talk, at), ...emptyCase }] : [];
      return [
        {
          ...place(talk, at),
          signs: Float64Array.from(texts.flatMap(({ signs }) => signNames.map((name) => signs[name]))),
          isRight: Uint8Array.from(right, Number),
        },
      ];
    });
  });
}

/** None of the texts in question is right: nothing to learn from, but it counts. */
const emptyCase = { signs: new Float64Array(signNames.length), isRight: new Uint8Array(1) };

function place({ id, turns, weight }: WantedTalk, at: number): Pick<RankingCase, 'talk' | 'kind' | 'weight'> {
  const kind = weight < 1 ? 'other' : at > 0 ? 'later turn' : turns.length > 1 ? 'first turn' : 'message';
  return { talk: id, kind, weight };
}

/** The name of a text in `content:list`. */
function nameOf({ intent, object, aspects: [aspect], state, conditions }: TellableText): string {
  if (intent !== undefined || !object || !aspect) return intent ?? '';
  return cellName(object.id, { aspect, state, conditions, cell: 'unknown', path: [] });
}

function objectOf(best: string | undefined, objects: ObjectDirectory): KnownObject | undefined {
  const [id = ''] = best?.split('.') ?? [];
  return objects.find(id) ?? objects.listByIntent(best)[0];
}
