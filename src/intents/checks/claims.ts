import type { Content } from '../content.ts';
import type { Finding } from '../content-finding.ts';
import { type Claims, claimsInText, saysFree } from './claims-in-text.ts';
import { type IntentParts, listIntentParts, spokenParts } from './intent-parts.ts';

const isAmount = /^\S+ (ngày|tuần|tháng|giờ|phút|đồng|nghìn|triệu|tỷ|tuổi|%|m²)$/u;

/** Every number, amount, deadline, phone and link in an answer must stand in one of its own facts. */
export function checkClaims(content: Content): Finding[] {
  return listIntentParts(content).flatMap((parts) => [
    ...unprovenClaims(parts, content),
    ...unprovenQuotes(parts, content),
    ...badLinks(parts, content),
  ]);
}

function unprovenClaims({ intent, at }: IntentParts, content: Content): Finding[] {
  const harmless = content.local.value.harmlessNumbers;
  const statements = statementsOf(intent.facts, content);
  const proven = statements.map((statement) => claimsInText(statement, harmless));
  const isFreeProven = statements.some(saysFree);
  const spoken = spokenParts(intent).map(({ path, text }) => ({
    path,
    claims: claimsInText(text, harmless),
  }));
  const findings = spoken.flatMap(({ path, claims }) => [
    ...[...claims.numbers]
      .filter((number) => !isProven(number, proven))
      .map((number) => at(path, 'error', `"${number}" stands in none of its facts`)),
    ...[...claims.hosts]
      .filter((host) => !proven.some(({ hosts }) => hosts.has(host)))
      .map((host) => at(path, 'error', `${host} stands in none of its facts`)),
    ...(claims.free && !isFreeProven ? [at(path, 'error', 'none of its facts says that it is free')] : []),
  ]);
  const hasAmount = spoken.some(({ claims }) => [...claims.numbers].some((number) => isAmount.test(number)));
  if (hasAmount && intent.hardLimit !== true) {
    findings.push(at([], 'error', 'speaks of an amount, age or deadline, so needs hardLimit: true'));
  }
  return findings;
}

/** With a unit the pair must be the same; a bare number may stand in a fact with a unit. */
function isProven(number: string, proven: Claims[]): boolean {
  return proven.some(
    ({ numbers }) => numbers.has(number) || [...numbers].some((known) => known.startsWith(`${number} `)),
  );
}

/** Names in quotation marks are what stands on a screen: only those a fact gives. */
function unprovenQuotes({ intent, at }: IntentParts, content: Content): Finding[] {
  const statements = statementsOf(intent.facts, content).join('\n').toLowerCase();
  return spokenParts(intent).flatMap(({ path, text }) =>
    [...text.matchAll(/["“]([^"”]+)["”]/gu)]
      .map(([, quoted = '']) => quoted)
      .filter((quoted) => !statements.includes(quoted.toLowerCase()))
      .map((quoted) => at(path, 'warning', `"${quoted}" is quoted but stands in none of its facts`)),
  );
}

function badLinks({ intent, at }: IntentParts, content: Content): Finding[] {
  const official = content.local.value.officialHosts;
  const statements = statementsOf(intent.facts, content).join('\n').toLowerCase();
  const links = (intent.buttons ?? []).flatMap((button, index) =>
    'url' in button ? [{ host: new URL(button.url).host, path: ['buttons', index] }] : [],
  );
  const spoken = spokenParts(intent).flatMap(({ path, text }) =>
    [...claimsInText(text, []).hosts].map((host) => ({ host, path })),
  );
  return [
    ...[...links, ...spoken]
      .filter(({ host }) => !official.includes(host))
      .map(({ host, path }) => at(path, 'error', `${host} is not among the official hosts`)),
    ...links
      .filter(({ host }) => !statements.includes(host))
      .map(({ host, path }) => at(path, 'error', `${host} stands in none of its facts`)),
  ];
}

function statementsOf(ids: readonly string[], { facts }: Content): string[] {
  return ids.flatMap((id) => facts.value[id]?.statement ?? []);
}
