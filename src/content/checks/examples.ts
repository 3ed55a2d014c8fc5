import { foldText } from '../../nlu/text/fold-text.ts';
import type { Content } from '../read-content.ts';
import type { Finding } from './finding.ts';
import { type IntentParts, listIntentParts } from './parts.ts';
import { createToSkeleton, shareOfSkeletons, type ToSkeleton } from './skeletons.ts';

/** Minimum share of an intent's examples with a unique skeleton. */
const minOwnShare = 0.7;
/** Maximum share of a topic's answers that only say where to ask. */
const maxReferralShare = 0.25;

/** Finds examples made from one pattern, duplicates, and topics that mostly refer residents elsewhere. */
export function checkExamples(content: Content): Finding[] {
  const toSkeleton = createToSkeleton(content);
  const intents = listIntentParts(content);
  return [
    ...intents.flatMap((parts) => templated(parts, toSkeleton)),
    ...repeatedExamples(intents),
    ...mostlyReferrals(content),
  ];
}

/** The most common skeleton may occur twice, or make up 5 % of more than 40 examples. */
function templated({ intent: { examples }, at }: IntentParts, toSkeleton: ToSkeleton): Finding[] {
  const { own, commonest } = shareOfSkeletons(examples, toSkeleton);
  const allowed = examples.length > 40 ? Math.floor(examples.length * 0.05) : 2;
  const findings: Finding[] = [];
  if (own < minOwnShare) {
    findings.push(
      at(['examples'], 'error', `only ${percent(own)} of the examples have a pattern of their own`),
    );
  }
  if (commonest > allowed) findings.push(at(['examples'], 'error', `${commonest} examples from one pattern`));
  return findings;
}

function repeatedExamples(intents: IntentParts[]): Finding[] {
  const seen = new Map<string, string>();
  return intents.flatMap(({ id, intent, at }) =>
    intent.examples.flatMap((example, index) => {
      const key = example.normalize('NFC').toLowerCase().trim();
      const folded = foldText(example);
      const other = seen.get(key) ?? otherIntent(seen.get(folded), id);
      seen.set(key, id).set(folded, id);
      return other === undefined ? [] : [at(['examples', index], 'error', `also an example of ${other}`)];
    }),
  );
}

/** An example with and without diacritics may occur once each in one intent, but never in two intents. */
function otherIntent(known: string | undefined, id: string): string | undefined {
  return known === id ? undefined : known;
}

function mostlyReferrals({ topics }: Content): Finding[] {
  return topics.flatMap((topic) => {
    const share = referralShare(Object.values(topic.value.intents));
    if (share <= maxReferralShare) return [];
    const message = `${percent(share)} of the answers only say where to ask, at most ${percent(maxReferralShare)}`;
    return [{ level: 'error' as const, file: topic.file, line: topic.lineOf(['intents']), message }];
  });
}

/** Share of answers that only say where to ask, 0..1. */
export function referralShare(intents: readonly { referral?: boolean | undefined }[]): number {
  if (intents.length === 0) return 0;
  return intents.filter(({ referral }) => referral === true).length / intents.length;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
