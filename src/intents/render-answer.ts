import type { Translate } from '../i18n.ts';
import type { Carried, KnownIntent, TopicDirectory } from './topic-directory.ts';
import type { Fact } from './topic-schema.ts';

const dayMs = 24 * 60 * 60_000;
/** So long past its review date an answer with fees or deadlines is no longer given. */
export const hardLimitGraceMs = 60 * dayMs;

export interface AnswerAge {
  /** The last day on which the answer's facts were known to hold, yyyy-mm-dd. */
  reviewBy: string | undefined;
  state: 'fresh' | 'stale' | 'expired';
}

/** What can grow old: an answer, or slots of the procedure guide. */
export type Ageing = Carried & Pick<KnownIntent, 'hardLimit'>;

/** How old an answer is at `now`: `stale` past its review date, `expired` when it must not be given any more. */
export function ageOf(carried: Ageing, directory: Pick<TopicDirectory, 'reviewBy'>, now: number): AnswerAge {
  const reviewBy = directory.reviewBy(carried);
  if (!reviewBy) return { reviewBy, state: 'fresh' };
  const overdueMs = now - Date.parse(`${reviewBy}T23:59:59+07:00`);
  if (overdueMs <= 0) return { reviewBy, state: 'fresh' };
  return { reviewBy, state: carried.hardLimit && overdueMs > hardLimitGraceMs ? 'expired' : 'stale' };
}

interface Freshness {
  carried: Carried;
  directory: TopicDirectory;
  t: Translate;
  age: AnswerAge;
}

interface Rendering extends Omit<Freshness, 'carried'> {
  intent: KnownIntent;
}

/** The whole answer as one text: core, numbered steps, closing line, and how fresh it is. */
export function renderAnswer({ intent, directory, t, age }: Rendering): string {
  const steps = (intent.steps ?? []).map((step, index) => `${index + 1}. ${step.trim()}`).join('\n');
  const foreign = intent.language === directory.language ? '' : t('language.only_vietnamese');
  return [foreign, intent.answer, steps, intent.after, freshness({ carried: intent, directory, t, age })]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** A small last line: where a text comes from and how far it was checked. Empty when no fact carries it. */
export function freshness({ carried, directory, t, age }: Freshness): string {
  const facts = directory.listFacts(carried);
  const named = findNamedSource(facts, directory.local.sources);
  const held = named?.fact.held ?? facts[0]?.held;
  if (!held) return '';
  const date = directory.language === 'en' ? englishDate(held) : vietnameseDate(held);
  if (age.state === 'stale') return t('answer.stale', { date, where: directory.local.office.name });
  return named ? t('answer.sourced', { date, source: named.name }) : t('answer.checked', { date });
}

/** The first fact whose source people know by name, and the best known of its sources. */
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

/** `2026-01-31` → `31 January 2026`, as visitors do not know which of two numbers is the month. */
export function englishDate(held: string): string {
  const end = held.split('..').at(-1) ?? held;
  const [, month, day] = end.split('-');
  return new Intl.DateTimeFormat('en-GB', {
    ...(day && { day: 'numeric' }),
    ...(month && { month: 'long' }),
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(end));
}

/** `2026-01-31` → `31/1/2026`, `2026-01` → `1/2026`, a year as it is; of a span such as `2023..2026` its end. */
export function vietnameseDate(held: string): string {
  const end = held.split('..').at(-1) ?? held;
  return end.split('-').reverse().map(Number).join('/');
}
