import { foldText } from '../../nlu/text/fold-text.ts';
import type { Content } from '../read-content.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { Finding } from './finding.ts';
import { type IntentParts, listIntentParts } from './parts.ts';

/** Zalo shows at most five buttons under a message. */
const maxButtons = 5;

/** Finds references with no target or two: facts, follow-up questions, areas, intents, buttons. */
export function checkReferences(content: Content): Finding[] {
  const intents = listIntentParts(content);
  const known = new Set(intents.map(({ id }) => id));
  return [
    ...intents.flatMap((parts) => [...unknownNames(parts, content, known), ...tooManyButtons(parts)]),
    ...repeated(intents, ({ id }) => id, 'this intent also stands in'),
    ...repeated(
      intents,
      ({ topic, intent }) => `${topic.value.topic} ${foldText(intent.button)}`,
      'the same button title as in',
    ),
    ...linesWithoutFact(content),
    ...unknownPointers(content, known),
  ];
}

function unknownNames(parts: IntentParts, content: Content, known: Set<string>): Finding[] {
  const { intent, id, at } = parts;
  const facts = content.facts.value;
  const areas = content.areas.value.units;
  const buttonTargets = (intent.buttons ?? []).flatMap((button, index) =>
    'intent' in button ? [{ target: button.intent, path: ['buttons', index] }] : [],
  );
  const followups = (intent.followups ?? []).map((target, index) => ({ target, path: ['followups', index] }));
  return [
    ...intent.facts.flatMap((fact, index) =>
      fact in facts ? [] : [at(['facts', index], 'error', `unknown fact ${fact}`)],
    ),
    ...[...buttonTargets, ...followups].flatMap(({ target, path }) => {
      if (target === id) return [at(path, 'error', 'leads to itself')];
      return known.has(target) ? [] : [at(path, 'error', `unknown intent ${target}`)];
    }),
    ...(intent.audience ?? []).flatMap((area, index) =>
      area in areas ? [] : [at(['audience', index], 'error', `unknown area ${area}`)],
    ),
  ];
}

/** Buttons beside "who helps instead" must lead to an answer, and a translation needs an original. */
function unknownPointers({ instead, translations }: Content, known: Set<string>): Finding[] {
  const fault = (file: YamlFile<unknown>, path: PropertyKey[], message: string): Finding => ({
    level: 'error',
    file: file.file,
    line: file.lineOf(path),
    message,
  });
  return [
    ...Object.entries(instead.value).flatMap(([group, { ask }]) =>
      ask
        .filter((target) => !known.has(target))
        .map((target) => fault(instead, [group, 'ask'], `${group}: unknown intent ${target}`)),
    ),
    ...translations.flatMap(({ instead: translated }) =>
      Object.keys(translated?.value ?? {})
        .filter((group) => translated && !(group in instead.value))
        .map((group) => fault(translated ?? instead, [group], `${group} is not in the original`)),
    ),
  ];
}

function tooManyButtons({ intent, at }: IntentParts): Finding[] {
  const count = (intent.buttons?.length ?? 0) + (intent.followups?.length ?? 0);
  return count > maxButtons ? [at([], 'error', `${count} buttons, Zalo shows ${maxButtons}`)] : [];
}

function repeated(intents: IntentParts[], keyOf: (parts: IntentParts) => string, message: string): Finding[] {
  const first = new Map<string, IntentParts>();
  return intents.flatMap((parts) => {
    const earlier = first.get(keyOf(parts));
    if (earlier === undefined) {
      first.set(keyOf(parts), parts);
      return [];
    }
    return [parts.at([], 'error', `${message} ${earlier.topic.file} (${earlier.id})`)];
  });
}

function linesWithoutFact({ local, facts }: Content): Finding[] {
  return Object.entries(local.value.helpLines).flatMap(([id, { call, fact }]) => {
    if (facts.value[fact]?.statement.includes(call)) return [];
    const line = local.lineOf(['helpLines', id]);
    return [
      { level: 'error' as const, file: local.file, line, message: `fact ${fact} does not give ${call}` },
    ];
  });
}
