import { englishDate, vietnameseDate } from '../content/dates.ts';
import type { Carried, KnownIntent } from '../content/intent-types.ts';
import type { AnswerAge } from '../content/review-age.ts';
import type { Fact } from '../content/schema/topic.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Translate } from '../i18n.ts';

interface Freshness {
  carried: Carried;
  directory: TopicDirectory;
  t: Translate;
  age: AnswerAge;
}

interface RenderOptions extends Omit<Freshness, 'carried'> {
  intent: KnownIntent;
}

/** The whole answer as one text: core, numbered steps, closing line, and when it was checked. */
export function renderAnswer({ intent, directory, t, age }: RenderOptions): string {
  const steps = (intent.steps ?? []).map((step, index) => `${index + 1}. ${step.trim()}`).join('\n');
  const foreign = intent.language === directory.language ? '' : t('language.only_vietnamese');
  return [foreign, intent.answer, steps, intent.after, freshness({ carried: intent, directory, t, age })]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** A short last line: the source of a text and when it was checked. Empty when no fact supports it. */
export function freshness({ carried, directory, t, age }: Freshness): string {
  const facts = directory.listFacts(carried);
  const named = findNamedSource(facts, directory.local.sources);
  const held = named?.fact.held ?? facts[0]?.held;
  if (!held) return '';
  const date = directory.language === 'en' ? englishDate(held) : vietnameseDate(held);
  if (age.state === 'stale') return t('answer.stale', { date, where: directory.local.office.name });
  return named ? t('answer.sourced', { date, source: named.name }) : t('answer.checked', { date });
}

/** The first fact with a source that residents know by name, and the best known of its sources. */
function findNamedSource(
  facts: Fact[],
  names: Record<string, string>,
): { fact: Fact; name: string } | undefined {
  for (const fact of facts) {
    const hosts = new Set(fact.source.map(hostOf));
    const known = Object.entries(names).find(([host]) => hosts.has(host));
    if (known) return { fact, name: known[1] };
  }
  return undefined;
}

function hostOf(address: string): string {
  return address.split('/')[2] ?? address;
}
