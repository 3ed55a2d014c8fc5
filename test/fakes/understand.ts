import { createTopicDirectory, type TopicDirectory } from '../../src/content/topic-directory.ts';
import { loadWords, localesFolder } from '../../src/i18n.ts';
import type { SecretKind } from '../../src/message.ts';
import type { Candidate } from '../../src/nlu/classifier/classifier.ts';
import type { EmergencyReading } from '../../src/nlu/emergency/emergency.ts';
import { createPlaceNames, type PlaceNames } from '../../src/team/places/place-names.ts';
import { createUnderstand } from '../../src/understanding/create-understand.ts';
import type { Understand, Understanding } from '../../src/understanding/understanding.ts';

interface Given {
  secrets?: SecretKind[];
  now?: number;
  /** What the detector of emergencies makes of it; none without it. */
  emergency?: EmergencyReading | undefined;
  /** What a classifier makes of a text; nothing without it. */
  classify?(text: string): Candidate[];
}

let content: { directory: TopicDirectory; names: PlaceNames } | undefined;

/** The content of the office, read once. */
export function officeContent(): { directory: TopicDirectory; names: PlaceNames } {
  if (!content) {
    const directory = createTopicDirectory(`${localesFolder}/vi`);
    content = { directory, names: createPlaceNames(directory.areas) };
  }
  return content;
}

const words = loadWords();
const nothing = (): Candidate[] => [];
const byClassifier = new Map<(text: string) => Candidate[], Understand>();

/** Understands a text with the real content, and no classifier but the one that is given. */
export function understandText(text: string, given: Given = {}): Understanding {
  const {
    secrets = [],
    now = Date.parse('2026-10-07T08:00:00+07:00'),
    classify = nothing,
    emergency,
  } = given;
  if (emergency) {
    const classifier = { classify, detectEmergency: () => emergency };
    return createUnderstand({ ...officeContent(), classifier, words })({ text, secrets, now });
  }
  const understand =
    byClassifier.get(classify) ?? createUnderstand({ ...officeContent(), classifier: { classify }, words });
  byClassifier.set(classify, understand);
  return understand({ text, secrets, now });
}
