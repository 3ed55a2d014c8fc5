import { vietnameseDate } from '../../dates.ts';
import type { Content } from '../../read-content.ts';
import type { Fact } from '../../schema/topic.ts';
import { listCannedParts } from '../canned.ts';
import type { Finding } from '../finding.ts';
import { listObjectParts } from '../objects/object-parts.ts';
import { type ClaimParts, listIntentParts, shownParts, spokenParts, wholeAnswer } from '../parts.ts';
import { type Claims, claimsFree, claimsInText, hostsInText, saysFree } from './claims-in-text.ts';

const isAmount = /^\S+ (ngày|tuần|tháng|giờ|phút|đồng|nghìn|triệu|tỷ|tuổi|%|m²)$/u;

/** A fact and its claims. */
interface Proof {
  fact: Fact;
  claims: Claims;
}

/**
 * Every number, amount, deadline, phone number and link in an answer or cell must occur in one of its own
 * facts.
 */
export function checkClaims(content: Content): Finding[] {
  const told = [...listIntentParts(content), ...listObjectParts(content), ...listCannedParts(content)];
  return told.flatMap((parts) => [
    ...withoutFacts(parts),
    ...unprovenNumbers(parts, content),
    ...unprovenHosts(parts, content),
    ...unprovenFree(parts, content),
    ...unprovenQuotes(parts, content),
    ...missingHardLimit(parts, content),
  ]);
}

/** Only an answer that just says where to ask may have no facts. */
function withoutFacts({ intent, at }: ClaimParts): Finding[] {
  if (intent.facts.length > 0 || intent.referral === true) return [];
  return [at([], 'error', 'rests on no fact')];
}

function unprovenNumbers({ intent, at }: ClaimParts, content: Content): Finding[] {
  const proofs = proofsOf(intent.facts, content);
  const answer = wholeAnswer(intent);
  return shownParts(intent).flatMap(({ path, text }) =>
    [...claimsInText(text, content.local.value.harmlessNumbers).numbers].flatMap((number) => {
      const fault = faultOf(number, proofs, answer);
      return fault === undefined ? [] : [at(path, 'error', `"${number}" ${fault}`)];
    }),
  );
}

/** Why these facts do not prove a number; undefined if they do. */
function faultOf(number: string, proofs: Proof[], answer: string): string | undefined {
  const facts = proofs.filter(({ claims }) => claimsNumber(claims, number)).map(({ fact }) => fact);
  const [first] = facts;
  if (first === undefined) return 'stands in none of its facts';
  const isItsOwnDate = facts.some(({ held }) => held.split('..').includes(number));
  if (facts.every(({ mark }) => mark === 'C') && !isItsOwnDate) return 'rests only on a fact marked C';
  const date = vietnameseDate(first.held);
  if (facts.every(({ mark }) => mark === 'seed') && !answer.includes(date)) {
    return `is an old figure: the answer must say that it is of ${date}`;
  }
  return undefined;
}

/** A number with a unit needs the same pair; a bare number may have a unit in the fact. */
function claimsNumber({ numbers }: Claims, number: string): boolean {
  return numbers.has(number) || [...numbers].some((known) => known.startsWith(`${number} `));
}

function unprovenHosts({ intent, at }: ClaimParts, content: Content): Finding[] {
  const proofs = proofsOf(intent.facts, content);
  const spoken = shownParts(intent).flatMap(({ path, text }) =>
    [...hostsInText(text)].map((host) => ({ host, path })),
  );
  const links = (intent.buttons ?? []).flatMap((button, index) =>
    'url' in button ? [{ host: new URL(button.url).host, path: ['buttons', index] }] : [],
  );
  return [...spoken, ...links]
    .filter(({ host }) => !proofs.some(({ claims }) => claims.hosts.has(host)))
    .map(({ host, path }) => at(path, 'error', `${host} stands in none of its facts`));
}

function unprovenFree({ intent, at }: ClaimParts, content: Content): Finding[] {
  if (proofsOf(intent.facts, content).some(({ fact }) => saysFree(fact.statement))) return [];
  return shownParts(intent)
    .filter(({ text }) => claimsFree(text))
    .map(({ path }) => at(path, 'error', 'none of its facts says that it is free'));
}

/** Names in quotation marks are screen texts: they must occur in a fact. */
function unprovenQuotes({ intent, at }: ClaimParts, content: Content): Finding[] {
  const statements = proofsOf(intent.facts, content)
    .map(({ fact }) => fact.statement.toLowerCase())
    .join('\n');
  return spokenParts(intent).flatMap(({ path, text }) =>
    [...text.matchAll(/["“]([^"”]+)["”]/gu)]
      .map(([, quoted = '']) => quoted)
      .filter((quoted) => !statements.includes(quoted.toLowerCase()))
      .map((quoted) => at(path, 'warning', `"${quoted}" is quoted but stands in none of its facts`)),
  );
}

/**
 * Whether a text mentions an amount, an age or a deadline, which the bot must not tell once it is too old.
 */
export function amountIn(text: string, harmless: readonly string[]): boolean {
  return [...claimsInText(text, harmless).numbers].some((number) => isAmount.test(number));
}

function missingHardLimit({ intent, at }: ClaimParts, { local }: Content): Finding[] {
  if (intent.hardLimit === true || !amountIn(wholeAnswer(intent), local.value.harmlessNumbers)) return [];
  return [at([], 'error', 'speaks of an amount, age or deadline, so needs hardLimit: true')];
}

/** Caches the claims of a fact, because many answers use the same fact. */
const claimsOfFacts = new WeakMap<Fact, Claims>();

function proofsOf(ids: readonly string[], { facts, local }: Content): Proof[] {
  return ids.flatMap((id) => {
    const fact = facts.value[id];
    if (fact === undefined) return [];
    const claims = claimsOfFacts.get(fact) ?? claimsInText(fact.statement, local.value.harmlessNumbers);
    claimsOfFacts.set(fact, claims);
    return [{ fact, claims }];
  });
}
