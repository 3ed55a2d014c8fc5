import type { TopicDirectory } from '../../src/content/topic-directory.ts';
import { loadWords } from '../../src/i18n.ts';
import type { SecretKind } from '../../src/message.ts';
import type { Candidate } from '../../src/nlu/classifier/classifier.ts';
import type { EmergencyReading } from '../../src/nlu/emergency/emergency.ts';
import type { NeedReading } from '../../src/nlu/needs/need.ts';
import type { ScamReading } from '../../src/nlu/scam/scam.ts';
import { createPlaceNames, type PlaceNames } from '../../src/team/places/place-names.ts';
import { createUnderstand } from '../../src/understanding/create-understand.ts';
import type { Understand, Understanding } from '../../src/understanding/understanding.ts';
import { officeKnowledge } from '../helpers/office.ts';

interface UnderstandOptions {
  secrets?: SecretKind[];
  now?: number;
  /** What the emergency detector finds in it; nothing by default. */
  emergency?: EmergencyReading | undefined;
  /** What the scam detector finds in it; nothing by default. */
  scam?: ScamReading | undefined;
  /** What it asks and does; nothing by default. */
  need?: NeedReading | undefined;
  /** The classifier's candidates for a text; none by default. */
  classify?(text: string): Candidate[];
}

interface OfficeContent {
  directory: TopicDirectory;
  names: PlaceNames;
}

let content: OfficeContent | undefined;

/** The office's content; read on the first call. */
export function officeContent(): OfficeContent {
  if (!content) {
    const { directory } = officeKnowledge();
    content = { directory, names: createPlaceNames(directory.areas) };
  }
  return content;
}

const words = loadWords();
const nothing = (): Candidate[] => [];
const byClassifier = new WeakMap<(text: string) => Candidate[], Understand>();

/** Understands a text with the real content; the only classifier is `classify`. */
export function understandText(text: string, options: UnderstandOptions = {}): Understanding {
  const {
    secrets = [],
    now = Date.parse('2026-10-07T08:00:00+07:00'),
    classify = nothing,
    emergency,
    scam,
    need,
  } = options;
  if (emergency || scam || need) {
    const detectEmergency = () =>
      emergency ?? { level: 'none' as const, kind: undefined, others: [], hasCue: false };
    const readNeed = need && { readNeed: () => need };
    const classifier = { classify, detectEmergency, detectScam: () => scam, ...readNeed };
    return createUnderstand({ ...officeContent(), classifier, words })({ text, secrets, now });
  }
  const understand =
    byClassifier.get(classify) ?? createUnderstand({ ...officeContent(), classifier: { classify }, words });
  byClassifier.set(classify, understand);
  return understand({ text, secrets, now });
}
