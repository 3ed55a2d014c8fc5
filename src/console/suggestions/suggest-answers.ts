import { wholeAnswer } from '../../content/checks/parts.ts';
import type { Circumstances } from '../../content/objects/known-object.ts';
import { createObjectDirectory, type ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import { wholeCell } from '../../content/objects/whole-cell.ts';
import { type Ageing, ageOf } from '../../content/review-age.ts';
import type { AspectName } from '../../content/schema/grid.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Classifier } from '../../nlu/classifier/classifier.ts';
import { noNeed } from '../../nlu/needs/need.ts';

/** A checked answer of the office that may fit what a resident asked. */
export interface Suggestion {
  id: string;
  title: string;
  text: string;
  /** What it rests on, each with its source. */
  facts: { statement: string; source: string }[];
}

export type SuggestAnswers = (question: string, now: number) => Suggestion[];

type Directory = Pick<TopicDirectory, 'findIntent' | 'listFacts' | 'reviewBy' | 'objectFiles' | 'local'>;

interface SuggesterParts {
  directory: Directory;
  classifier: Pick<Classifier, 'classify' | 'readNeed'>;
}

const maxSuggestions = 3;
const minProbability = 0.04;
/** A told state or condition counts from here on. */
const surely = 0.5;

/** Suggests answers of the knowledge base to a member; leaves out those whose facts are too old to be told. */
export function createSuggester({ directory, classifier }: SuggesterParts): SuggestAnswers {
  const objects = createObjectDirectory(directory);
  return (question, now) => {
    if (question.trim() === '') return [];
    return classifier
      .classify(question)
      .filter(({ probability }) => probability >= minProbability)
      .flatMap(
        ({ intent }) =>
          ofIntent(directory, intent) ?? ofObject({ objects, classifier, intent, question }) ?? [],
      )
      .filter((found) => ageOf(found.rests, directory, now).state !== 'expired')
      .slice(0, maxSuggestions)
      .map(({ rests, ...found }) => ({ ...found, facts: factsOf(directory, rests) }));
  };
}

interface Found extends Omit<Suggestion, 'facts'> {
  rests: Ageing;
}

function ofIntent(directory: Directory, id: string): Found | undefined {
  const intent = directory.findIntent(id);
  return intent && { id, title: intent.title, text: wholeAnswer(intent), rests: intent };
}

interface ObjectQuestion {
  objects: ObjectDirectory;
  classifier: SuggesterParts['classifier'];
  intent: string;
  question: string;
}

/** The cell of an object that tells what the question asks of it. */
function ofObject({ objects, classifier, intent, question }: ObjectQuestion): Found | undefined {
  const object = objects.listByIntent(intent).find((one) => one.intent === intent);
  if (!object) return undefined;
  const need = classifier.readNeed?.(question) ?? noNeed;
  const told = (names: typeof need.states) =>
    names.filter(({ probability }) => probability >= surely).map(({ name }) => name);
  const circumstances = {
    state: told(need.states)[0],
    conditions: told(need.conditions),
  } as Circumstances;
  const aspects = [...need.aspects.map(({ name }) => name as AspectName), ...object.card];
  for (const aspect of aspects) {
    const cell = toldIn(selectCell(object, aspect, circumstances)?.cell);
    if (cell)
      return { id: intent, title: object.name, text: wholeCell(cell), rests: objects.carrying([cell]) };
  }
  return undefined;
}

function factsOf(directory: Directory, rests: Ageing): Suggestion['facts'] {
  return directory
    .listFacts(rests)
    .map(({ statement, source }) => ({ statement, source: source.join(', ') }));
}
